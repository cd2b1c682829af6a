import Testing

@testable import PlumbNotation

@Suite struct LinterTests {
  /// What is wrong, the file, and all that is said of it.
  static let cases: [(String, String, [String])] = [
    (
      "a template parameter without a row",
      "contracts:\n  a:\n    get: /a/{cod}\n    path:\n      code: string\n    response: any\n",
      [
        "c.yaml:3:5: error: `{cod}` of the request line has no row under `path`\n  fix: did you mean `{code}`?",
        "c.yaml:5:13: error: `code` stands nowhere in the path `/a/{cod}`\n  fix: did you mean `cod`?",
      ]
    ),
    (
      "a row without a template parameter",
      Sample.contract("path:\n  zip: string\nresponse: any"),
      [
        "c.yaml:5:12: error: `zip` stands nowhere in the path `/a`\n  fix: is it a `query` parameter?"
      ]
    ),
    (
      "a default outside its range",
      Sample.contract("query:\n  a?: integer 1..5 = 7\nresponse: any"),
      [
        "c.yaml:5:11: error: the default `7` is above 5"
      ]
    ),
    (
      "a default of another type",
      Sample.contract("query:\n  a?: boolean = 7\nresponse: any"),
      [
        "c.yaml:5:11: error: the default `7` is no boolean"
      ]
    ),
    (
      "a default outside its values",
      Sample.contract("query:\n  a?: string (one, two) = tow\nresponse: any"),
      [
        "c.yaml:5:11: error: the default `tow` is none of `one`, `two` (did you mean `two`?)"
      ]
    ),
    (
      "a default that does not match",
      Sample.contract("query:\n  a?: code = x\nresponse: any"),
      [
        "c.yaml:5:11: error: the default `x` does not match /[A-Z]\\d/"
      ]
    ),
    (
      "a default that may not be needed",
      Sample.contract("query:\n  a: integer = 7\nresponse: any"),
      [
        "c.yaml:5:10: error: `a` has a default, but may not be left out\n  fix: write `a?`"
      ]
    ),
    (
      "a default that names no parameter",
      Sample.contract("query:\n  start?: integer = 1\n  end?: integer = strat + 19\nresponse: any"),
      [
        "c.yaml:6:13: error: `strat` names no parameter of `a`\n  fix: did you mean `start`?"
      ]
    ),
    (
      "a default that leads to itself",
      Sample.contract("query:\n  a?: integer = b + 1\n  b?: integer = a - 1\nresponse: any"),
      [
        "c.yaml:5:11: error: the default of `a` leads back to itself",
        "c.yaml:6:11: error: the default of `b` leads back to itself",
      ]
    ),
    (
      "a parameter that is an object",
      Sample.contract("query:\n  a: tree\nresponse: any"),
      [
        "c.yaml:5:10: error: the parameter `a` is an object or a list, which a request cannot carry\n  fix: a list is written `list of string, comma`"
      ]
    ),
    (
      "pages that name no row",
      Sample.contract(
        "query:\n  start?: integer = 1\n  end?: integer = 2\nresponse:\n  start: integer\n  end: integer\n  total: integer\n  items:\n    - code\npages: itmes"
      ),
      [
        "c.yaml:13:5: error: `itmes` names no row\n  fix: did you mean `items`?"
      ]
    ),
    (
      "pages that name no list",
      Sample.contract(
        "query:\n  start?: integer = 1\n  end?: integer = 2\nresponse:\n  start: integer\n  end: integer\n  total: integer\n  item: string\npages: item"
      ),
      [
        "c.yaml:12:5: error: `item` is a string, pages are made of a list"
      ]
    ),
    (
      "pages without their rows and parameters",
      Sample.contract("response:\n  start: integer\n  items:\n    - code\npages: items"),
      [
        "c.yaml:8:5: error: `end` names no parameter of `a`",
        "c.yaml:8:5: error: `end` names no row\n  fix: known here are `start`, `items`",
        "c.yaml:8:5: error: `start` names no parameter of `a`",
        "c.yaml:8:5: error: `total` names no row\n  fix: known here are `start`, `items`",
      ]
    ),
    (
      "an id that names no row",
      Sample.contract("response:\n  - code: string\nid: cod"),
      [
        "c.yaml:6:5: error: `cod` names no row\n  fix: did you mean `code`?"
      ]
    ),
    (
      "an id that is a list",
      Sample.contract("response:\n  - code:\n      - string\nid: code"),
      [
        "c.yaml:7:5: error: `code` is a list, an identity is one value"
      ]
    ),
    (
      "an id without a listing",
      Sample.contract("response:\n  code: string\nid: code"),
      [
        "c.yaml:6:5: error: `id` is said of a listing, and the response has none\n  fix: name the list with `pages`"
      ]
    ),
    (
      "an order that names no row",
      Sample.contract("response:\n  - title: string\norder: titel"),
      [
        "c.yaml:6:12: error: `titel` names no row\n  fix: did you mean `title`?"
      ]
    ),
    (
      "an order by a list",
      Sample.contract("response:\n  - tasks:\n      - string\norder: tasks"),
      [
        "c.yaml:7:12: error: `tasks` is a list, a sort key is one value\n  fix: count it: `count(tasks)`"
      ]
    ),
    (
      "an order by several values",
      Sample.contract("response:\n  - tasks:\n      - string\norder: tasks[]"),
      [
        "c.yaml:7:12: error: `tasks[]` has several values in one item\n  fix: write `first(tasks[])` or `min(tasks[])`"
      ]
    ),
    (
      "a count of what is no list",
      Sample.contract("response:\n  - title: string\norder: count(title)"),
      [
        "c.yaml:6:12: error: `title` is a string and cannot be counted"
      ]
    ),
    (
      "a sum of texts",
      Sample.contract("response:\n  - title: string\n    n: integer\norder: title + n"),
      [
        "c.yaml:7:12: error: `title` is a string and cannot be added up"
      ]
    ),
    (
      "an order without a listing",
      Sample.contract("response:\n  title: string\norder: title"),
      [
        "c.yaml:6:5: error: `order` is said of a listing, and the response has none\n  fix: name the list with `pages`"
      ]
    ),
    (
      "sort values that differ",
      Sample.contract(
        "query:\n  sort?: string (title, code) = title\nresponse:\n  - title: string\norder:\n  parameter: sort\n  keys:\n    titel: title"
      ),
      [
        "c.yaml:8:5: error: `order` does not say what `sort=code` sorts by\n  fix: write `code:` under its `keys`",
        "c.yaml:8:5: error: `order` does not say what `sort=title` sorts by\n  fix: write `title:` under its `keys`",
        "c.yaml:11:9: error: `titel` is no value of `sort`\n  fix: did you mean `title`?",
      ]
    ),
    (
      "an order by no parameter",
      Sample.contract(
        "response:\n  - title: string\norder:\n  parameter: sort\n  keys:\n    title: title"
      ),
      [
        "c.yaml:6:5: error: `sort` names no parameter of `a`"
      ]
    ),
    (
      "a link from no row",
      Sample.contract("response:\n  - href: string\nlinks:\n  $[].hrf: /a"),
      [
        "c.yaml:7:7: error: `$[].hrf` names no row\n  fix: did you mean `href`?"
      ]
    ),
    (
      "a link from a number",
      Sample.contract("response:\n  - href: integer\nlinks:\n  $[].href: /a"),
      [
        "c.yaml:7:7: error: `$[].href` is an integer, a link is a string"
      ]
    ),
    (
      "a link to no member",
      Sample.contract("response:\n  - href: string\nlinks:\n  $[].href: /a/{.code}"),
      [
        "c.yaml:7:7: error: `code` names no row\n  fix: known here are `href`"
      ]
    ),
    (
      "a link beyond the root",
      Sample.contract("response:\n  - href: string\nlinks:\n  $[].href: /a/{..code}"),
      [
        "c.yaml:7:7: error: `{..code}` reaches beyond the root"
      ]
    ),
    (
      "a link to no parameter",
      Sample.contract("response:\n  - href: string\nlinks:\n  $[].href: /a/{code}"),
      [
        "c.yaml:7:7: error: `code` names no parameter of `a`"
      ]
    ),
    (
      "a law on no row",
      Sample.contract("response:\n  - code: string\nlaws:\n  x: $[].cod unique"),
      [
        "c.yaml:7:7: error: `$[].cod` names no row\n  fix: did you mean `code`?"
      ]
    ),
    (
      "a law that forgets the items",
      Sample.contract("response:\n  - code: string\nlaws:\n  x: $.code unique"),
      [
        "c.yaml:7:7: error: `code` names no row: `$` is a list\n  fix: step into its items: `$[]`"
      ]
    ),
    (
      "each of no list",
      Sample.contract("response:\n  code: string\nlaws:\n  x: each code, a = b"),
      [
        "c.yaml:7:7: error: `each` goes through a list, `code` is a string"
      ]
    ),
    (
      "a law on no operation",
      Sample.contract("response:\n  - code: string\nlaws:\n  x: $[].code within (b).code"),
      [
        "c.yaml:7:7: error: `(b)` names no operation\n  fix: did you mean `(a)`?"
      ]
    ),
    (
      "a law on no parameter",
      Sample.contract("response:\n  - code: string\nlaws:\n  x: each $, code = {cod}"),
      [
        "c.yaml:7:7: error: `cod` names no parameter of `a`"
      ]
    ),
    (
      "an example with an unknown name",
      Sample.contract("query:\n  code?: string\nresponse: any\nexamples:\n  - { cod: x }"),
      [
        "c.yaml:8:9: error: `cod` names no parameter of `a`\n  fix: did you mean `code`?"
      ]
    ),
    (
      "an example with a bad value",
      Sample.contract(
        "query:\n  n: list of integer 1..5, comma\nresponse: any\nexamples:\n  - { n: \"1,9\" }"
      ),
      [
        "c.yaml:8:9: error: the example's `n`, `1,9`, is above 5"
      ]
    ),
    (
      "an example without what is required",
      Sample.contract("query:\n  code: string\nresponse: any\nexamples:\n  - {}"),
      [
        "c.yaml:8:9: error: the example has no `code`, which is required"
      ]
    ),
    (
      "the same example twice",
      Sample.contract(
        "query:\n  code: string\nresponse: any\nexamples:\n  - { code: a }\n  - { code: a }"
      ),
      [
        "c.yaml:9:9: warning: this example stands here already\n  fix: remove it"
      ]
    ),
    (
      "a status that is both",
      Sample.contract("errors: [401]\nresponses:\n  401: any"),
      [
        "api.yaml:10:3: error: the status 401 is both a response and an error of `a`"
      ]
    ),
    (
      "two operations that are one",
      "contracts:\n  a:\n    get: /x/{a}\n    path:\n      a: string\n    response: any\n  b:\n    get: /x/{b}\n    path:\n      b: string\n    response: any\n",
      [
        "c.yaml:7:3: error: no request can tell `b` from `a`: both are GET /x/{a}\n  fix: make them one contract, or their paths different"
      ]
    ),
  ]

  @Test(arguments: cases)
  func `finds what cannot be meant`(name: String, text: String, said: [String]) {
    #expect(Sample.lint(text) == said)
  }
}
