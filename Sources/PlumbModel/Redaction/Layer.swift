import PlumbText

/// A text as it reads once some escapes are taken off, with the way back to the bytes it came from.
struct Layer: Sendable {
  /// The escapes that can be taken off.
  enum Escaping: Hashable, Sendable, CaseIterable {
    /// `\n`, `\/`, `\u0041`: strings of JSON and of languages like it.
    case backslash
    /// `%41`: URLs and forms.
    case percent
    /// `&amp;`, `&#65;`, `&#x41;`: XML and HTML.
    case entity
  }

  /// The text.
  private(set) var bytes: [UInt8]

  /// For each byte, where what it was written as begins in the original; empty when the text is
  /// the original itself, from ``base`` on.
  private var starts: [Int32] = []
  /// For each byte, where what it was written as ends.
  private var ends: [Int32] = []
  /// Where the text begins in the original.
  let base: Int

  /// How many times escapes were taken off.
  private(set) var depth = 0

  /// The text as it stands in the original.
  init(_ bytes: [UInt8], at base: Int) {
    self.bytes = bytes
    self.base = base
  }

  /// Returns where a stretch of the text stands in the original.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard !starts.isEmpty else {
      return (base + range.lowerBound)..<(base + range.upperBound)
    }
    guard let first = range.first, let last = range.last else {
      let place =
        range.lowerBound < starts.count ? Int(starts[range.lowerBound]) : Int(ends.last ?? 0)
      return (base + place)..<(base + place)
    }
    return (base + Int(starts[first]))..<(base + Int(max(ends[first], ends[last])))
  }

  /// A part of the text.
  func part(_ range: Range<Int>) -> Layer {
    guard !starts.isEmpty else {
      return Layer(Array(bytes[range]), at: base + range.lowerBound)
    }
    var part = Layer(Array(bytes[range]), at: base)
    part.starts = Array(starts[range])
    part.ends = Array(ends[range])
    part.depth = depth
    return part
  }

  /// The text without escapes of one sort; `nil` when it has none.
  func unescaped(_ escaping: Escaping) -> Layer? {
    guard bytes.contains(escaping.introducer) else { return nil }
    var result = Layer([], at: base)
    result.depth = depth + 1
    result.bytes.reserveCapacity(bytes.count)
    let span = bytes.span.bytes
    var offset = 0
    var isChanged = false
    while offset < bytes.count {
      let unit = bytes[offset] == escaping.introducer ? escaping.unit(span, at: offset) : nil
      let length = unit?.length ?? 1
      let place = original(offset..<(offset + length))
      for byte in unit?.bytes ?? [bytes[offset]] {
        result.bytes.append(byte)
        result.starts.append(Int32(truncatingIfNeeded: place.lowerBound - base))
        result.ends.append(Int32(truncatingIfNeeded: place.upperBound - base))
      }
      isChanged = isChanged || unit != nil
      offset += length
    }
    return isChanged ? result : nil
  }
}

extension Layer.Escaping {
  /// The byte that every escape begins with.
  var introducer: UInt8 {
    switch self {
    case .backslash: UInt8(ascii: "\\")
    case .percent: UInt8(ascii: "%")
    case .entity: UInt8(ascii: "&")
    }
  }

  /// The bytes that the escape at an offset stands for, and its length; `nil` when it is none.
  func unit(_ bytes: RawSpan, at offset: Int) -> (bytes: [UInt8], length: Int)? {
    let end = bytes.byteCount
    switch self {
    case .backslash:
      guard let escape = JSONEscape(bytes, at: offset, to: end) else { return nil }
      return (Array(String(escape.scalar).utf8), escape.length)
    case .percent:
      guard offset + 2 < end else { return nil }
      let high = Hexadecimal.value(of: bytes.byte(offset + 1))
      let low = Hexadecimal.value(of: bytes.byte(offset + 2))
      return high < 0 || low < 0 ? nil : ([UInt8(high << 4 | low)], 3)
    case .entity:
      return CharacterReference(bytes, at: offset).map {
        (Array(String($0.scalar).utf8), $0.length)
      }
    }
  }
}

/// A character reference of XML and HTML, such as `&amp;` or `&#x41;`.
private struct CharacterReference {
  let scalar: Unicode.Scalar
  let length: Int

  init?(_ bytes: RawSpan, at offset: Int) {
    let limit = min(offset + 12, bytes.byteCount)
    guard let end = (offset..<limit).first(where: { bytes.byte($0) == UInt8(ascii: ";") }) else {
      return nil
    }
    let name = bytes.text((offset + 1)..<end)
    length = end + 1 - offset
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let number = UInt32(digits.dropFirst(isHexadecimal ? 1 : 0), radix: isHexadecimal ? 16 : 10)
      guard let scalar = number.flatMap({ Unicode.Scalar($0) }) else { return nil }
      self.scalar = scalar
      return
    }
    switch name {
    case "amp": scalar = "&"
    case "lt": scalar = "<"
    case "gt": scalar = ">"
    case "quot": scalar = "\""
    case "apos": scalar = "'"
    default: return nil
    }
  }
}
