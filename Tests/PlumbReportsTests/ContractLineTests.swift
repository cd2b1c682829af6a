import Testing

@testable import PlumbReports

@Suite struct ContractLineTests {
  @Test(
    arguments: [
      ("    code: integer", 5, "integer"),
      ("    code?: integer 1..5   # five kinds", 5, "integer 1..5"),
      ("    - href: string", 7, "string"),
      ("    code: string /a: b/", 11, "string /a: b/"),
      ("    job:", 5, "job"),
      ("    job:   # none", 5, "job"),
      ("    a:b: string", 5, "string"),
      ("    - string", 7, "string"),
      ("", 5, ""),
      ("    名前: string", 5, "string"),
    ]
  )
  func `underlines what the line promises`(line: String, column: Int, part: String) {
    let characters = Array(line)

    #expect(String(characters[ContractLine.part(of: line, column: column)]) == part)
  }
}
