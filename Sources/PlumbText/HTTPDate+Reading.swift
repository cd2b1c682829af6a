extension HTTPDate {
  /// Reads a date; `nil` when the text is none. The name of the day is not held to the date.
  ///
  /// The two obsolete forms are read as well: `Sunday, 06-Nov-94 08:49:37 GMT` and
  /// `Sun Nov  6 08:49:37 1994`.
  ///
  /// - Returns: The seconds since the beginning of 1970, UTC.
  package static func secondsSince1970(_ text: some StringProtocol) -> Int? {
    var words = String(text).split { " ,-".contains($0) }.map { String($0) }
    guard words.count >= 5 else { return nil }
    words.removeFirst()
    // `Nov 6 08:49:37 1994` is the one form that begins with the month.
    if month(words[0]) != nil {
      guard words.count == 4 else { return nil }
      words = [words[1], words[0], words[3], words[2]]
    } else {
      guard words.count == 5, words[4] == "GMT" || words[4] == "UTC" else { return nil }
    }
    guard let day = number(words[0], 1...2), let month = month(words[1]),
      var year = number(words[2], 2...4), let time = time(words[3]),
      (1...31).contains(day)
    else { return nil }
    // Two digits are the year of this century, unless that is far off; 1970 is the earliest.
    if words[2].count == 2 { year += year < 70 ? 2000 : 1900 }
    return days(year, month, day) * 86_400 + time
  }

  private static func month(_ word: String) -> Int? {
    months.firstIndex { $0.lowercased() == word.lowercased() }.map { $0 + 1 }
  }

  private static func number(_ word: some StringProtocol, _ length: ClosedRange<Int>) -> Int? {
    guard length.contains(word.utf8.count), word.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    return Int(word)
  }

  /// The seconds of `08:49:37` since midnight.
  private static func time(_ word: String) -> Int? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      .map { number($0, 2...2) }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
      hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// The days from the beginning of 1970 to a day of the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Years are counted from March, so that the day of a leap year is the last one.
    let year = month > 2 ? year : year - 1
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + ofYear - 719_468
  }
}
