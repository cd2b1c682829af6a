import Testing

@testable import PlumbNotation

@Suite struct ContractErrorTests {
  /// What is wrong, the file, and all that is said of it.
  static let cases: [(String, String, [String])] = [
    (
      "an unknown key",
      Sample.contract("respones: any"),
      [
        "c.yaml:2:3: error: `a` has no `response`\n  fix: write `response: unspecified` where the documentation says nothing of it",
        "c.yaml:4:5: error: `respones` is no key of a contract\n  fix: did you mean `response`?",
      ]
    ),
    (
      "a key that means nothing",
      Sample.contract("response: any\nflavour: sweet"),
      [
        "c.yaml:5:5: error: `flavour` is no key of a contract\n  fix: known are `title`, `get`, `head`, `post`, `put`, `patch`, `delete`, `options`, `path`, `query`, `header`, `errors`, `response`, `responses`, `headers`, `pages`, `id`, `order`, `links`, `laws`, `rows`, `examples`"
      ]
    ),
    (
      "no response",
      Sample.contract("title: x"),
      [
        "c.yaml:2:3: error: `a` has no `response`\n  fix: write `response: unspecified` where the documentation says nothing of it"
      ]
    ),
    (
      "both forms of response",
      Sample.contract("response: any\nresponses:\n  200: any"),
      [
        "c.yaml:4:5: error: a contract has `response` or `responses`, not both\n  fix: write `200:` under `responses`"
      ]
    ),
    (
      "no request line",
      "contracts:\n  a:\n    response: any\n",
      [
        "c.yaml:2:3: error: `a` has no request line\n  fix: write `get:` and the path below the server"
      ]
    ),
    (
      "two request lines",
      Sample.contract("post: /a\nresponse: any"),
      [
        "c.yaml:4:5: error: `a` has more than one request line\n  fix: give each request a contract of its own"
      ]
    ),
    (
      "a bad path",
      "contracts:\n  a:\n    get: /a/{b\n    response: any\n",
      [
        "c.yaml:3:13: error: expected \"}\" after \"{b\": close the brace, or write \"%7B\" for a literal \"{\""
      ]
    ),
    (
      "no contracts",
      "page: x\n",
      [
        "c.yaml:1:1: error: a contract file has `contracts`"
      ]
    ),
    (
      "a contract that is text",
      "contracts:\n  a: x\n",
      [
        "c.yaml:2:6: error: a contract is a map, here is text"
      ]
    ),
    (
      "a bad status",
      Sample.contract("responses:\n  99: any"),
      [
        "c.yaml:5:7: error: `99` is no status code\n  fix: a status code is a number from 100 to 599"
      ]
    ),
    (
      "an error that the API does not define",
      Sample.contract("errors: [404]\nresponse: any"),
      [
        "c.yaml:4:14: error: api.yaml defines no error 404\n  fix: define it there under `errors`; known are `401`, `422`"
      ]
    ),
    (
      "headers beside responses",
      Sample.contract("headers: [A]\nresponses:\n  200: any"),
      [
        "c.yaml:4:5: error: `headers` stands beside the body of its own status\n  fix: write `200:` with `body:` and `headers: […]` below it"
      ]
    ),
    (
      "a bad path in pages",
      Sample.contract("response: any\npages: a..b"),
      [
        "c.yaml:5:14: error: expected the name of a member, not `.b`"
      ]
    ),
    (
      "a bad path in id",
      Sample.contract("response: any\nid: \"\""),
      [
        "c.yaml:5:10: error: a path was expected"
      ]
    ),
    (
      "a misspelt direction",
      Sample.contract("response: any\norder: title descendig"),
      [
        "c.yaml:5:18: error: `descendig` says nothing of an order\n  fix: did you mean `descending`?"
      ]
    ),
    (
      "a misspelt function",
      Sample.contract("response: any\norder: cuont(a)"),
      [
        "c.yaml:5:12: error: `cuont` makes no sort key\n  fix: did you mean `count`?"
      ]
    ),
    (
      "an order without keys",
      Sample.contract("response: any\norder:\n  parameter: sort"),
      [
        "c.yaml:5:5: error: `order` has `parameter` and `keys`, or is a key itself: `order: title`"
      ]
    ),
    (
      "a target that is no path",
      Sample.contract("response: any\nlinks:\n  href: a/b"),
      [
        "c.yaml:6:13: error: a link's target is a path below the server and begins with `/`"
      ]
    ),
    (
      "a target with an unclosed brace",
      Sample.contract("response: any\nlinks:\n  href: /a/{.b"),
      [
        "c.yaml:6:16: error: the brace `{` is not closed"
      ]
    ),
    (
      "a target with a bad member",
      Sample.contract("response: any\nlinks:\n  href: /a/{.b c}"),
      [
        "c.yaml:6:20: error: `c` was not expected here"
      ]
    ),
    (
      "a misspelt relation",
      Sample.contract("response: any\nlaws:\n  x: a wihtin b"),
      [
        "c.yaml:6:12: error: `wihtin` is no relation\n  fix: did you mean `within`?"
      ]
    ),
    (
      "a law without a right side",
      Sample.contract("response: any\nlaws:\n  x: a ="),
      [
        "c.yaml:6:13: error: the law ends where a path, a parameter or a value was expected"
      ]
    ),
    (
      "a law without a relation",
      Sample.contract("response: any\nlaws:\n  x: a"),
      [
        "c.yaml:6:11: error: a relation was expected\n  fix: known are `=`, `<=`, `<`, `within`, `apart from`, `contains`, `unique`, `at most`, `more than`"
      ]
    ),
    (
      "a law with too much",
      Sample.contract("response: any\nlaws:\n  x: a unique b"),
      [
        "c.yaml:6:19: error: `b` was not expected here"
      ]
    ),
    (
      "each without a comma",
      Sample.contract("response: any\nlaws:\n  x: each a b = c"),
      [
        "c.yaml:6:17: error: expected `,` behind the list of `each`"
      ]
    ),
    (
      "more than nothing",
      Sample.contract("response: any\nlaws:\n  x: a more than few"),
      [
        "c.yaml:6:22: error: a whole number was expected"
      ]
    ),
    (
      "a note on no row",
      Sample.contract("response: any\nrows:\n  a: secret"),
      [
        "c.yaml:6:7: error: `a` names no row"
      ]
    ),
    (
      "items of no list",
      Sample.contract("response:\n  a: string\nrows:\n  a: items ..3"),
      [
        "c.yaml:7:7: error: `items` and `unique` are said of lists, not of `a`"
      ]
    ),
    (
      "a misspelt note",
      Sample.contract("response:\n  a: string\nrows:\n  a: secrt"),
      [
        "c.yaml:7:10: error: `secrt` says nothing of a row\n  fix: did you mean `secret`?"
      ]
    ),
    (
      "a note inside a named type",
      Sample.contract("response:\n  a: tree\nrows:\n  a.child: unique"),
      [
        "c.yaml:7:7: error: `a.child` lies inside a named type, which other rows share\n  fix: write the object out here"
      ]
    ),
    (
      "an example that is text",
      Sample.contract("response: any\nexamples:\n  - a"),
      [
        "c.yaml:6:9: error: an example is a map, here is text"
      ]
    ),
    (
      "an example with a map",
      Sample.contract("response: any\nexamples:\n  - a:\n      b: c"),
      [
        "c.yaml:7:11: error: the value of `a` is text, here is a map"
      ]
    ),
  ]

  @Test(arguments: cases)
  func `says what is wrong with a contract, and where`(name: String, text: String, said: [String]) {
    #expect(Sample.errors(text) == said)
  }
}
