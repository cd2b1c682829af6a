import Testing

@testable import PlumbNotation

@Suite struct ListingLintTests {
  /// What is wrong, the file, and all that is said of it.
  static let cases: [(String, String, [String])] = [
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
  ]

  @Test(arguments: cases)
  func `finds pages, identities and orders that cannot be meant`(
    name: String,
    text: String,
    said: [String]
  ) {
    #expect(Sample.lint(text) == said)
  }
}
