import Testing

@testable import PlumbNotation

@Suite struct RelationLintTests {
  /// What is wrong, the file, and all that is said of it.
  static let cases: [(String, String, [String])] = [
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
  func `finds links, laws and examples that cannot be meant`(
    name: String,
    text: String,
    said: [String]
  ) {
    #expect(Sample.lint(text) == said)
  }
}
