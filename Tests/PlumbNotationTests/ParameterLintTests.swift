import Testing

@testable import PlumbNotation

@Suite struct ParameterLintTests {
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
  ]

  @Test(arguments: cases)
  func `finds parameters that cannot be meant`(name: String, text: String, said: [String]) {
    #expect(Sample.lint(text) == said)
  }
}
