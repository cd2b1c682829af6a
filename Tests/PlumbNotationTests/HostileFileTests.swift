import Foundation
import PlumbModel
import TestSupport
import Testing

@testable import PlumbNotation

@Suite struct HostileFileTests {
  @Test func `refuses an alias bomb before it goes off`() {
    var lines = ["a0: &a0 [x, x]"]
    for level in 1...40 {
      lines.append("a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]")
    }
    lines.append("? *a40\n: x")

    let errors = Sample.errors(lines.joined(separator: "\n") + "\n")

    #expect(
      errors == [
        "c.yaml:2:10: error: anchors (`&name`) and aliases (`*name`) are not part of the notation\n"
          + "  fix: write the value out, or give it a name under `types` of api.yaml"
      ]
    )
  }

  @Test func `counts aliases at the beginning of a line`() {
    let bomb = (1...10).map { "- &a\($0) [\n*a\($0 - 1),\n*a\($0 - 1)]\n" }.joined()

    #expect(Sample.errors("- &a0 x\n" + bomb).count == 1)
    #expect(Sample.errors("- &a0 x\n" + bomb)[0].hasPrefix("c.yaml:3:1: error: anchors"))
  }

  @Test(
    arguments: [
      String(repeating: "[", count: 100_000),
      String(repeating: "- ", count: 20_000) + "x\n",
      String(repeating: "[", count: 900) + String(repeating: "]", count: 900) + "\n",
      (0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      "contracts:\n  a:\n    get: /a\n    response:\n"
        + (0..<200).map { String(repeating: " ", count: 6 + $0) + "a:\n" }.joined(),
      "contracts:\n  a:\n    get: /" + String(repeating: "{", count: 50_000) + "\n",
      "contracts:\n  a:\n    get: /a\n    response: string /"
        + String(repeating: "(", count: 50_000) + "/\n",
      "contracts:\n  a:\n    get: /a\n    response: string ("
        + String(repeating: "a,", count: 2_000) + ")\n",
    ]
  )
  func `refuses what is nested or long without end`(text: String) {
    #expect(!Sample.errors(text).isEmpty)
  }

  /// A generator that always gives the same numbers, SplitMix64.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let scraps = [
    "?", "|null", "...", "&a ", "*a", "{", "}", "[", "]", "(", ")", "/", " #", ", ", ": ", "\t",
    "\n", "'", "\"", "- ", "..", "= ", "+ 1", "list of ", "\u{0}", "é", "😀", "%", "---\n", "~",
    "null",
    "one of:", "each ", "{..x}", "$[]", "| ", "> ", "<<: ", "!!int ", "? ",
  ]

  private static func mutate(_ text: String, _ numbers: inout Numbers) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &numbers) {
      let at = Int.random(in: 0..<max(1, bytes.count), using: &numbers)
      let length = Int.random(in: 0...12, using: &numbers)
      let range = min(at, bytes.count)..<min(at + length, bytes.count)
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: bytes.removeSubrange(range)
      case 1:
        bytes.insert(
          contentsOf: scraps.randomElement(using: &numbers)?.utf8.map { $0 } ?? [],
          at: range.lowerBound
        )
      case 2: bytes.insert(contentsOf: Array(bytes[range]), at: range.lowerBound)
      case 3: bytes.removeSubrange(range.lowerBound...)
      default:
        if !bytes.isEmpty {
          bytes[min(at, bytes.count - 1)] = UInt8.random(in: 0...255, using: &numbers)
        }
      }
    }
    return bytes
  }

  @Test(arguments: [
    "onet/job_duties.yaml", "onet/stem_occupations.yaml", "tahatu/occupations.yaml",
  ])
  func `reads or refuses any mutation of a contract file`(name: String) throws {
    let folder = name.split(separator: "/")[0]
    let api = NotationFile(
      path: "api.yaml",
      text: try Repository.text("contracts/\(folder)/api.yaml")
    )
    let text = try Repository.text("contracts/\(name)")
    var numbers = Numbers(state: UInt64(name.utf8.count))
    var read = 0
    for _ in 0..<400 {
      let bytes = Self.mutate(text, &numbers)
      guard let file = try? NotationFile(path: "c.yaml", bytes: bytes) else { continue }
      let folder = ContractLoader.Folder(id: "x", api: api, contracts: [file])
      do throws(NotationErrors) {
        _ = Linter.lint(try ContractLoader.load([folder]))
        read += 1
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
    #expect(read > 0)
  }

  @Test(arguments: ["onet", "tahatu"])
  func `reads or refuses any mutation of an API's file`(name: String) throws {
    let text = try Repository.text("contracts/\(name)/api.yaml")
    var numbers = Numbers(state: 7)
    var read = 0
    for _ in 0..<400 {
      let bytes = Self.mutate(text, &numbers)
      guard let file = try? NotationFile(path: "api.yaml", bytes: bytes) else { continue }
      let folder = ContractLoader.Folder(id: "x", api: file, contracts: [])
      do throws(NotationErrors) {
        _ = Linter.lint(try ContractLoader.load([folder]))
        read += 1
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
    #expect(read > 0)
  }
}
