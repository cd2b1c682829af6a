/// A moment, to the microsecond, as recordings and archives write it: `2026-08-01T09:30:00.125Z`.
///
/// Source: RFC 3339; leap seconds count as the second after them.
public struct Timestamp: Hashable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z, held between the years 0 and 9999.
  public var microseconds: Int64 {
    didSet { microseconds = Self.bounded(microseconds) }
  }

  /// Creates a moment.
  public init(microseconds: Int64) {
    self.microseconds = Self.bounded(microseconds)
  }

  private static func bounded(_ microseconds: Int64) -> Int64 {
    min(max(microseconds, -62_167_219_200_000_000), 253_402_300_799_999_999)
  }
}

extension Timestamp: Comparable {
  /// Whether one moment comes before another.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension Timestamp: CustomStringConvertible {
  /// The moment in UTC, with as many digits of a second as it needs: none, three or six.
  public var description: String {
    let (days, rest) = Self.divided(microseconds, by: 86_400_000_000)
    let date = Self.date(ofDay: days)
    let (seconds, fraction) = (rest / 1_000_000, rest % 1_000_000)
    var text = "\(Self.digits(date.year, 4))-\(Self.digits(date.month, 2))"
    text += "-\(Self.digits(date.day, 2))T\(Self.digits(seconds / 3600, 2))"
    text += ":\(Self.digits(seconds / 60 % 60, 2)):\(Self.digits(seconds % 60, 2))"
    if fraction % 1000 != 0 {
      text += ".\(Self.digits(fraction, 6))"
    } else if fraction != 0 {
      text += ".\(Self.digits(fraction / 1000, 3))"
    }
    return text + "Z"
  }

  private static func digits(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }

  /// Divides so that the rest is never negative.
  private static func divided(_ number: Int64, by divisor: Int64) -> (Int64, Int64) {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }

  /// The date of a day counted from 1970-01-01, by the civil calendar.
  ///
  /// Years begin in March here, so that the leap day comes last; an era has 400 of them.
  private static func date(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = divided(day + 719_468, by: 146_097)
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNextYear = month >= 10
    return (
      year + era * 400 + (isNextYear ? 1 : 0),
      isNextYear ? month - 9 : month + 3,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  /// The number of a day, counted from 1970-01-01.
  static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let (era, yearOfEra) = divided(month <= 2 ? year - 1 : year, by: 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
