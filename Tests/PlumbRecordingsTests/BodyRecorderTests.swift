import Foundation
import PlumbModel
import PlumbText
import TestSupport
import Testing

@testable import PlumbRecordings

@Suite struct BodyRecorderTests {
  private static let key = "k3y/of+the=Library"
  private static let redactor = Redactor(secrets: [Secret(name: "LIBRARY_KEY", value: key)])

  private static let head = Exchange(
    request: Exchange.Request(url: "https://api.example.org/export"),
    response: Exchange.Response(
      status: 200,
      fields: [
        HTTPField(name: "Content-Type", value: "text/plain"),
        HTTPField(name: "Date", value: "today"),
      ]
    )
  )

  private static func recorder(in folder: String) throws -> BodyRecorder {
    let writer = try SessionWriter(
      folder: folder,
      session: Session(path: folder),
      redactor: redactor,
      mode: .resume
    )
    return try BodyRecorder(writer, head, operation: "export", pathValues: [], stretch: 4096)
  }

  private static func append(
    _ body: [UInt8],
    to recorder: BodyRecorder,
    _ random: inout SplitMix64
  ) throws {
    var offset = 0
    while offset < body.count {
      let end = min(offset + 1 + random.below(3000), body.count)
      try recorder.append(Array(body[offset..<end]))
      offset = end
    }
  }

  @Test(arguments: [1001, 4096, 50_000])
  func `writes a large body as it comes`(count: Int) throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: UInt64(count))
    let body = (0..<count).map { _ in UInt8(random.below(256)) }
    let recorder = try Self.recorder(in: folder.path)

    try Self.append(body, to: recorder, &random)
    let path = try recorder.finish(repeat: 1, circumstances: Circumstances(order: 7))

    #expect(path.hasSuffix("_002.http"))
    let found = try RecordedFiles.read(path, verifying: true)
    #expect(found.response.body == body)
    #expect(found.response.fields.map(\.name) == ["Content-Type"])
    var reader = ExchangeReader()
    for file in try RecordingSet.find(paths: [path]).files {
      try reader.read(file) { layout, _, _, _, _ in #expect(layout.body.count == count) }
    }
    #expect(reader.editedFiles == [])
    #expect(try SessionNotes.read(in: folder.path).map(\.circumstances.order) == [7])
    #expect(try folder.files().keys.filter { $0.contains(".plumb-") } == [])
  }

  @Test func `names what the body alone gives away in no part of the recording`() throws {
    let folder = try TemporaryFolder()
    let value = "tY7qLm2xPz9RkWv4"
    let filler = String(repeating: #"{"title":"Stones"},"#, count: 2000)
    let writer = try SessionWriter(
      folder: folder.path,
      session: Session(path: folder.path),
      redactor: Redactor(secrets: []),
      mode: .fresh
    )
    var head = Self.head
    head.request.url += "?for=\(value)"
    let recorder = try BodyRecorder(
      writer,
      head,
      operation: nil,
      pathValues: [value],
      stretch: 4096
    )
    try recorder.append(Array(#"{"for":"\#(value)","x":[\#(filler)0],"#.utf8))
    try recorder.append(Array(#""access_token":"\#(value)"}"#.utf8))
    let path = try recorder.finish(circumstances: Circumstances(order: 0))

    let found = try RecordedFiles.read(path, verifying: true)
    #expect(found.request.url.contains("secret:access_token"))
    #expect(String(decoding: found.response.body, as: UTF8.self).hasPrefix(#"{"for":"{{secret:"#))
    for (name, bytes) in try folder.files() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(value), "\(name)")
    }
  }

  @Test func `lets no credential through, wherever pieces end`() throws {
    var random = SplitMix64(seed: 3)
    for round in 0..<8 {
      let folder = try TemporaryFolder()
      var text = ""
      while text.utf8.count < 30_000 {
        text += String(repeating: "lorem ipsum ", count: random.below(200)) + Self.key
      }
      let recorder = try Self.recorder(in: folder.path)
      try Self.append(Array(text.utf8), to: recorder, &random)
      _ = try recorder.end(failure: "reset after \(Self.key)")
      let path = try recorder.finish(circumstances: Circumstances(order: round))

      let found = try RecordedFiles.read(path, verifying: true).response
      let expected = text.replacing(Self.key, with: "{{secret:LIBRARY_KEY}}")
      #expect(String(decoding: found.body, as: UTF8.self) == expected)
      #expect(found.failure?.contains(Self.key) == false)
    }
  }

  @Test func `leaves nothing behind when it does not come to an end`() throws {
    let folder = try TemporaryFolder()
    do {
      let recorder = try Self.recorder(in: folder.path)
      try recorder.append([UInt8](repeating: 0x20, count: 20_000))
      #expect(try folder.files().keys.contains { $0.contains(".plumb-") })
    }

    #expect(try folder.files().keys.contains { $0.hasPrefix("export/") } == false)
  }

  @Test func `hashes pieces like the whole`() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<300 {
      let bytes = (0..<random.below(200)).map { _ in UInt8(random.below(256)) }
      var stream = XXH64Stream()
      var offset = 0
      while offset < bytes.count {
        let end = min(offset + 1 + random.below(70), bytes.count)
        stream.update(Array(bytes[offset..<end]))
        offset = end
      }
      #expect(stream.finalize() == XXH64.hash(bytes))
    }
  }
}
