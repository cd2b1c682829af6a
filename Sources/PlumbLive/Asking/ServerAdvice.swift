import PlumbModel
import PlumbText

/// What a server says of how soon it may be asked again.
struct ServerAdvice: Hashable {
  /// How long it asks to wait; `nil` when it does not say.
  var wait: Duration?

  /// Reads the header fields of a refusal: `Retry-After`, in seconds or as a date.
  ///
  /// Source: RFC 9110, section 10.2.3.
  init(refusal fields: [HTTPField], now: Duration) {
    guard let text = fields.value(of: "Retry-After") else { return }
    if let seconds = Self.seconds(text) {
      wait = seconds
    } else if let date = HTTPDate.secondsSince1970(text) {
      wait = max(.seconds(date) - now, .zero)
    }
  }

  /// Reads the header fields of any answer: when a limit is used up, the wait until it is renewed.
  ///
  /// Read are `RateLimit-Remaining` with `RateLimit-Reset`, the same with `X-` in front or
  /// `X-Rate-Limit-…`, and `RateLimit: …;r=0;t=30`. A reset above a thousand million is a time since
  /// 1970, in seconds or milliseconds; below, it is a number of seconds.
  ///
  /// Source: draft-ietf-httpapi-ratelimit-headers, and what servers send.
  init(limit fields: [HTTPField], now: Duration) {
    for prefix in ["RateLimit-", "X-RateLimit-", "X-Rate-Limit-"] {
      guard let left = fields.value(of: prefix + "Remaining"), Self.seconds(left) == .zero else {
        continue
      }
      wait = fields.value(of: prefix + "Reset").flatMap { Self.reset($0, now: now) }
      if wait != nil { return }
    }
    wait = fields.value(of: "RateLimit").flatMap(Self.structured)
  }

  private static func seconds(_ text: String) -> Duration? {
    // Whole seconds; some servers write fractions.
    let digits = text.prefix { $0 != "." }
    guard !digits.isEmpty, digits.count <= 15, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      let value = Double(text), value >= 0
    else { return nil }
    return .milliseconds(Int((value * 1000).rounded(.up)))
  }

  private static func reset(_ text: String, now: Duration) -> Duration? {
    guard let value = seconds(text) else {
      return HTTPDate.secondsSince1970(text).map { max(.seconds($0) - now, .zero) }
    }
    guard value > .seconds(1_000_000_000) else { return value }
    let time = value > .seconds(100_000_000_000) ? value / 1000 : value
    return max(time - now, .zero)
  }

  /// Reads `"default";r=0;t=30`.
  private static func structured(_ text: String) -> Duration? {
    let parts = text.split { ";,".contains($0) }.map { $0.filter { $0 != " " } }
    guard parts.contains(where: { $0 == "r=0" || $0 == "remaining=0" }) else { return nil }
    let reset = parts.first { $0.hasPrefix("t=") || $0.hasPrefix("reset=") }
    return reset?.split(separator: "=").last.flatMap { seconds(String($0)) }
  }
}
