import PlumbModel
import PlumbRecordings
import TestSupport
import Testing

/// Reading what was asked, and the answer when it is asked for.
@Suite struct RequestReaderTests {
  private static func exchange(_ body: [UInt8], request: [UInt8] = []) -> Exchange {
    Exchange(
      request: Exchange.Request(
        method: request.isEmpty ? "GET" : "POST",
        url: "https://api.example.org/a?b=1",
        fields: [HTTPField(name: "Accept", value: "*/*")],
        body: request
      ),
      response: Exchange.Response(
        status: 200,
        fields: [HTTPField(name: "Content-Type", value: "application/json")],
        body: body
      )
    )
  }

  private static func found(_ folder: TemporaryFolder) throws -> [RequestReader.Found] {
    var reader = RequestReader()
    return try RecordingSet.find(paths: [folder.path]).files.flatMap { try reader.read($0) }
  }

  private static func body(of answer: RecordedAnswer) throws -> [UInt8] {
    switch answer.body {
    case .bytes(let bytes): return bytes
    case .file(let path, let range): return Array(try FileReader.bytes(of: path)[range])
    case .stream: return []
    }
  }

  @Test(arguments: [0, 10, 5000, 2_000_000])
  func `gives back exact bodies of any length`(count: Int) throws {
    let folder = try TemporaryFolder()
    let items = Array(repeating: Array(#"{"code":"17-2821.00"}"#.utf8), count: count / 22)
    let json = Array("[".utf8) + Array(items.joined(separator: Array(",".utf8))) + Array("]".utf8)
    let text = [UInt8](repeating: 65, count: count)
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for (name, body) in [("a", json), ("b", text), ("c", bytes)] {
      try folder.write(Recording.encode(Self.exchange(body)), to: "\(name).http")
    }
    let found = try Self.found(folder)

    #expect(
      found.map(\.request.request.url)
        == Array(repeating: "https://api.example.org/a?b=1", count: 3)
    )
    #expect(try found.map { try Self.body(of: $0.answer.read()) } == [json, text, bytes])
    #expect(try found.map { try $0.answer.read().status } == [200, 200, 200])
  }

  @Test func `leaves long bodies in their files`() throws {
    let folder = try TemporaryFolder()
    let body = [UInt8](repeating: 65, count: 3_000_000)
    try folder.write(Recording.encode(Self.exchange(body)), to: "a.http")
    let answer = try #require(try Self.found(folder).first).answer.read()

    guard case .file(_, let range) = answer.body else {
      Issue.record("read into memory")
      return
    }
    #expect(range.count == body.count)
    #expect(answer.fields.map(\.name) == ["Content-Type"])
  }

  @Test func `reads long requests, and failures`() throws {
    let folder = try TemporaryFolder()
    let request = [UInt8](repeating: 66, count: 10_000)
    try folder.write(Recording.encode(Self.exchange([], request: request)), to: "a.http")
    var failed = Self.exchange(Array("{\"half".utf8))
    failed.response.failure = "reset"
    try folder.write(Recording.encode(failed), to: "b.http")
    let found = try Self.found(folder)

    #expect(found.map(\.request.request.body.count) == [10_000, 0])
    #expect(found.map(\.request.failure) == [nil, "reset"])
    #expect(try found[1].answer.read().failure == "reset")
  }

  @Test func `names the file that is no recording`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("# plumb.recording/1\n\nnonsense", to: "a.http")

    let error = #expect(throws: RecordingError.self) { _ = try Self.found(folder) }
    #expect(error?.file == path)
    #expect(error?.line == 3)
  }
}
