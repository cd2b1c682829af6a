import PlumbModel
import PlumbReplay
import TestSupport
import Testing

/// What is sent for a recording.
@Suite struct AnswerTests {
  private static let origin = "https://api.example.org"

  @Test func `gives back status, fields and exact bodies`() async {
    var random = SplitMix64(seed: 3)
    let bodies = (0..<200).map { _ in
      (0..<random.below(300)).map { _ in UInt8(random.below(256)) }
    }
    var recordings = bodies.indices.map { Replayed.Recording("\(Self.origin)/\($0)", status: 201) }
    for index in bodies.indices { recordings[index].answer.body = .bytes(bodies[index]) }
    let replay = Replayed(recordings)

    for round in 0..<2 {
      for index in bodies.indices {
        let response = await replay.ask("http://h/\(index)")
        #expect(response.status == 201, "round \(round)")
        #expect(response.body == .bytes(bodies[index]))
      }
    }
  }

  @Test func `leaves out fields that do not describe the body any longer`() async {
    let fields = [
      ("Content-Type", "application/json"), ("Content-Length", "7"), ("Content-Encoding", "gzip"),
      ("Transfer-Encoding", "chunked"), ("Connection", "close"), (":status", "200"),
      ("X-Rate", "{{volatile}}"), ("X-Kept", "1"),
    ].map { HTTPField(name: $0.0, value: $0.1) }
    let replay = Replayed([.init("\(Self.origin)/a", "{}", fields: fields)])

    let names = await replay.ask("http://h/a").fields.map(\.name)

    #expect(names == ["Content-Type", "X-Kept", "ETag"])
  }

  @Test func `keeps the coding of what nobody could decode`() async {
    let field = [HTTPField(name: "Content-Encoding", value: "br")]
    var recording = Replayed.Recording("\(Self.origin)/a", fields: field)
    recording.answer.body = .bytes([0x1B, 0xFF, 0xFE, 0x00])
    let replay = Replayed([recording, .init("\(Self.origin)/b", "text", fields: field)])

    #expect(await replay.ask("http://h/a").fields.contains(field[0]))
    #expect(await !replay.ask("http://h/b").fields.contains(field[0]))
  }

  @Test func `never answers 200 for an exchange that failed`() async {
    let replay = Replayed([
      .init("\(Self.origin)/a", "{\"half", failure: "the body ended early"),
      .init("\(Self.origin)/b", "half", failure: "reset"), .init("\(Self.origin)/b", "whole"),
      .init("\(Self.origin)/c", status: 0),
    ])

    let failed = await replay.ask("http://h/a")
    #expect(failed.status == 502)
    #expect(failed.text.contains("the body ended early (0.http)"))
    // The attempt that failed was followed by one that did not.
    #expect(await replay.ask("http://h/b").text == "whole")
    #expect(await replay.ask("http://h/c").status == 502)
  }

  @Test func `says when a recording cannot be read`() async {
    let responder = ReplayResponder([
      RecordedRequest(request: Exchange.Request(url: "https://h/a"), name: "a.http")
    ]) { _ throws(RecordingError) in
      throw RecordingError(file: "a.http", message: "there is no such file")
    }

    guard case .now(let response) = responder.reply(to: Exchange.Request(url: "http://h/a")) else {
      Issue.record("not at once")
      return
    }
    #expect(response.status == 500)
    #expect(response.text.contains("a.http: there is no such file"))
  }

  @Test func `rewrites URLs on request, and nothing else`() async {
    let body = #"""
      {"next":"https://api.example.org/a?b=1","raw":"https:\/\/api.example.org\/a",
      "bare":"https://api.example.org","other":"https://api.example.org.evil/a",
      "port":"https://api.example.org:81/","http":"http://api.example.org/a"}
      """#
    let rewritten = #"""
      {"next":"http://127.0.0.1:80/a?b=1","raw":"http:\/\/127.0.0.1:80\/a",
      "bare":"http://127.0.0.1:80","other":"https://api.example.org.evil/a",
      "port":"https://api.example.org:81/","http":"http://api.example.org/a"}
      """#
    let fields = [
      HTTPField(name: "Link", value: "<https://api.example.org/a?p=2>; rel=\"next\""),
      HTTPField(name: "Location", value: "https://api.example.org/b"),
      HTTPField(name: "X-Url", value: "https://api.example.org/b"),
    ]
    let recording = Replayed.Recording("\(Self.origin)/a", body, fields: fields)
    let plain = await Replayed([recording]).ask("http://127.0.0.1:80/a")
    let replay = Replayed([recording], ReplayOptions(rewritesURLs: true))
    let changed = await replay.ask("http://127.0.0.1:80/a")

    #expect(plain.text == body)
    #expect(plain.fields.starts(with: fields))
    #expect(changed.text == rewritten)
    #expect(changed.fields[0].value == "<http://127.0.0.1:80/a?p=2>; rel=\"next\"")
    #expect(changed.fields[1].value == "http://127.0.0.1:80/b")
    #expect(changed.fields[2] == fields[2])
    #expect(changed.fields.last != plain.fields.last)
    // Another name of the same server is another answer.
    #expect(await replay.ask("http://localhost/a").text.contains("http://localhost/a?b=1"))
  }

  @Test func `delays as asked`() async {
    let recording = Replayed.Recording("\(Self.origin)/a", "a")
    let fixed = Replayed([recording], ReplayOptions(delay: .fixed(.milliseconds(5))))
    let recorded = Replayed([recording], ReplayOptions(delay: .recorded))

    #expect(await fixed.ask("http://h/a").delay == .milliseconds(5))
    #expect(await recorded.ask("http://h/a").delay == .zero)
  }
}
