import PlumbModel

/// Requests that differ in nothing but credentials, so that their recordings would have one name.
///
/// Each gets a number of its own, in the order first met, as if one request had been sent several
/// times: no recording takes the place of another one's.
struct AlikeRequests: Sendable {
  private struct Sent: Hashable {
    var method: String
    var url: String
    var body: [UInt8]
    var number: Int
  }

  /// What has each number of the requests with the same digits, by a hash that nobody keeps.
  private var numbers: [String: [Int: Int]] = [:]

  /// Returns the number of a request among those that look like it in recordings, or the one that it
  /// would get.
  ///
  /// - Parameters:
  ///   - request: The request as it was sent.
  ///   - digits: What tells its recording from others, repeats left aside.
  ///   - count: How often the same request was sent before.
  func number(of request: Exchange.Request, digits: String, repeat count: Int) -> Int {
    let taken = numbers[digits] ?? [:]
    let hash = Self.hash(of: request, count)
    if let known = taken.first(where: { $0.value == hash })?.key { return known }
    var number = count
    while taken[number] != nil { number += 1 }
    return number
  }

  /// Returns the number of a request that is recorded; the parameters are those of
  /// ``number(of:digits:repeat:)``.
  mutating func take(_ request: Exchange.Request, digits: String, repeat count: Int) -> Int {
    let number = number(of: request, digits: digits, repeat: count)
    numbers[digits, default: [:]][number] = Self.hash(of: request, count)
    return number
  }

  private static func hash(of request: Exchange.Request, _ count: Int) -> Int {
    Sent(method: request.method, url: request.url, body: request.body, number: count).hashValue
  }
}
