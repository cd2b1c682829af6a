import PlumbNotation
import TestSupport
import Testing

@Suite struct NotationDocumentTests {
  /// The YAML blocks of the document, with the line before each one's first.
  static func blocks() throws -> [(line: Int, text: String)] {
    var blocks: [(line: Int, text: String)] = []
    var open: (line: Int, lines: [Substring])?
    let lines = try Repository.text("docs/notation.md")
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let current = open {
        if line == "```" {
          blocks.append((current.line, current.lines.joined(separator: "\n") + "\n"))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line == "```yaml" {
        open = (index + 1, [])
      }
    }
    return blocks
  }

  @Test func `loads and lints every example of the document`() throws {
    let blocks = try Self.blocks()
    let api = try #require(blocks.first { $0.text.hasPrefix("api:") })
    let contracts = blocks.filter { !$0.text.hasPrefix("api:") }
    #expect(contracts.count == 8)

    for block in contracts {
      // Empty lines in front keep the lines those of the document.
      let text = String(repeating: "\n", count: block.line) + block.text
      let library = try ContractLoader.load([
        ContractLoader.Folder(
          id: "harbour",
          api: NotationFile(path: "notation.md", text: api.text),
          contracts: [NotationFile(path: "docs/notation.md", text: text)]
        )
      ])

      #expect(Linter.lint(library).map(\.description) == [])
      #expect(!library.contracts.isEmpty)
    }
  }
}
