import Testing

@testable import PlumbNotation

@Suite struct TrapTests {
  /// What is wrong, the file, and all that is said of it.
  static let cases: [(String, String, [String])] = [
    (
      "a field table in braces",
      Sample.table("a: { sort: string (a, b) }"),
      [
        "c.yaml:5:29: error: `b)` has no value: inside `{ }` YAML splits at every comma\n  fix: quote the value that holds the comma: `name: \"a, b\"`"
      ]
    ),
    (
      "a field table in braces on its own",
      Sample.table("a: { sort: string }"),
      [
        "c.yaml:5:10: error: a field table is not written in brackets, where YAML splits a type such as `string (a, b)`\n  fix: one row a line, indented below its parent; a list is `- ` and its items' type"
      ]
    ),
    (
      "a list in brackets",
      Sample.table("a: [string]"),
      [
        "c.yaml:5:10: error: a field table is not written in brackets, where YAML splits a type such as `string (a, b)`\n  fix: one row a line, indented below its parent; a list is `- ` and its items' type"
      ]
    ),
    (
      "a parameter table in braces",
      Sample.contract("query: { tasks: string }\nresponse: any"),
      [
        "c.yaml:4:12: error: a parameter table is not written in brackets, where YAML splits a type such as `string (a, b)`\n  fix: one parameter a line"
      ]
    ),
    (
      "values cut at a comment",
      Sample.table("a: string (a, b #c)"),
      [
        "c.yaml:5:17: error: the bracket `(` is not closed: YAML takes `#c)` as a comment\n  fix: quote the value: `'…'`"
      ]
    ),
    (
      "a pattern cut at a comment",
      Sample.table("a: string /x #y/"),
      [
        "c.yaml:5:17: error: the pattern is not closed by a `/`: YAML takes `#y/` as a comment\n  fix: quote the value: `'…'`"
      ]
    ),
    (
      "a law cut at a comment",
      Sample.contract("response: any\nlaws:\n  x: a = #b"),
      [
        "c.yaml:6:13: error: the law ends where a path, a parameter or a value was expected: YAML takes `#b` as a comment\n  fix: quote the value: `'…'`"
      ]
    ),
    (
      "an order cut at a comment",
      Sample.contract("response: any\norder: count(a #)"),
      [
        "c.yaml:5:17: error: the bracket `(` is not closed: YAML takes `#)` as a comment\n  fix: quote the value: `'…'`"
      ]
    ),
    (
      "an example split at a comma",
      Sample.contract("response: any\nexamples:\n  - { tasks: 1809,1815 }"),
      [
        "c.yaml:6:23: error: `1815` has no value: inside `{ }` YAML splits at every comma\n  fix: quote the value that holds the comma: `name: \"a, b\"`"
      ]
    ),
    (
      "an error body split at a comma",
      Sample.contract("response: any\nerrors:\n  422: { error: string (a, b) }"),
      [
        "c.yaml:6:32: error: `b)` has no value: inside `{ }` YAML splits at every comma\n  fix: quote the value that holds the comma: `name: \"a, b\"`"
      ]
    ),
    (
      "an example cut at a comment",
      Sample.contract("response: any\nexamples:\n  - { keyword: c #1 }"),
      [
        "c.yaml:7:1: error: not YAML: did not find expected ',' or '}'\n  fix: quote what holds ` #`: YAML takes the rest of the line as a comment"
      ]
    ),
    (
      "a type cut at a comment",
      Sample.table("a: #/x/"),
      [
        "c.yaml:5:7: error: `a` has no type: YAML takes `#/x/` as a comment\n  fix: quote the value, or write the type in front of the comment"
      ]
    ),
    (
      "a bracket that is never closed",
      Sample.table("a: string (a, b"),
      [
        "c.yaml:5:17: error: the bracket `(` is not closed"
      ]
    ),
    (
      "a pattern that is never closed",
      Sample.table("a: string /abc"),
      [
        "c.yaml:5:17: error: the pattern is not closed by a `/`"
      ]
    ),
    (
      "a member with and without mark",
      Sample.table("a: string\na?: string"),
      [
        "c.yaml:6:7: error: the row `a` stands here already, as `a` in line 5\n  fix: remove one of them; a member that really ends in `?` is written `??`"
      ]
    ),
    (
      "a member with and without null",
      Sample.table("a: string\nb: string\na|null: string"),
      [
        "c.yaml:7:7: error: the row `a` stands here already, as `a` in line 5\n  fix: remove one of them; a member that really ends in `?` is written `??`"
      ]
    ),
    (
      "a duplicate key",
      Sample.table("a: string\nb: string\na: integer"),
      [
        "c.yaml:7:7: error: the key `a` stands here already, in line 5\n  fix: remove one of them"
      ]
    ),
    (
      "a duplicate key in quotes",
      Sample.table("a: string\n# a: no\n\"a\": integer"),
      [
        "c.yaml:7:7: error: the key `a` stands here already, in line 5\n  fix: remove one of them"
      ]
    ),
    (
      "a duplicate key in braces",
      Sample.contract("response: any\nexamples:\n  - { a: 1, b: 2, a: 3 }"),
      [
        "c.yaml:6:23: error: the key `a` stands here already, in line 6\n  fix: remove one of them"
      ]
    ),
    (
      "a duplicate key of a contract",
      Sample.contract("response: any\ntitle: x\nresponse: any"),
      [
        "c.yaml:6:5: error: the key `response` stands here already, in line 4\n  fix: remove one of them"
      ]
    ),
    (
      "a tab",
      "contracts:\n\ta:\n",
      [
        "c.yaml:2:1: error: a tab in the indentation; YAML is indented with spaces\n  fix: replace the tab with spaces"
      ]
    ),
    (
      "a tab behind spaces",
      "contracts:\n  \ta: x\n",
      [
        "c.yaml:2:3: error: a tab in the indentation; YAML is indented with spaces\n  fix: replace the tab with spaces"
      ]
    ),
    (
      "an anchor",
      Sample.table("a: &x string\nb: *x"),
      [
        "c.yaml:5:10: error: anchors (`&name`) and aliases (`*name`) are not part of the notation\n  fix: write the value out, or give it a name under `types` of api.yaml"
      ]
    ),
    (
      "an anchor on a map",
      "contracts: &x\n  a: *x\n",
      [
        "c.yaml:2:6: error: not YAML: found undefined alias\n  fix: quote a value that begins with `*` or `&`"
      ]
    ),
    (
      "an alias of nothing",
      Sample.table("a: *x"),
      [
        "c.yaml:5:10: error: not YAML: found undefined alias\n  fix: quote a value that begins with `*` or `&`"
      ]
    ),
    (
      "a second document",
      "contracts: {}\n---\ncontracts: {}\n",
      [
        "c.yaml:2:1: error: a contract file is one YAML document, here begins another\n  fix: move it to a file of its own"
      ]
    ),
    (
      "an empty file",
      "",
      [
        "c.yaml:1:1: error: the file is empty"
      ]
    ),
    (
      "a file of comments",
      "# nothing\n",
      [
        "c.yaml:1:1: error: the file is empty"
      ]
    ),
    (
      "a control character",
      "contracts: \u{7}\n",
      [
        "c.yaml:1:12: error: a control character (U+0007)\n  fix: remove it"
      ]
    ),
    (
      "an unclosed quote",
      Sample.table("a: \"string\nb: integer"),
      [
        "c.yaml:5:10: error: the quote that is opened here is not closed, or not before the end of its block\n  fix: close it; inside '…' a quote is written twice"
      ]
    ),
    (
      "a key without a space behind its colon",
      Sample.table("a:string\nb: integer"),
      [
        "c.yaml:6:8: error: not YAML: mapping values are not allowed in this context\n  fix: write a key as `name: value`, quote a value that holds `: `, and indent sister keys alike"
      ]
    ),
    (
      "a value that begins with a brace",
      Sample.contract("response: any\nlaws:\n  x: {code} = a"),
      [
        "c.yaml:6:17: error: not YAML: did not find expected key\n  fix: quote a value that begins with `{` or `[`"
      ]
    ),
    (
      "a colon in a value",
      Sample.table("a: string /x: y/"),
      [
        "c.yaml:5:19: error: not YAML: mapping values are not allowed in this context\n  fix: write a key as `name: value`, quote a value that holds `: `, and indent sister keys alike"
      ]
    ),
    (
      "an unclosed bracket",
      "contracts: [\n",
      [
        "c.yaml:2:1: error: not YAML: did not find expected node content\n  fix: quote a value that begins with `{` or `[`"
      ]
    ),
    (
      "a row without a type",
      Sample.table("a:\nb: string"),
      [
        "c.yaml:5:7: error: `a` has no type\n  fix: known are `string`, `integer`, `number`, `boolean`, `object`, `any`"
      ]
    ),
    (
      "two element types in a list",
      Sample.table("a:\n  - string\n  - integer"),
      [
        "c.yaml:7:11: error: a list in a field table has one element, the type of its items; here are 2"
      ]
    ),
    (
      "null in front of the question mark",
      Sample.table("a|null?: string"),
      [
        "c.yaml:5:7: error: `|null` stands behind `?`\n  fix: write `a?|null`"
      ]
    ),
  ]

  @Test(arguments: cases)
  func `refuses what YAML would silently read as something else`(
    name: String,
    text: String,
    said: [String]
  ) {
    #expect(Sample.errors(text) == said)
  }
}
