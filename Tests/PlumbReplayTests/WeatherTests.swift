import PlumbModel
import PlumbReplay
import Testing

/// What goes wrong on the way.
@Suite struct WeatherTests {
  private struct Fixed: Responder {
    func reply(to request: Exchange.Request) -> Reply {
      .now(ServedResponse(status: 200, body: .bytes(Array("0123456789".utf8))))
    }
  }

  private static func responses(
    _ words: String,
    seed: UInt64 = 1,
    count: Int = 1000
  ) throws -> [ServedResponse] {
    let responder = WeatherResponder(Fixed(), weather: try Weather(words), seed: seed)
    return (0..<count).compactMap { index in
      let reply = responder.reply(to: Exchange.Request(url: "http://h/\(index % 7)"))
      guard case .now(let response) = reply else { return nil }
      return response
    }
  }

  @Test func `comes as often as it is asked for`() throws {
    let responses = try Self.responses("429:0.1,reset:0.2,truncate:0.05")

    #expect((60...140).contains(responses.count { $0.status == 429 }))
    #expect((130...230).contains(responses.count { $0.ending == .reset }))
    #expect(responses.count == 1000)
  }

  @Test func `is the same for the same seed`() throws {
    let first = try Self.responses("429,500,reset,truncate")

    #expect(try Self.responses("429,500,reset,truncate") == first)
    #expect(try Self.responses("429,500,reset,truncate", seed: 2) != first)
  }

  @Test func `cuts inside the body`() throws {
    for response in try Self.responses("truncate:1") {
      guard case .truncated(let count) = response.ending else {
        Issue.record("not truncated")
        continue
      }
      #expect((0..<10).contains(count))
    }
  }

  @Test func `delays and chunks besides`() throws {
    let response = try #require(try Self.responses("slow:50ms,chunked,reset:1").first)

    #expect(response.delay == .milliseconds(50))
    #expect(response.ending == .reset)
    #expect(response.fields.contains { $0.name == "Transfer-Encoding" })
  }

  @Test(arguments: [
    "", "snow", "429:2", "429:-1", "99", "600", "slow", "slow:fast", "slow:1s:2", "reset:0.1:2",
    "retry-after", "retry-after:-1", "429,,500", "1e3", "429:nan",
  ])
  func `refuses what is no weather`(words: String) {
    #expect(throws: WeatherError.self) { _ = try Weather(words) }
  }
}
