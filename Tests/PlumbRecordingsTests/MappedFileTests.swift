import Foundation
import PlumbModel
import PlumbText
import TestSupport
import Testing

@testable import PlumbRecordings

@Suite struct MappedFileTests {
  @Test(arguments: [0, 1, 63, 4_032, 4_033, 4_095, 4_096, 4_097, 65_536, 100_001])
  func `holds the bytes of a file, and zeros behind them`(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 % 251 + 1) }
    let path = try folder.write(bytes, to: "file")

    let mapped = try MappedFile(path)
    let read = mapped.withBytes { text in text.indices.map { text[$0] } }

    #expect(mapped.count == count)
    #expect(read == bytes + [UInt8](repeating: 0, count: ExchangeLayout.padding))
  }

  @Test func `gives back what it has let go`() throws {
    let folder = try TemporaryFolder()
    let bytes = [UInt8](repeating: 7, count: 100 << 20)
    let path = try folder.write(bytes, to: "file")

    var mapped = try MappedFile(path)
    let before = mapped.withBytes { text in text[5] }
    mapped.forget(before: 90 << 20)
    let after = mapped.withBytes { text in [text[5], text[(64 << 20) - 1], text[99 << 20]] }

    #expect(before == 7)
    #expect(after == [7, 7, 7])
  }

  @Test func `refuses a folder`() throws {
    let folder = try TemporaryFolder()

    #expect(throws: RecordingError.self) { _ = try MappedFile(folder.path) }
  }
}

@Suite struct LongArchiveTests {
  private static let url = "https://api.example.org/books/"

  private func archive(_ bodies: [String], _ end: String = "]}}") -> String {
    let entries = bodies.map { body in
      let text = body.replacing("\"", with: "\\\"")
      return "{\"request\":{\"method\":\"GET\",\"url\":\"\(Self.url)\"},"
        + "\"response\":{\"status\":200,\"content\":{\"text\":\"\(text)\"}}}"
    }
    return "{\"log\":{\"entries\":[\n\(entries.joined(separator: ",\n"))\n\(end)"
  }

  /// What was read, as texts, and the error; with places when `finds` is in a body.
  private func read(_ path: String, mappedSize: Int) throws -> [String] {
    var limits = RecordingLimits()
    limits.mappedSize = mappedSize
    var reader = ExchangeReader(limits: limits)
    var seen: [String] = []
    for file in try RecordingSet.find(paths: [path]).files {
      do throws(RecordingError) {
        try reader.read(file) { layout, bytes, source, locate, _ in
          let place = locate(layout.body)
          seen.append(
            "\(source.entry ?? -1) \(bytes.text(layout.body)) \(place.line):\(place.column) "
              + "\(place.offset) \(place.excerpt?.text ?? "")"
          )
        }
      } catch {
        seen.append(error.description)
      }
    }
    return seen
  }

  @Test(arguments: ["]}}", "", "}", "{\"request\":7}]}}"])
  func `is read alike where it lies and in memory`(end: String) throws {
    let folder = try TemporaryFolder()
    let bodies = (0..<200).map { "{\"book\":[\"é\($0)\"],\"pages\":\($0 * 7)}" }
    let path = try folder.write(archive(bodies, end), to: "long.har")

    let inMemory = try read(path, mappedSize: .max)

    #expect(inMemory.count == (end == "]}}" ? 200 : 201))
    #expect(try read(path, mappedSize: 0) == inMemory)
  }

  @Test func `may be longer than what is read at once`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(archive(["{}"]), to: "long.har")
    var limits = RecordingLimits()
    limits.fileSize = 10

    let files = try RecordingSet.find(paths: [path], limits: limits).files

    #expect(files.map(\.path) == [path])
  }
}
