import Testing

@testable import PlumbNotation

@Suite struct APIErrorTests {
  /// What is wrong, the file, and all that is said of it.
  static let cases: [(String, String, [String])] = [
    (
      "no server",
      "api: A",
      [
        "api.yaml:1:1: error: api.yaml says `api`, the name, and `server`, the root of every path"
      ]
    ),
    (
      "a server that is no URL",
      "api: A\nserver: example.org",
      [
        "api.yaml:2:9: error: a server is an absolute URL, here is `example.org`\n  fix: begin it with `https://`"
      ]
    ),
    (
      "an unknown key",
      "api: A\nserver: https://a.example\nhost: [b]",
      [
        "api.yaml:3:1: error: `host` is no key of api.yaml\n  fix: did you mean `hosts`?"
      ]
    ),
    (
      "a flag that is no flag",
      "api: A\nserver: https://a.example\ncomplete: yes",
      [
        "api.yaml:3:11: error: `complete` is `true` or `false`, here is `yes`"
      ]
    ),
    (
      "a key without its source",
      "api: A\nserver: https://a.example\nkeys: [{ header: X }]",
      [
        "api.yaml:3:8: error: a key says `header`, and in `from` the environment variable that holds it"
      ]
    ),
    (
      "a pace without a unit",
      "api: A\nserver: https://a.example\npace: { at_most: 5 }",
      [
        "api.yaml:3:18: error: `5` is no measure\n  fix: write it like `5 per hour`, `5 per minute`, `5 per second`"
      ]
    ),
    (
      "two dialects",
      "api: A\nserver: https://a.example\npaging:\n  page: { page: p }\n  link-header:",
      [
        "api.yaml:4:3: error: paging has one dialect: `window`, `cursor`, `offset`, `page`, `link-header`"
      ]
    ),
    (
      "a dialect without a name",
      "api: A\nserver: https://a.example\npaging:\n  window: { start: s, end: e }",
      [
        "api.yaml:4:3: error: `window` has no `total`"
      ]
    ),
    (
      "a misspelt dialect",
      "api: A\nserver: https://a.example\npaging:\n  windw: { start: s }",
      [
        "api.yaml:4:3: error: `windw` is no key of `paging`\n  fix: did you mean `window`?"
      ]
    ),
    (
      "a type with the name of another",
      "api: A\nserver: https://a.example\ntypes:\n  string: integer",
      [
        "api.yaml:4:3: error: `string` is the notation's own word"
      ]
    ),
    (
      "types that stand for each other",
      "api: A\nserver: https://a.example\ntypes:\n  a: b\n  b: a",
      [
        "api.yaml:4:3: error: the type `a` stands for itself and says nothing",
        "api.yaml:5:3: error: the type `b` stands for itself and says nothing",
      ]
    ),
    (
      "a type name with a blank",
      "api: A\nserver: https://a.example\ntypes:\n  a b: string",
      [
        "api.yaml:4:3: error: `a b` names no type: a name has letters, digits, `_` and `-`"
      ]
    ),
    (
      "a limit that is no number",
      "api: A\nserver: https://a.example\npaging:\n  page: { page: p, at_most: many }",
      [
        "api.yaml:4:29: error: `at_most` is a whole number from 1, here is `many`"
      ]
    ),
  ]

  @Test(arguments: cases)
  func `says what is wrong with an API, and where`(name: String, text: String, said: [String]) {
    #expect(Sample.errors("contracts: {}\n", api: text) == said)
  }
}
