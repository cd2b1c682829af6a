import PlumbModel
import PlumbReplay
import Testing

/// What is said of a request that was not recorded.
@Suite struct MissTests {
  private static let origin = "https://api.example.org"
  private static let recordings: [Replayed.Recording] = [
    .init("\(origin)/books?start=1&end=20&sort=title"), .init("\(origin)/books/17/pages?size=5"),
    .init("POST \(origin)/books"), .init("\(origin)/authors/5/"),
  ]

  private static func miss(_ request: String) async throws -> Miss {
    let replay = Replayed(recordings)
    #expect(await replay.ask(request).status == 501)
    return try #require(ReplayStatus(replay.responder).misses.first?.miss)
  }

  @Test(arguments: [
    (
      "http://h/books?start=1&end=20&sort=code", "0.http",
      [#"parameter "sort": recorded "title", asked "code""#]
    ),
    (
      "http://h/books?start=1&end=20", "0.http", [#"parameter "sort" is missing: recorded "title""#]
    ),
    (
      "http://h/books?start=1&end=20&sort=title&q=x", "0.http",
      [#"parameter "q" is extra: asked "x""#]
    ),
    (
      "http://h/books/18/pages?size=6", "1.http",
      [
        #"path segment 2: recorded "17", asked "18""#,
        #"parameter "size": recorded "5", asked "6""#,
      ]
    ),
    (
      "http://h/book/17/pages?size=5", "1.http",
      [#"path segment 1: recorded "books", asked "book""#]
    ),
    ("PUT http://h/books", "2.http", ["the method: recorded POST, asked PUT"]),
    ("http://h/authors/5", "3.http", [#"path segment 3 is missing: recorded """#]),
  ])
  func `names the closest recording, and exactly what differs`(
    request: String,
    closest: String,
    differences: [String]
  ) async throws {
    let candidate = try #require(try await Self.miss(request).closest.first)

    #expect(candidate.recording.name == closest)
    #expect(candidate.differences.map(\.description) == differences)
  }

  @Test func `names none when none is close`() async throws {
    let miss = try await Self.miss("http://h/weather/today")

    #expect(miss.closest.isEmpty)
    #expect(MissText.lines(miss).contains("none of 4 recordings comes close"))
  }

  @Test func `is told in lines`() async throws {
    let miss = try await Self.miss("http://h/books?start=1&end=20&sort=code")

    #expect(
      MissText.lines(miss).hasPrefix(
        """
        no recording answers GET /books?start=1&end=20&sort=code
        closest: GET /books?start=1&end=20&sort=title
          in 0.http
          parameter "sort": recorded "title", asked "code"
        """
      )
    )
  }

  @Test func `is told as JSON`() async {
    let text = await Replayed(Self.recordings).ask("http://h/books?start=1&end=20").text

    #expect(
      text.hasPrefix(
        """
        {
          "error": "no recording answers this request",
          "request": {
            "method": "GET",
            "target": "/books?start=1&end=20"
          },
          "closest": [
            {
              "recording": "0.http",
              "request": {
                "method": "GET",
                "target": "/books?start=1&end=20&sort=title"
              },
              "differences": [
                {
                  "kind": "parameter-missing",
                  "recorded": "title",
                  "name": "sort",
        """
      )
    )
    #expect(text.hasSuffix("\n}\n"))
  }

  @Test func `is counted, and told to a person once`() async {
    let replay = Replayed(Self.recordings)
    for _ in 0..<3 { _ = await replay.ask("http://h/books/9") }
    _ = await replay.ask("http://h/authors/5/")
    let status = ReplayStatus(replay.responder)

    #expect(status.missCount == 3)
    #expect(status.misses.map(\.count) == [3])
    #expect(status.unused.map(\.name) == ["0.http", "1.http", "2.http"])
  }

  @Test func `tells how it goes`() async throws {
    let replay = Replayed(Self.recordings)
    _ = await replay.ask("http://h/books/9")
    let status = ReplayStatus(replay.responder)
    let texts = ["health", "misses", "unused", "other"].compactMap { name -> String? in
      let request = Exchange.Request(url: "http://127.0.0.1/__plumb/\(name)")
      guard case .now(let response) = status.reply(to: request) else { return nil }
      return "\(response.status) \(response.text)"
    }

    #expect(texts[0].hasPrefix("200 {\n  \"status\": \"ok\",\n  \"recordings\": 4,"))
    #expect(texts[1].contains("\"target\": \"/books/9\""))
    #expect(texts[2].contains("\"count\": 4"))
    #expect(texts[3].hasPrefix("404"))
  }

  @Test func `names the methods that it answers`() throws {
    let status = ReplayStatus(Replayed(Self.recordings).responder)
    let request = Exchange.Request(method: "POST", url: "http://127.0.0.1/__plumb/health")

    guard case .now(let response) = status.reply(to: request) else {
      Issue.record("the answer is at hand")
      return
    }

    #expect(response.status == 405)
    #expect(response.fields.value(of: "Allow") == "GET, HEAD")
  }

  @Test func `shows no key that a client sends`() async throws {
    let replay = Replayed(
      [.init("\(Self.origin)/books?api_key=x", asked: [HTTPField(name: "X-Key", value: "y")])],
      ReplayOptions(fields: ["x-key"])
    )
    let fields = [HTTPField(name: "X-Key", value: "topsecret1")]
    let url = "http://h/books?api_key=topsecret2&access_token=topsecret3"
    let text = await replay.ask(url, fields: fields).text
    let miss = try #require(ReplayStatus(replay.responder).misses.first?.miss)

    #expect(miss.closest.first?.differences.count == 3)
    #expect(!(text + MissText.lines(miss)).contains("topsecret"))
  }
}
