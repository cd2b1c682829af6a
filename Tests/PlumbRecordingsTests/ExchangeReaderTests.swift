import Foundation
import PlumbModel
import PlumbText
import TestSupport
import Testing

@testable import PlumbRecordings

@Suite struct ExchangeReaderTests {
  private struct Seen: Hashable {
    var url: String
    var body: String
    var source: ExchangeSource
    var place: String
  }

  /// Reads files; the place of each exchange is that of `marker` in its body.
  private func read(
    _ paths: [String],
    with reader: inout ExchangeReader,
    marker: String = "7"
  ) throws -> [Seen] {
    var seen: [Seen] = []
    for file in try RecordingSet.find(paths: paths).files {
      try reader.read(file) { layout, bytes, source, locate, _ in
        #expect(bytes.byteCount - layout.body.upperBound >= ExchangeLayout.padding)
        let body = bytes.text(layout.body)
        let lower = body.utf8.firstRange(of: marker.utf8).map { range in
          layout.body.lowerBound + body.utf8.distance(from: body.startIndex, to: range.lowerBound)
        }
        let place = lower.map { locate($0..<($0 + marker.utf8.count)) }
        seen.append(
          Seen(
            url: bytes.text(layout.url),
            body: body,
            source: source,
            place: place.map { place in
              "\(place.line):\(place.column) \(place.offset) \(place.excerpt?.text ?? "")"
            } ?? ""
          )
        )
      }
    }
    return seen
  }

  @Test func `hands on an exchange with its place in the file, and notes edits`() throws {
    let folder = try TemporaryFolder()
    let exchange = Exchange(
      request: Exchange.Request(url: "https://api.example.org/é"),
      response: Exchange.Response(status: 200, body: Array(#"{"a":"é","b":7}"#.utf8))
    )
    let file = Recording.encode(exchange)
    let path = try folder.write(file, to: "x.http")
    let edited = String(decoding: file, as: UTF8.self).replacing("\"b\": 7", with: "\"b\": 77")
    try folder.write(edited, to: "y.http")
    var reader = ExchangeReader()

    let seen = try read([folder.path], with: &reader)

    #expect(seen[0].url == "https://api.example.org/é")
    #expect(seen[0].body == "{\n  \"a\": \"é\",\n  \"b\": 7\n}")
    #expect(
      seen[0].source == ExchangeSource(file: path, rank: 0, entry: nil, session: folder.path)
    )
    #expect(seen[0].place.hasPrefix("13:8 "))
    #expect(seen[0].place.hasSuffix("   \"b\": 7"))
    #expect(reader.editedFiles == ["\(folder.path)/y.http"])
    #expect(reader.bytesRead == file.count + edited.utf8.count)
  }

  @Test func `hands on an archive's exchanges with their places in the archive`() throws {
    let folder = try TemporaryFolder()
    let entry =
      #"{"request":{"method":"GET","url":"https://api.example.org/é"},"response":{"status":200,"content":{"text":"{\"é\":7}"}}}"#
    let file = "{\"log\":{\"entries\":[\n\(entry),\n\(entry)]}}"
    let path = try folder.write(file, to: "x.har")
    var reader = ExchangeReader()

    let seen = try read([path], with: &reader)

    #expect(seen.map(\.body) == [#"{"é":7}"#, #"{"é":7}"#])
    #expect(seen.map(\.source.entry) == [0, 1])
    #expect(seen[0].place.hasPrefix("2:114 135 "))
    #expect(seen[1].place.hasPrefix("3:114 258 "))
  }

  @Test func `hands on a stream's exchanges, over the seams of its pieces`() throws {
    let folder = try TemporaryFolder()
    let filler = String(repeating: "é", count: 120_000)
    var file = "\u{FEFF}"
    for index in 0..<30 {
      if index % 7 == 0 { file += "\r\n\n" }
      let end = index % 3 == 0 ? "\r\n" : "\n"
      let body = index % 5 == 0 ? #""bodyText":"{\"k\":7}""# : #""body":{"k":7}"#
      file +=
        #"{"url":"https://api.example.org/\#(index)","status":200,"x":"\#(filler)",\#(body)}\#(end)"#
    }
    let path = try folder.write(String(file.dropLast()), to: "x.ndjson")
    var reader = ExchangeReader()

    let seen = try read([path], with: &reader)
    let again = try read([path], with: &reader)

    #expect(seen.map(\.url) == (0..<30).map { "https://api.example.org/\($0)" })
    #expect(Set(seen.map(\.body)) == [#"{"k":7}"#])
    #expect(seen.map(\.source.entry) == (0..<30).map(Optional.some))
    #expect(again == seen)
    let bytes = Array(file.utf8)
    for place in seen.map(\.place) {
      let offset = try #require(Int(place.split(separator: " ")[1]))
      #expect(bytes[offset] == UInt8(ascii: "7"))
    }
    #expect(seen[0].place.hasPrefix("3:"))
    #expect(seen[8].place.hasPrefix("13:"))
  }

  @Test func `hands on a line longer than a piece, and refuses one beyond the limit`() throws {
    let folder = try TemporaryFolder()
    let filler = String(repeating: "x", count: 5_000_000)
    let file = #"{"url":"u","status":200,"body":["\#(filler)",7]}"#
    let path = try folder.write("\(file)\n\(file)\n", to: "x.ndjson")
    var limits = RecordingLimits()
    limits.lineSize = 2_000_000
    var reader = ExchangeReader()
    var strict = ExchangeReader(limits: limits)

    #expect(try read([path], with: &reader).map(\.body.utf8.count) == [5_000_006, 5_000_006])
    #expect(
      throws: RecordingError(
        file: path,
        line: 1,
        column: 1,
        message: "the line is longer than 2000000 bytes; raise the limit, "
          + "or write one exchange a line"
      )
    ) { try read([path], with: &strict) }
  }

  @Test func `names file, line and column of what is broken`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("{\"url\":\"u\",\"status\":200}\n\n[]\n", to: "x.ndjson")
    var reader = ExchangeReader()

    let error = #expect(throws: RecordingError.self) { try read([path], with: &reader) }

    #expect(error?.description.hasPrefix("\(path):3:1: expected an exchange such as") == true)
  }

  @Test func `hands on a bare body whole, and refuses it as an exchange`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("{\n\"a\": 7 }\n", to: "body.json")
    let file = try RecordingSet.find(paths: [path]).files[0]
    var reader = ExchangeReader()
    var places: [String] = []

    try reader.readBody(file) { body, bytes, source, locate in
      let place = locate(7..<8)
      places.append("\(bytes.text(body)) \(source.file == path) \(place.line):\(place.column)")
      #expect((0..<ExchangeLayout.padding).allSatisfy { bytes.byte(body.upperBound + $0) == 0 })
    }

    #expect(places == ["{\n\"a\": 7 }\n true 2:6"])
    #expect(
      throws: RecordingError(
        file: path,
        message: "is a bare body, which does not say what it answers; name its operation "
          + "with `--operation`"
      )
    ) { try reader.read(file) { _, _, _, _, _ in } }
  }

  @Test func `says when a file vanished or may not be read`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("", to: "x.http")
    let file = try RecordingSet.find(paths: [path]).files[0]
    try FileManager.default.removeItem(atPath: path)
    var reader = ExchangeReader()

    #expect(
      throws: RecordingError(
        file: path,
        message: "there is no such file or folder; check the path"
      )
    ) { try reader.read(file) { _, _, _, _, _ in } }
  }

  private static let liveArchive = Repository.path(
    "../shared/data/onet-recorded/onet-live-2026.har"
  )

  // The archive lies beside the repository where it is at hand, and is no part of it.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: liveArchive)))
  func `reads an archive recorded from a live API`() throws {
    var reader = ExchangeReader()

    let seen = try read([Self.liveArchive], with: &reader, marker: "\"")

    #expect(seen.count == 13)
    #expect(seen.allSatisfy { $0.url.hasPrefix("https://") && $0.place.contains(":") })
  }
}
