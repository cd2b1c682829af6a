import Foundation
import PlumbModel
import Synchronization
import TestSupport
import Testing

@testable import PlumbRecordings

@Suite struct LineBlocksTests {
  private struct Line: Hashable, Comparable {
    var number: Int
    var entry: Int
    var offset: Int
    var text: String

    static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
  }

  /// The lines of a text, cut in the plainest way.
  private func lines(of text: String) -> [Line] {
    var lines: [Line] = []
    var offset = 0
    for (index, part) in text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .enumerated()
    {
      var content = String(decoding: part, as: UTF8.self)
      var start = offset
      if index == 0, content.hasPrefix("\u{FEFF}") {
        content.removeFirst()
        start += 3
      }
      while let last = content.unicodeScalars.last, " \t\r".unicodeScalars.contains(last) {
        content.unicodeScalars.removeLast()
      }
      if !content.isEmpty {
        lines.append(Line(number: index + 1, entry: lines.count, offset: start, text: content))
      }
      offset += part.count + 1
    }
    return lines
  }

  private func read(_ blocks: LineBlocks) throws -> [Line] {
    var block = LineBlock()
    var lines: [Line] = []
    while try blocks.next(into: &block) {
      for line in block.lines {
        lines.append(
          Line(
            number: line.number,
            entry: line.entry,
            offset: line.offset,
            text: String(decoding: block.bytes[line.range], as: UTF8.self)
          )
        )
      }
    }
    return lines
  }

  private static let texts: [String] = [
    "", "\n", " \r\n\t\n", "{}", "{}\n", "\u{FEFF}{}\r\n{}", "\n\n{\"a\":1}  \n\n{\"b\":2}\t",
    (0..<3_000).map { "{\"number\":\($0)}" + String(repeating: "é", count: $0 % 97) }
      .joined(separator: "\n"),
    (0..<6).map { String(repeating: "\($0)", count: $0 * 120_011 % 400_001) }
      .joined(separator: "\n") + "\n",
  ]

  @Test(arguments: texts)
  func `hands out every line with its place`(text: String) throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = try folder.write(text, to: "lines.ndjson")
    let blocks = LineBlocks(try InputFile(opening: path), limit: 1 << 24)

    #expect(try read(blocks) == lines(of: text))
    #expect(blocks.isAtEnd)
  }

  @Test(arguments: texts)
  func `hands out every line once to readers at the same time`(text: String) async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = try folder.write(text, to: "lines.ndjson")
    let blocks = LineBlocks(try InputFile(opening: path), limit: 1 << 24)

    let read = try await withThrowingTaskGroup(of: [Line].self) { group in
      for _ in 0..<4 { group.addTask { try self.read(blocks) } }
      return try await group.reduce(into: []) { $0 += $1 }
    }

    #expect(read.sorted() == lines(of: text))
  }

  @Test func `stops at a line that is too long, and says so once`() throws {
    let text = "{}\n" + String(repeating: "x", count: 500_001) + "\n{}\n"
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = try folder.write(text, to: "lines.ndjson")
    let blocks = LineBlocks(try InputFile(opening: path), limit: 500_000)
    var block = LineBlock()

    #expect(try blocks.next(into: &block))
    #expect(block.lines.map(\.number) == [1])
    let error = #expect(throws: RecordingError.self) { try blocks.next(into: &block) }
    #expect(error?.line == 2)
    #expect(try !blocks.next(into: &block))
  }
}

@Suite struct LineFaultsTests {
  @Test func `names the first line and counts the others, however they were found`() {
    let errors = [7, 3, 9].map { RecordingError(file: "a", line: $0, column: 1, message: "is cut") }
    var all = LineFaults()
    for error in errors { all.add(error) }
    var halves = LineFaults()
    for error in errors.reversed() {
      var one = LineFaults()
      one.add(error)
      halves.merge(one)
    }
    halves.merge(LineFaults())

    #expect(all == halves)
    #expect(all.error?.description == "a:3:1: is cut; 2 more lines cannot be read")
    #expect(LineFaults().error == nil)
  }
}
