import PlumbText

/// What was seen of the numbers in one place.
struct NumberTally {
  /// The integers that are written as such and fit.
  private(set) var count = 0
  private var least = Int.max
  private var greatest = Int.min
  private var few: [(value: Int, count: Int)] = []
  private var areMany = false

  /// What was seen of all others.
  private var others = ValueSketch()
  /// The least and the greatest of them, rounded, and as they were written.
  private var roughly = (least: Double.infinity, greatest: -Double.infinity)
  private var written: (least: [UInt8], greatest: [UInt8]) = ([], [])

  /// Adds an integer that is written as such.
  @inline(__always)
  mutating func addPlain(_ bytes: RawSpan, _ text: Range<Int>) {
    guard let value = Self.integer(bytes, text) else { return add(bytes, text) }
    count &+= 1
    if value < least { least = value }
    if value > greatest { greatest = value }
    if !areMany { keep(value) }
  }

  /// The value, when it is certain to fit; `-0` is left to the general way.
  @inline(__always)
  private static func integer(_ bytes: RawSpan, _ text: Range<Int>) -> Int? {
    guard text.count <= 18 else { return nil }
    var offset = text.lowerBound
    let isNegative = bytes.byte(offset) == 0x2d
    if isNegative { offset &+= 1 }
    var value = 0
    while offset < text.upperBound {
      value = value &* 10 &+ Int(bytes.byte(offset) & 0x0f)
      offset &+= 1
    }
    guard isNegative else { return value }
    return value == 0 ? nil : -value
  }

  @inline(never)
  private mutating func keep(_ value: Int) {
    for index in few.indices where few[index].value == value {
      few[index].count += 1
      return
    }
    if few.count < ObservationLimits.distinct {
      few.append((value, 1))
    } else {
      (few, areMany) = ([], true)
    }
  }

  /// Adds a number of any form.
  @inline(never)
  mutating func add(_ bytes: RawSpan, _ text: Range<Int>) {
    guard let decimal = RoughDecimal(bytes, text) else { return addExactly(bytes, text) }
    if others.numbers != nil {
      let isWithin =
        decimal.bounds.lowerBound > roughly.least && decimal.bounds.upperBound < roughly.greatest
        || isWritten(written.least, bytes, text) || isWritten(written.greatest, bytes, text)
      if isWithin, others.values.count(bytes, text) {
        others.fractions += decimal.isInteger ? 0 : 1
        others.integers += decimal.isInteger ? 1 : 0
        others.decimals += decimal.isInteger ? 1 : 0
        return
      }
    }
    addExactly(bytes, text)
  }

  private func isWritten(_ other: [UInt8], _ bytes: RawSpan, _ text: Range<Int>) -> Bool {
    other.count == text.count && bytes.holds(other, at: text.lowerBound)
  }

  private mutating func addExactly(_ bytes: RawSpan, _ text: Range<Int>) {
    guard let number = JSONNumber(in: bytes, text) else { return }
    others.add(number)
    guard let bounds = others.numbers else { return }
    written = (Array(bounds.least.text.utf8), Array(bounds.greatest.text.utf8))
    roughly = (
      Double(bounds.least.text) ?? .infinity, Double(bounds.greatest.text) ?? -.infinity
    )
  }

  /// Adds what was seen to a sketch.
  func add(to sketch: inout ValueSketch) {
    sketch.merge(others)
    guard count > 0 else { return }
    sketch.integers += count
    let bounds = ObservedValue.Bounds(least: JSONNumber(least), greatest: JSONNumber(greatest))
    sketch.numbers = .joining(sketch.numbers, bounds)
    if areMany { sketch.values = .many }
    for (value, count) in few {
      sketch.values.add(Array(String(value).utf8), isString: false, count: count)
    }
  }
}
