import Foundation
import TestSupport
import Testing

/// Holds the modules to the table of ARCHITECTURE.md: who may import whom, and nothing besides.
@Suite struct ImportsTests {
  /// What each module may import besides the standard library.
  private static let allowed: [String: Set<String>] = [
    "PlumbText": [],
    "PlumbModel": ["PlumbText"],
    "PlumbChecking": ["PlumbText", "PlumbModel"],
    "PlumbNotation": ["PlumbText", "PlumbModel", "Yams", "Foundation"],
    "PlumbRecordings": ["PlumbText", "PlumbModel", "Synchronization", "Glibc", "Musl", "Darwin"],
    "PlumbDocuments": ["PlumbText", "PlumbModel", "PlumbChecking", "PlumbNotation"],
    "PlumbDrift": ["PlumbText", "PlumbModel", "PlumbChecking"],
    "PlumbReports": ["PlumbText", "PlumbModel", "PlumbChecking", "PlumbDrift", "Mustache"],
    "PlumbServing": [
      "PlumbText", "PlumbModel", "NIOCore", "NIOPosix", "NIOHTTP1", "Synchronization", "Dispatch",
      "Glibc", "Musl", "Darwin",
    ],
    "PlumbReplay": ["PlumbText", "PlumbModel", "Synchronization"],
    "PlumbLive": [
      "PlumbText", "PlumbModel", "PlumbChecking", "PlumbRecordings", "AsyncHTTPClient",
      "NIOHTTPCompression", "NIOSSL", "NIOCore", "NIOPosix", "NIOHTTP1", "Synchronization",
      "Glibc", "Musl", "Darwin",
    ],
    "plumb": [
      "PlumbText", "PlumbModel", "PlumbChecking", "PlumbNotation", "PlumbRecordings",
      "PlumbDocuments", "PlumbDrift", "PlumbReports", "PlumbServing", "PlumbReplay", "PlumbLive",
      "ArgumentParser", "Synchronization", "Glibc", "Musl", "Darwin",
    ],
  ]

  /// The modules that a file imports, however the import is written.
  static func imports(in text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      var words = line.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      while let word = words.first, word.hasPrefix("@") || marks.contains(word) {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { return nil }
      let name = words[1 + (kinds.contains(words[1]) ? 1 : 0)]
      return name.split(separator: ".").first.map(String.init)
    }
  }

  private static let marks: Set<String> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let kinds: Set<String> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]

  private static func files(of folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: Repository.path(folder))
      .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
  }

  @Test func `knows every module`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.path("Sources"))

    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(Self.allowed.keys))
  }

  @Test(arguments: allowed.keys.sorted())
  func `imports only what stands above it`(module: String) throws {
    let files = try Self.files(of: "Sources/\(module)")
    let allowed = try #require(Self.allowed[module])

    let forbidden = try files.flatMap { file in
      Self.imports(in: try Repository.text(file)).filter { !allowed.contains($0) }
        .map { "\(file): \($0)" }
    }

    #expect(!files.isEmpty)
    #expect(forbidden == [])
  }

  @Test func `sees every form of an import`() {
    let text = """
      import A
      public import B
      @testable import C
      @_exported public import D
        import struct E.Thing
      #if canImport(F)
      // import G
      let important = 1
      """

    #expect(Self.imports(in: text) == ["A", "B", "C", "D", "E"])
  }
}
