import PlumbModel
import PlumbReplay
import Testing

/// Which recording answers a request.
@Suite struct MatchingTests {
  private static let origin = "https://api.example.org"

  @Test(arguments: [
    "/books?a=1&b=2", "/books?b=2&a=1", "/books?b=%32&a=1", "/%62ooks?a=1&b=2", "/books?a=1&&b=2",
    "/books?a=1&b=2#part",
  ])
  func `takes a query as a set, in any spelling`(target: String) async {
    let replay = Replayed([.init("\(Self.origin)/books?a=1&b=2", "found")])

    #expect(await replay.ask("http://127.0.0.1:8080\(target)").text == "found")
  }

  @Test(arguments: [
    "/books?a=1", "/books?a=1&b=2&b=2", "/books?a=1&b=3", "/books?a=1&B=2", "/books/?a=1&b=2",
    "/Books?a=1&b=2", "/books?a=1&b=2&c=", "/books%3Fa=1&b=2", "/",
  ])
  func `misses what is another request`(target: String) async {
    let replay = Replayed([.init("\(Self.origin)/books?a=1&b=2", "found")])

    #expect(await replay.ask("http://127.0.0.1\(target)").status == 501)
  }

  @Test(arguments: [
    ("/a%2Fb", "/a/b", false), ("/a%2fb", "/a%2Fb", true), ("/a+b", "/a%20b", false),
    ("/x?q=a+b", "/x?q=a%20b", true), ("/x?q=a%2Bb", "/x?q=a+b", false), ("/x?q", "/x?q=", true),
    ("/é", "/%C3%A9", true), ("/x?a=b=c", "/x?a=b%3Dc", true), ("/x?", "/x", true), ("", "/", true),
    ("/x?a=1%262", "/x?a=1&2", false), ("/x?q=%zz", "/x?q=%zz", true),
  ])
  func `tells escapes that matter from those that do not`(
    recorded: String,
    asked: String,
    isSame: Bool
  ) async {
    let replay = Replayed([.init("\(Self.origin)\(recorded)", "found")])

    #expect(await (replay.ask("http://h\(asked)").status == 200) == isSame)
  }

  @Test func `answers HEAD from GET, but nothing else`() async {
    let replay = Replayed([.init("\(Self.origin)/a", "found"), .init("POST \(Self.origin)/b", "b")])

    #expect(await replay.ask("HEAD http://h/a").text == "found")
    #expect(await replay.ask("POST http://h/a").status == 501)
    #expect(await replay.ask("HEAD http://h/b").status == 501)
  }

  @Test func `plays repeats in order`() async throws {
    let recordings = ["one", "two", "three"].map { Replayed.Recording("\(Self.origin)/a", $0) }
    let expected: [(ReplayOptions.Repeats, [String])] = [
      (.last, ["one", "two", "three", "three", "three"]),
      (.cycle, ["one", "two", "three", "one", "two"]),
    ]
    for (repeats, texts) in expected {
      let replay = Replayed(recordings, ReplayOptions(repeats: repeats))
      var found: [String] = []
      for _ in 0..<5 {
        #expect(await replay.ask("HEAD http://h/a").status == 200)
        found.append(await replay.ask("http://h/a").text)
      }
      #expect(found == texts)
    }
    let replay = Replayed(recordings, ReplayOptions(repeats: .error))
    for _ in 0..<3 { #expect(await replay.ask("http://h/a").status == 200) }
    let miss = await replay.ask("http://h/a")
    #expect(miss.status == 501)
    #expect(miss.text.contains("recorded 3 times, and played as often already"))
  }

  @Test func `matches header fields and bodies on request`() async {
    let accept = { HTTPField(name: "Accept", value: $0) }
    let recordings: [Replayed.Recording] = [
      .init("POST \(Self.origin)/a", "xml", asked: [accept("xml")], body: "{\"a\": 1}"),
      .init("POST \(Self.origin)/a", "json", asked: [accept("json")], body: "{\"a\": 1}"),
      .init("POST \(Self.origin)/a", "two", asked: [accept("json")], body: "{\"a\": 2}"),
    ]
    let replay = Replayed(recordings, ReplayOptions(fields: ["ACCEPT"], matchesBody: true))
    let json = [HTTPField(name: "accept", value: "json")]

    #expect(await replay.ask("POST http://h/a", fields: json, body: "{\"a\":2}").text == "two")
    #expect(await replay.ask("POST http://h/a", fields: json, body: "{ \"a\":1 }").text == "json")
    let other = await replay.ask("POST http://h/a", fields: json, body: "{\"a\":\" 1\"}")
    #expect(other.text.contains("the request's body is another"))
    let none = await replay.ask("POST http://h/a", body: "{\"a\":1}")
    #expect(none.text.contains(#"header field accept: recorded \"xml\", asked none"#))
  }

  @Test func `takes the server that the client names, where several were asked the same`() async {
    let replay = Replayed([
      .init("https://one.example.org/a", "one"), .init("https://two.example.org/a", "two"),
    ])

    #expect(await replay.ask("http://127.0.0.1:8080/a").text == "one")
    #expect(await replay.ask("http://two.example.org/a").text == "two")
    #expect(await replay.ask("http://one.example.org/a").text == "one")
  }

  @Test func `takes requests with and without a key for different ones`() async {
    let key = [HTTPField(name: "X-Key", value: "{{secret:KEY}}")]
    let recordings: [Replayed.Recording] = [
      .init("\(Self.origin)/a", "first", asked: key), .init("\(Self.origin)/a", status: 401),
      .init("\(Self.origin)/a", "second", asked: key), .init("\(Self.origin)/b", "b", asked: key),
    ]
    let replay = Replayed(recordings)
    let asked = [HTTPField(name: "x-key", value: "anything")]

    #expect(await replay.ask("http://h/a", fields: asked).text == "first")
    #expect(await replay.ask("http://h/a").status == 401)
    #expect(await replay.ask("http://h/a", fields: asked).text == "second")
    #expect(await replay.ask("http://h/a").status == 401)
    // Where there is only one recording, it answers whoever asks.
    #expect(await replay.ask("http://h/b").text == "b")
  }

  @Test func `takes the recording with the same body, where there is one`() async {
    let replay = Replayed([
      .init("POST \(Self.origin)/a", "one", body: "1"),
      .init("POST \(Self.origin)/a", "two", body: "2"),
    ])

    #expect(await replay.ask("POST http://h/a", body: "2").text == "two")
    #expect(await replay.ask("POST http://h/a", body: "1").text == "one")
    #expect(await replay.ask("POST http://h/a", body: "3").text == "one")
  }
}
