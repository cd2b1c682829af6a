import PlumbText

extension Duration {
  /// The duration in milliseconds, to the microsecond, as JSON has it; a negative one counts as 0.
  var milliseconds: JSONNumber {
    let (seconds, attoseconds) = components
    let micro = max(min(seconds, 1 << 40) * 1_000_000 + attoseconds / 1_000_000_000_000, 0)
    let (whole, rest) = micro.quotientAndRemainder(dividingBy: 1000)
    guard rest != 0 else { return JSONNumber(Int(whole)) }
    var fraction = String(repeating: "0", count: 3 - String(rest).utf8.count) + String(rest)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return JSONNumber("\(whole).\(fraction)") ?? JSONNumber(Int(whole))
  }

  /// Creates the duration of so many milliseconds; `nil` when that is no time that passes.
  init?(milliseconds number: JSONNumber) {
    guard let value = Double(number.text), value >= 0, value <= 1e15 else { return nil }
    self = .microseconds(Int64((value * 1000).rounded()))
  }
}
