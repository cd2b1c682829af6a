/// Durations as people write them on a command line: `50ms`, `2s`, `1.5s`, `3m`.
package enum DurationText {
  /// Reads a duration; `nil` when it is none, negative, or longer than a day.
  package static func duration(_ text: some StringProtocol) -> Duration? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(number), value.isFinite else { return nil }
    let unit: Double
    switch text[number.endIndex...] {
    case "ms": unit = 0.001
    case "s": unit = 1
    case "m", "min": unit = 60
    default: return nil
    }
    guard value * unit <= 86_400 else { return nil }
    return .seconds(value * unit)
  }
}
