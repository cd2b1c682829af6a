/// Times of the form `2025-03-01T12:00:00Z`.
enum UTCTime {
  /// Writes a time of 2025.
  static func text(secondsInto2025 seconds: Int) -> String {
    var day = seconds / 86_400
    var month = 0
    while month < 11, day >= daysOfMonths[month] {
      day -= daysOfMonths[month]
      month += 1
    }
    let rest = seconds % 86_400
    let date = "2025-\(two(month + 1))-\(two(day + 1))"
    return "\(date)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// Reads a time; `nil` when it is none. Other years count as so many times 365 days.
  static func secondsInto2025(_ text: String) -> Int? {
    guard text.utf8.count == 20, text.hasSuffix("Z") else { return nil }
    let numbers = text.dropLast().split { "-T:".contains($0) }.compactMap { Int($0) }
    guard
      numbers.count == 6, (1...12).contains(numbers[1]),
      (1...daysOfMonths[numbers[1] - 1]).contains(numbers[2]),
      (0..<24).contains(numbers[3]), (0..<60).contains(numbers[4]), (0..<61).contains(numbers[5])
    else { return nil }
    let days = daysOfMonths.prefix(numbers[1] - 1).reduce(0, +) + numbers[2] - 1
    let years = numbers[0] - 2025
    return ((years * 365 + days) * 24 + numbers[3]) * 3600 + numbers[4] * 60 + numbers[5]
  }

  private static let daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
