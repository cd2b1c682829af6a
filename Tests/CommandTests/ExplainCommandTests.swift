import Foundation
import Testing

@Suite struct ExplainCommandTests {
  @Test func `explains a rule`() async throws {
    let result = try await Workshop().tool.run("explain", "field-missing")

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: """
            error[field-missing]: A member that is documented, and not as optional, is left
              out.
              family:    fields
              example:   {"code": "11-1011"} where code and title are documented
              remedy:    Send the member, or mark the row optional.
              yields to: field-renamed, field-moved, field-wrapped

            """,
          errors: ""
        )
    )
  }

  @Test func `is the page of the rules in docs`() async throws {
    // Tests/CommandTests/ExplainCommandTests.swift is three steps below the root.
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let page = try String(contentsOf: URL(filePath: "/\(root)/docs/rules.md"), encoding: .utf8)

    let result = try await Workshop().tool.run("explain", "--markdown")

    #expect(result.output == page, "run plumb explain --markdown > docs/rules.md")
  }

  @Test func `lists all rules by family, and writes them as a page`() async throws {
    let tool = try Workshop().tool

    let list = try await tool.run("explain")
    let page = try await tool.run("explain", "--markdown")

    #expect(list.output.hasPrefix("body\n  body-not-json (error)\n      "))
    #expect(list.output.split(separator: "\n").filter { $0.count > 80 } == [])
    #expect(page.output.hasPrefix("# The rules\n"))
    let parts = list.output.split(separator: "\ndrift\n")
    let ids = parts[0].matches(of: /\n  ([a-z-]+) \(/).map { $0.output.1 }
    #expect(ids.count > 20)
    #expect(ids.filter { !page.output.contains("\n## \($0)\n") } == [])
    #expect(parts.count == 2)
    #expect(parts.last?.contains("  row-renamed (breaking)\n") == true)
  }

  @Test func `explains the catalogue of drift too`() async throws {
    let tool = try Workshop().tool

    let rule = try await tool.run("explain", "row-removed")
    let misspelt = try await tool.run("explain", "row-removd")

    #expect(rule.output.hasPrefix("breaking[row-removed]: A member is gone.\n"))
    #expect(misspelt.status == 64)
    #expect(misspelt.errors.contains("row-removed"))
  }
}
