import Foundation
import TestSupport
import Testing

/// Processes that are killed while they record. `Tests/Proof/kills.py` does it more often.
@Suite struct KillTests {
  private static let count = 150

  /// Lines of exchanges; the size of the bodies differs.
  private static func lines(_ word: String) -> String {
    (0..<count).map { code in
      let text = String(repeating: "\(word) ", count: 10 + code * 7 % 90)
      return """
        {"url":"https://api.example.org/books/\(code)","status":200,\
        "headers":{"Content-Type":"application/json"},"body":{"code":\(code),"title":"\(text)"}}\n
        """
    }.joined()
  }

  /// Starts the tool, and kills it once so many recordings were made.
  private static func kill(
    _ workshop: Workshop,
    _ arguments: [String],
    at count: Int,
    isReplacing: Bool
  )
    async throws
  {
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = arguments
    process.currentDirectoryURL = workshop.folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning {
      let notes = (try? workshop.read("s/volatile.ndjson")) ?? ""
      let begin = isReplacing ? notes.ranges(of: "replacing").last?.upperBound : notes.startIndex
      if let begin, notes[begin...].count(where: { $0 == "\n" }) > count { break }
      await Task.yield()
    }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private static func reference(_ word: String) async throws -> [String: String] {
    let workshop = try Workshop.library()
    try workshop.write(lines(word), to: "books.ndjson")
    _ = try await workshop.tool.run("show", "books.ndjson", "--as", "http", "--output", "s")
    return try workshop.recordings(in: "s")
  }

  @Test func `leave every recording whole, and the next run goes on`() async throws {
    let reference = try await Self.reference("old")
    let workshop = try Workshop.library()
    try workshop.write(Self.lines("old"), to: "books.ndjson")
    let words = ["show", "books.ndjson", "--as", "http", "--output", "s", "--resume"]
    var random = SplitMix64(seed: 4)

    for round in 0..<10 {
      try await Self.kill(workshop, words, at: round * 12 + random.below(12), isReplacing: false)
      for (path, text) in try workshop.recordings(in: "s") { #expect(reference[path] == text) }
    }
    let last = try await workshop.tool.run(words)

    #expect(last.status == 0)
    #expect(try workshop.recordings(in: "s") == reference)
    #expect(reference.count == Self.count)
    #expect(try workshop.names(in: "s/books.one").filter { $0.hasPrefix(".") } == [])
  }

  @Test func `leave old or new when recording anew, and the next run goes on`() async throws {
    let (old, new) = (try await Self.reference("old"), try await Self.reference("new"))
    let workshop = try Workshop.library()
    try workshop.write(Self.lines("old"), to: "old.ndjson")
    try workshop.write(Self.lines("new"), to: "new.ndjson")
    _ = try await workshop.tool.run("show", "old.ndjson", "--as", "http", "--output", "s")
    let words = ["show", "new.ndjson", "--as", "http", "--output", "s"]
    var random = SplitMix64(seed: 5)

    for round in 0..<10 {
      let mode = round == 0 ? "--replace" : "--resume"
      try await Self.kill(
        workshop,
        words + [mode],
        at: round * 12 + random.below(12),
        isReplacing: true
      )
      let found = try workshop.recordings(in: "s")
      #expect(found.count == Self.count)
      for (path, text) in found { #expect(old[path] == text || new[path] == text) }
    }
    let last = try await workshop.tool.run(words + ["--resume"])

    #expect(last.status == 0)
    #expect(try workshop.recordings(in: "s") == new)
    #expect(try !workshop.read("s/volatile.ndjson").contains("replacing"))
  }

  @Test func `eight at once keep what each of them records`() async throws {
    let workshop = try Workshop.library()
    for part in 0..<8 {
      let lines = Self.lines("old").split(separator: "\n")[(part * 10)..<(part * 10 + 10)]
      try workshop.write(lines.joined(separator: "\n"), to: "\(part).ndjson")
    }

    let results = try await workshop.tool.shell(
      """
      for part in 0 1 2 3 4 5 6 7; do
        plumb show $part.ndjson --as http --output s --resume & jobs+=($!)
      done
      for job in "${jobs[@]}"; do wait $job || echo failed; done
      """
    )

    #expect(results.output == "")
    #expect(try workshop.recordings(in: "s").count == 80)
    let notes = try workshop.read("s/volatile.ndjson").split(separator: "\n")
    #expect(notes.count == 80)
    #expect(notes.filter { !$0.hasPrefix("{\"order\":") || !$0.hasSuffix("}") } == [])
  }
}
