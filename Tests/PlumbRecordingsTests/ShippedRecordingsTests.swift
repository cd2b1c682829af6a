import Foundation
import PlumbModel
import StandIn
import TestSupport
import Testing

@testable import PlumbRecordings

/// Holds `recordings/` to what the stand-in answers.
///
/// `PLUMB_UPDATE_RECORDINGS=1 swift test --filter ShippedRecordings` writes the folder anew.
@Suite(.serialized) struct ShippedRecordingsTests {
  private static let root = Repository.path("recordings")

  private static let isUpdating =
    ProcessInfo.processInfo.environment["PLUMB_UPDATE_RECORDINGS"] == "1"

  @Test func `are byte for byte what the stand-in answers`() throws {
    let expected = try StandInRecordings.files()
    if Self.isUpdating { try Self.update(to: expected) }
    let shipped = try Self.shipped()

    let stale = Set(expected.keys).union(shipped.keys).filter { expected[$0] != shipped[$0] }

    #expect(
      stale.sorted() == [],
      "write them anew: PLUMB_UPDATE_RECORDINGS=1 swift test --filter ShippedRecordings"
    )
  }

  @Test func `of the sample of drift are what the stand-in answers`() throws {
    let expected = try StandInRecordings.driftSample()
    let root = Repository.path("Tests/Samples/drift")
    if Self.isUpdating {
      for (path, bytes) in expected {
        let folder = "\(root)/\(path)".split(separator: "/").dropLast().joined(separator: "/")
        try DurableFile.makeFolder("/\(folder)")
        try DurableFile.write(bytes, to: "\(root)/\(path)")
      }
    }

    for (path, bytes) in expected {
      #expect(try FileReader.bytes(of: "\(root)/\(path)") == bytes, "\(path)")
    }
    #expect(expected.count <= 40)
  }

  @Test func `stay small enough to ship`() throws {
    let shipped = try Self.shipped()

    #expect(shipped.count <= 170)
    #expect(shipped.values.reduce(0) { $0 + $1.count } < 3_000_000)
  }

  @Test func `are read without an edit, in two labelled sessions`() throws {
    let set = try RecordingSet.find(paths: [Self.root])
    var reader = ExchangeReader()
    var count = 0
    for file in set.files {
      try reader.read(file) { layout, _, _, _, _ in
        #expect(layout.failure == nil)
        #expect(layout.bodyHash != 0)
        count += 1
      }
    }

    #expect(set.sessions.map(\.api) == ["onet", "tahatu"])
    #expect(set.sessions.map(\.label) == Array(repeating: "recorded from the stand-in", count: 2))
    #expect(reader.editedFiles == [])
    #expect(count == set.files.count)
    #expect(count > 60)
  }

  @Test func `hold bodies laid out over lines, and give the received bytes back`() throws {
    for (path, bytes) in try Self.shipped() where path.hasSuffix(".http") {
      let exchange = try Recording.decode(bytes, verifying: true)

      #expect(Recording.encode(exchange) == bytes, "\(path)")
    }
  }

  private static func shipped() throws -> [String: [UInt8]] {
    guard let names = FileManager.default.enumerator(atPath: root) else { return [:] }
    var files: [String: [UInt8]] = [:]
    for case let name as String in names {
      var isFolder: ObjCBool = false
      let path = "\(root)/\(name)"
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[name] = try FileReader.bytes(of: path)
    }
    return files
  }

  private static func update(to files: [String: [UInt8]]) throws {
    for name in try shipped().keys where files[name] == nil {
      try FileManager.default.removeItem(atPath: "\(root)/\(name)")
    }
    for (name, bytes) in files {
      let path = "\(root)/\(name)"
      try DurableFile.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      try DurableFile.write(bytes, to: path)
    }
  }
}
