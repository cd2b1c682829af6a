/// A day of the civil calendar, as `2027-01-31`.
///
/// Source: RFC 3339, `full-date`.
public struct CalendarDate: Hashable, Sendable {
  /// The date as text, which sorts as the days do.
  private let text: String

  /// Reads a date.
  ///
  /// - Parameter text: Four digits, two, two, with hyphens; the day exists. `nil` otherwise.
  public init?(_ text: String) {
    // A moment takes the 30th of a February too, and is then in March.
    guard text.utf8.count == 10, let moment = Timestamp("\(text)T00:00:00Z"),
      moment.description.hasPrefix(text)
    else { return nil }
    self.text = text
  }

  /// The day of a moment, in UTC.
  public init(_ moment: Timestamp) {
    text = String(moment.description.prefix(10))
  }
}

extension CalendarDate: Comparable {
  /// Whether one day comes before another.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as it is written.
  public var description: String { text }
}
