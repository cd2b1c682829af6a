/// An exponent of any size.
enum DecimalScale: Hashable {
  /// One of at most 18 digits.
  case small(Int)
  /// One of 19 digits or more, the foremost first and not 0.
  case large(isNegative: Bool, [UInt8])

  private static let bound = 1_000_000_000_000_000_000

  /// Creates the exponent of a sign, decimal digits (as values from 0 to 9) and a number to add.
  init(isNegative: Bool, digits: [UInt8], plus addend: Int) {
    self = DecimalScale(isNegative: isNegative, digits: digits).adding(addend)
  }

  /// The same bytes for the same value, and for no other one: decimal, with a minus below 0.
  var canonical: [UInt8] {
    switch self {
    case .small(let value): Array(String(value).utf8)
    case .large(let isNegative, let digits):
      (isNegative ? [UInt8(ascii: "-")] : []) + digits.map { $0 &+ 0x30 }
    }
  }

  /// Whether it is below 0.
  var isNegative: Bool {
    switch self {
    case .small(let value): value < 0
    case .large(let isNegative, _): isNegative
    }
  }

  /// Returns the sum with a number of at most 18 digits.
  func adding(_ addend: Int) -> DecimalScale {
    switch self {
    case .small(let value):
      let sum = value + addend
      guard sum.magnitude >= Self.bound.magnitude else { return .small(sum) }
      return .large(isNegative: sum < 0, String(sum.magnitude).utf8.map { $0 &- 0x30 })
    case .large(let isNegative, var digits):
      // A large magnitude is above every addend's, so the sign stays.
      var carry = isNegative ? -addend : addend
      var index = digits.count - 1
      while carry != 0, index >= 0 {
        let sum = Int(digits[index]) + carry
        let digit = ((sum % 10) + 10) % 10
        digits[index] = UInt8(digit)
        carry = (sum - digit) / 10
        index -= 1
      }
      if carry > 0 { digits.insert(contentsOf: String(carry).utf8.map { $0 &- 0x30 }, at: 0) }
      return DecimalScale(isNegative: isNegative, digits: digits)
    }
  }

  private init(isNegative: Bool, digits: [UInt8]) {
    let trimmed = Array(digits.drop { $0 == 0 })
    guard trimmed.count <= 18 else {
      self = .large(isNegative: isNegative, trimmed)
      return
    }
    self = .small(trimmed.reduce(0) { $0 * 10 + Int($1) } * (isNegative ? -1 : 1))
  }

  /// Returns -1, 0 or 1 as it is less than, equal to or more than the other one.
  func compare(with other: DecimalScale) -> Int {
    switch (self, other) {
    case (.small(let left), .small(let right)):
      return (left - right).signum()
    case (.small, .large(let isNegative, _)):
      return isNegative ? 1 : -1
    case (.large(let isNegative, _), .small):
      return isNegative ? -1 : 1
    case (.large(let leftNegative, let left), .large(let rightNegative, let right)):
      guard leftNegative == rightNegative else { return leftNegative ? -1 : 1 }
      let sign = leftNegative ? -1 : 1
      guard left.count == right.count else { return (left.count - right.count).signum() * sign }
      for (one, two) in zip(left, right) where one != two { return one < two ? -sign : sign }
      return 0
    }
  }
}
