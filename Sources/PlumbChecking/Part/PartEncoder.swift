import PlumbModel
import PlumbText

/// Writes what a part holds: numbers in as few bytes as they need, columns of hashes as they are,
/// texts behind their lengths.
///
/// Texts that come from an API go in as a report would show them, without credentials.
struct PartEncoder {
  /// What takes credentials out.
  let redactor: Redactor
  private(set) var bytes: [UInt8] = []
  /// The texts that were written before, by their ranks.
  private var names: [String: Int] = [:]
  /// The same of texts that come from an API, by what they were.
  private var saidNames: [String: Int] = [:]
  /// The ranks of what is written once and named afterwards.
  private var objects: [ObjectIdentifier: Int] = [:]

  /// Begins a part.
  init(redactor: Redactor) {
    self.redactor = redactor
  }

  /// Writes a number that is not negative, seven bits to a byte, the lowest first.
  mutating func count(_ value: Int) { word(UInt64(bitPattern: Int64(value))) }

  /// Writes a number of any sign: the sign in the lowest bit.
  mutating func number(_ value: Int) {
    word(UInt64(bitPattern: Int64((value &<< 1) ^ (value &>> 63))))
  }

  private mutating func word(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes one byte.
  mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// Writes a truth value.
  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes eight bytes, the lowest first.
  mutating func fixed(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a column of hashes.
  mutating func column(_ values: [UInt64]) {
    count(values.count)
    bytes.reserveCapacity(bytes.count + values.count * 8)
    for value in values { fixed(value) }
  }

  /// Writes a column of numbers that mostly rise, by their differences.
  mutating func steps(_ values: some Collection<some FixedWidthInteger>) {
    count(values.count)
    var last = 0
    for value in values {
      number(Int(truncatingIfNeeded: value) &- last)
      last = Int(truncatingIfNeeded: value)
    }
  }

  /// Writes a column of numbers that are not negative.
  mutating func counts(_ values: some Collection<Int>) {
    count(values.count)
    for value in values { count(value) }
  }

  /// Writes bytes.
  mutating func bytes(_ values: [UInt8]) {
    count(values.count)
    bytes += values
  }

  /// Writes a text.
  mutating func text(_ value: String) {
    count(value.utf8.count)
    bytes += value.utf8
  }

  /// Writes a text that comes again and again: in full once, then by its rank.
  mutating func name(_ value: String) {
    if let rank = names[value] { return count(rank + 1) }
    names[value] = names.count + saidNames.count
    count(0)
    text(value)
  }

  /// Writes a text that comes from an API.
  mutating func said(_ value: String) { text(redactor.redacted(value)) }

  /// Writes a text that comes from an API again and again.
  mutating func saidName(_ value: String) {
    if let rank = saidNames[value] { return count(rank + 1) }
    saidNames[value] = names.count + saidNames.count
    count(0)
    said(value)
  }

  /// Writes something in full once, then by its rank.
  mutating func object<Object: AnyObject>(
    _ value: Object,
    _ write: (Object, inout PartEncoder) -> Void
  ) {
    let identifier = ObjectIdentifier(value)
    if let rank = objects[identifier] { return count(rank + 1) }
    objects[identifier] = objects.count
    count(0)
    write(value, &self)
  }

  /// Writes what may be absent.
  mutating func optional<Value>(_ value: Value?, _ write: (Value, inout PartEncoder) -> Void) {
    flag(value != nil)
    if let value { write(value, &self) }
  }

  /// Writes a list.
  mutating func list<Element>(
    _ values: some Collection<Element>,
    _ write: (Element, inout PartEncoder) -> Void
  ) {
    count(values.count)
    for value in values { write(value, &self) }
  }
}
