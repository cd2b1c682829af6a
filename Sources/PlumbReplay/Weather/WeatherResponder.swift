public import PlumbModel

import PlumbText
import Synchronization

/// A responder in bad weather.
///
/// What befalls a request depends on the seed, its method and URL, and how often it was asked
/// before: the same run gives the same weather, in whatever order clients ask.
public final class WeatherResponder: Responder {
  private static let bucketCount = 4096

  private let responder: any Responder
  private let weather: Weather
  private let seed: UInt64
  /// How often was asked, for each of some groups of requests.
  private let attempts = Mutex([UInt32](repeating: 0, count: bucketCount))

  /// Puts weather before a responder.
  public init(_ responder: any Responder, weather: Weather, seed: UInt64 = 0) {
    self.responder = responder
    self.weather = weather
    self.seed = seed
  }

  /// Answers a request, or lets it go wrong.
  public func reply(to request: Exchange.Request) -> Reply {
    var dice = dice(for: request)
    var slowness = Duration.zero
    var spoiler: Weather.Kind?
    var isChunked = false
    for item in weather.items where dice.roll() < item.rate {
      switch item.kind {
      case .slow(let pause): slowness += pause
      case .chunked: isChunked = true
      default: spoiler = spoiler ?? item.kind
      }
    }
    let place = dice.roll()
    let change = { @Sendable [slowness, spoiler, isChunked] (response: ServedResponse) in
      var response = response
      response.delay += slowness
      if isChunked { response.chunk() }
      response.spoil(spoiler, at: place)
      return response
    }
    if let refusal = refusal(spoiler) { return .now(change(refusal)) }
    switch responder.reply(to: request) {
    case .now(let response): return .now(change(response))
    case .later(let make): return .later { change(await make()) }
    }
  }

  private func dice(for request: Exchange.Request) -> Dice {
    let hash = XXH64.hash(Array("\(request.method) \(request.url)".utf8), seed: seed)
    let bucket = Int(hash % UInt64(Self.bucketCount))
    let attempt = attempts.withLock { attempts in
      attempts[bucket] &+= 1
      return attempts[bucket]
    }
    return Dice(state: hash &+ UInt64(attempt) &* 0xD1B5_4A32_D192_ED03)
  }

  private func refusal(_ spoiler: Weather.Kind?) -> ServedResponse? {
    guard case .status(let status) = spoiler else { return nil }
    var fields = [HTTPField(name: "Content-Type", value: "text/plain; charset=utf-8")]
    if let seconds = weather.retryAfter {
      fields.append(HTTPField(name: "Retry-After", value: "\(seconds)"))
    }
    return ServedResponse(status: status, fields: fields, body: .bytes(Array("bad weather\n".utf8)))
  }
}

extension ServedResponse {
  fileprivate mutating func chunk() {
    fields.append(HTTPField(name: "Transfer-Encoding", value: "chunked"))
  }

  /// - Parameter place: How far into the body, from 0 to 1.
  fileprivate mutating func spoil(_ kind: Weather.Kind?, at place: Double) {
    switch kind {
    case .reset: ending = .reset
    case .truncate: ending = .truncated(after: Int(Double(body.count) * place))
    case .unfinished:
      chunk()
      ending = .truncated(after: body.count)
    case .badGzip:
      fields.append(HTTPField(name: "Content-Encoding", value: "gzip"))
    case .status, .slow, .chunked, nil: break
    }
  }
}

/// Numbers that look random and are the same for the same start.
///
/// Source: Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014.
private struct Dice {
  var state: UInt64

  /// Returns a number from 0 up to, not including, 1.
  mutating func roll() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Double(mixed >> 11) / Double(1 << 53)
  }
}
