import PlumbText

/// The different values of one place, as long as they are few.
struct DistinctValues: Sendable {
  /// A value with how often it was seen.
  struct Entry: Sendable {
    /// A string's text, else JSON; of a number the shortest spelling that was seen.
    var text: [UInt8]
    var isString: Bool
    var count: Int
  }

  /// The values; `nil` once they are many.
  private(set) var entries: [Entry]? = []

  /// Begins with no value seen.
  init() {}

  /// What is left of values that are many.
  static var many: DistinctValues {
    var values = DistinctValues()
    values.entries = nil
    return values
  }

  /// Counts a number that is known in this very spelling, or once values are many; whether it did.
  mutating func count(_ bytes: RawSpan, _ number: Range<Int>) -> Bool {
    guard let entries else { return true }
    let known = entries.firstIndex {
      !$0.isString && $0.text.count == number.count && bytes.holds($0.text, at: number.lowerBound)
    }
    guard let known else { return false }
    self.entries?[known].count += 1
    return true
  }

  /// Adds a value that was seen so often.
  mutating func add(_ text: [UInt8], isString: Bool, count: Int = 1) {
    guard let entries else { return }
    guard text.count <= ObservationLimits.valueLength else { return self.entries = nil }
    let known = entries.firstIndex {
      $0.isString == isString
        && ($0.text == text || (!isString && Spelling.isSameNumber($0.text, text)))
    }
    if let known {
      self.entries?[known].count += count
      if Spelling.isBefore(text, entries[known].text) { self.entries?[known].text = text }
    } else if entries.count < ObservationLimits.distinct {
      self.entries?.append(Entry(text: text, isString: isString, count: count))
    } else {
      self.entries = nil
    }
  }

  /// Adds all values of another place.
  mutating func merge(_ other: DistinctValues) {
    guard let added = other.entries else { return entries = nil }
    for entry in added { add(entry.text, isString: entry.isString, count: entry.count) }
  }

  /// The values in order of their texts; `nil` once they are many.
  var values: [ObservedValue.Value]? {
    entries.map { entries in
      entries.sorted {
        $0.text == $1.text ? $0.isString : $0.text.lexicographicallyPrecedes($1.text)
      }
      .map {
        ObservedValue.Value(
          text: String(decoding: $0.text, as: UTF8.self),
          isString: $0.isString,
          count: $0.count
        )
      }
    }
  }

  /// How numbers are written.
  enum Spelling {
    /// Whether two texts are numbers of the same value.
    static func isSameNumber(_ one: [UInt8], _ two: [UInt8]) -> Bool {
      // Integers written out in two ways are two integers.
      guard !isPlain(one) || !isPlain(two) else { return false }
      guard let one = JSONNumber(String(decoding: one, as: UTF8.self)),
        let two = JSONNumber(String(decoding: two, as: UTF8.self))
      else { return false }
      return one == two
    }

    /// Whether a spelling goes before another one of the same value.
    static func isBefore(_ one: [UInt8], _ two: [UInt8]) -> Bool {
      one.count == two.count ? one.lexicographicallyPrecedes(two) : one.count < two.count
    }

    /// Whether a text is that of an integer, written out; `-0` has another spelling.
    private static func isPlain(_ text: [UInt8]) -> Bool {
      text != [0x2d, 0x30] && text.allSatisfy { $0 == 0x2d || $0 &- 0x30 < 10 }
    }
  }
}
