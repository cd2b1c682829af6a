import Testing

@testable import PlumbNotation

@Suite struct TypeErrorTests {
  /// What is wrong, the file, and all that is said of it.
  static let cases: [(String, String, [String])] = [
    (
      "a misspelt type",
      Sample.table("a: integr"),
      [
        "c.yaml:5:10: error: `integr` is no type\n  fix: did you mean `integer`?"
      ]
    ),
    (
      "a word of another language",
      Sample.table("a: uuid"),
      [
        "c.yaml:5:10: error: `uuid` is no type\n  fix: known are `string`, `integer`, `number`, `boolean`, `object`, `any`, `code`, `tree`"
      ]
    ),
    (
      "a misspelt named type",
      Sample.table("a: cod"),
      [
        "c.yaml:5:10: error: `cod` is no type\n  fix: did you mean `code`?"
      ]
    ),
    (
      "a misspelt narrowing",
      Sample.table("a: string lenght 1..5"),
      [
        "c.yaml:5:17: error: `lenght` narrows no type\n  fix: did you mean `length`?"
      ]
    ),
    (
      "the manual's word for optional",
      Sample.table("a: string optional"),
      [
        "c.yaml:5:17: error: `optional` is said by a `?` behind the name"
      ]
    ),
    (
      "a list said in words",
      Sample.table("a: list of string"),
      [
        "c.yaml:5:10: error: a list in a field table is a YAML list of one element\n  fix: write the type of the items in the next line, behind `- `"
      ]
    ),
    (
      "a range of a string",
      Sample.table("a: string 1..5"),
      [
        "c.yaml:5:17: error: a range narrows integer, number, not string\n  fix: for the length of a string write `length 1..5`"
      ]
    ),
    (
      "a length of a number",
      Sample.table("a: integer length 1..5"),
      [
        "c.yaml:5:24: error: `length` narrows string, not integer"
      ]
    ),
    (
      "a pattern of a number",
      Sample.table("a: integer /x/"),
      [
        "c.yaml:5:18: error: a pattern narrows string, not integer"
      ]
    ),
    (
      "a format of a boolean",
      Sample.table("a: boolean date-time"),
      [
        "c.yaml:5:18: error: a format narrows string, not boolean"
      ]
    ),
    (
      "values of any",
      Sample.table("a: any (a, b)"),
      [
        "c.yaml:5:14: error: a list of values narrows string, integer, number, boolean, not any"
      ]
    ),
    (
      "a range that ends before it begins",
      Sample.table("a: integer 5..1"),
      [
        "c.yaml:5:18: error: the range ends before it begins"
      ]
    ),
    (
      "a range without bounds",
      Sample.table("a: integer .."),
      [
        "c.yaml:5:18: error: `..` has no bound"
      ]
    ),
    (
      "a range with one dot",
      Sample.table("a: integer 1.5"),
      [
        "c.yaml:5:18: error: `1.5` is no range\n  fix: a range is written `1..5`, `1..` or `..5`"
      ]
    ),
    (
      "a bound that is no number",
      Sample.table("a: integer 1..05"),
      [
        "c.yaml:5:18: error: `05` is no number"
      ]
    ),
    (
      "a length that is no count",
      Sample.table("a: string length 1.5..2"),
      [
        "c.yaml:5:24: error: `1.5` is no count: a whole number from 0"
      ]
    ),
    (
      "a value of another type",
      Sample.table("a: integer (1, two)"),
      [
        "c.yaml:5:22: error: `two` is no integer"
      ]
    ),
    (
      "a value listed twice",
      Sample.table("a: string (a, b, a)"),
      [
        "c.yaml:5:24: error: `a` is listed twice"
      ]
    ),
    (
      "no value in brackets",
      Sample.table("a: string (a,)"),
      [
        "c.yaml:5:20: error: a value was expected"
      ]
    ),
    (
      "text behind a comma",
      Sample.table("a: string (a, b), c"),
      [
        "c.yaml:5:23: error: nothing follows a comma here\n  fix: list values in brackets: `(a, b)`"
      ]
    ),
    (
      "something else than null",
      Sample.table("a: string | integer"),
      [
        "c.yaml:5:18: error: only `null` may stand behind `|`"
      ]
    ),
    (
      "a default of a row",
      Sample.table("a: integer = 5"),
      [
        "c.yaml:5:18: error: a row of a field table has no default"
      ]
    ),
    (
      "a narrowed named type",
      Sample.table("a: code length 1..2"),
      [
        "c.yaml:5:15: error: `length 1..2` was not expected here: `code` is narrowed where it is named\n  fix: write it in api.yaml under `types`"
      ]
    ),
    (
      "what belongs under rows",
      Sample.table("a: string unique"),
      [
        "c.yaml:5:17: error: `unique` stands under `rows`"
      ]
    ),
    (
      "look-ahead in a pattern",
      Sample.table("a: string /a(?=b)/"),
      [
        "c.yaml:5:19: error: look-ahead \"(?=\" cannot be used in a pattern: list what may stand there instead"
      ]
    ),
    (
      "a quoted type with a mistake",
      Sample.table("a: 'strng'"),
      [
        "c.yaml:5:11: error: `strng` is no type\n  fix: did you mean `string`?"
      ]
    ),
    (
      "a number for a type",
      Sample.table("a: 12"),
      [
        "c.yaml:5:10: error: a type was expected\n  fix: known are `string`, `integer`, `number`, `boolean`, `object`, `any`"
      ]
    ),
    (
      "a list without a style",
      Sample.contract("query:\n  a: list of integer\nresponse: any"),
      [
        "c.yaml:5:25: error: a list says how it is written\n  fix: add `, comma` (one value) or `, repeated` (one parameter for each item)"
      ]
    ),
    (
      "a list of an unknown style",
      Sample.contract("query:\n  a: list of integer, coma\nresponse: any"),
      [
        "c.yaml:5:27: error: `coma` is no way to write a list\n  fix: known are `comma`, `repeated`"
      ]
    ),
    (
      "a parameter that is null",
      Sample.contract("query:\n  a: string | null\nresponse: any"),
      [
        "c.yaml:5:10: error: a parameter is never `null`"
      ]
    ),
    (
      "a parameter without a type",
      Sample.contract("query:\n  a:\nresponse: any"),
      [
        "c.yaml:5:7: error: `a` has no type"
      ]
    ),
    (
      "an optional path parameter",
      Sample.contract("path:\n  a?: string\nresponse: any"),
      [
        "c.yaml:5:7: error: a path parameter cannot be left out\n  fix: remove the `?`"
      ]
    ),
    (
      "a default without a value",
      Sample.contract("query:\n  a?: integer =\nresponse: any"),
      [
        "c.yaml:5:20: error: the default has no value"
      ]
    ),
    (
      "a parameter said twice",
      Sample.contract("query:\n  a: string\n  a?: string\nresponse: any"),
      [
        "c.yaml:6:7: error: the parameter `a` stands here already, in line 5\n  fix: remove one of them"
      ]
    ),
    (
      "a header said twice",
      Sample.contract("header:\n  X-A: string\n  x-a: string\nresponse: any"),
      [
        "c.yaml:6:7: error: the parameter `x-a` stands here already, in line 5\n  fix: remove one of them"
      ]
    ),
  ]

  @Test(arguments: cases)
  func `says what is wrong with a type, and where`(name: String, text: String, said: [String]) {
    #expect(Sample.errors(text) == said)
  }
}
