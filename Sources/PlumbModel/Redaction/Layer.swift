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
    /// A line break with the blanks behind it: folded header fields, wrapped base64.
    case wrapping
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

  /// Whether escapes of URLs were among them.
  private(set) var wasPercent = false

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

  /// Whether there is nothing in another layer that is not in this one.
  func reads(like other: Layer) -> Bool {
    bytes.count == other.bytes.count && wasPercent == other.wasPercent && bytes == other.bytes
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
    part.wasPercent = wasPercent
    return part
  }

  /// The text without escapes of one sort; `nil` when it has none.
  func unescaped(_ escaping: Escaping) -> Layer? {
    let span = bytes.span.bytes
    var result: Layer?
    var kept = 0
    var offset = 0
    while offset < bytes.count {
      guard escaping.isIntroducer(bytes[offset]),
        let unit = escaping.unit(span, at: offset, to: bytes.count)
      else {
        offset += 1
        continue
      }
      if result == nil { result = emptied(byTakingOff: escaping) }
      result?.append(kept..<offset, of: self)
      result?.append(unit.bytes, from: original(offset..<(offset + unit.length)))
      offset += unit.length
      kept = offset
    }
    result?.append(kept..<bytes.count, of: self)
    return result
  }

  /// The beginning of the text without escapes of one sort.
  private func emptied(byTakingOff escaping: Escaping) -> Layer {
    var layer = Layer([], at: base)
    layer.depth = depth + 1
    layer.wasPercent = wasPercent || escaping == .percent
    layer.bytes.reserveCapacity(bytes.count)
    layer.starts.reserveCapacity(bytes.count)
    layer.ends.reserveCapacity(bytes.count)
    return layer
  }

  /// Adds a stretch of another layer as it is.
  private mutating func append(_ range: Range<Int>, of layer: Layer) {
    bytes.append(contentsOf: layer.bytes[range])
    if layer.starts.isEmpty {
      starts.append(contentsOf: range.lazy.map { Int32(truncatingIfNeeded: $0) })
      ends.append(contentsOf: range.lazy.map { Int32(truncatingIfNeeded: $0 + 1) })
    } else {
      starts.append(contentsOf: layer.starts[range])
      ends.append(contentsOf: layer.ends[range])
    }
  }

  /// Adds bytes that are written as a stretch of the original.
  mutating func append(_ bytes: [UInt8], from place: Range<Int>) {
    for byte in bytes {
      self.bytes.append(byte)
      starts.append(Int32(truncatingIfNeeded: place.lowerBound - base))
      ends.append(Int32(truncatingIfNeeded: place.upperBound - base))
    }
  }
}

extension Layer.Escaping {
  /// The escaping that a byte begins; `nil` for an ordinary byte.
  init?(introducer: UInt8, wraps: Bool) {
    switch introducer {
    case UInt8(ascii: "\\"): self = .backslash
    case UInt8(ascii: "%"): self = .percent
    case UInt8(ascii: "&"): self = .entity
    case 0x0A where wraps, 0x0D where wraps: self = .wrapping
    default: return nil
    }
  }

  /// Whether escapes of this sort begin with a byte.
  func isIntroducer(_ byte: UInt8) -> Bool {
    Self(introducer: byte, wraps: true) == self
  }

  /// The bytes that the escape at an offset stands for, and its length; `nil` when it is none.
  func unit(_ bytes: RawSpan, at offset: Int, to end: Int) -> (bytes: [UInt8], length: Int)? {
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
      return CharacterReference(bytes, at: offset, to: end).map {
        (Array(String($0.scalar).utf8), $0.length)
      }
    case .wrapping:
      var next = offset + 1
      while next < end, JSONScan.isWhiteSpace(bytes.byte(next)) { next += 1 }
      return ([], next - offset)
    }
  }
}

/// A character reference of XML and HTML, such as `&amp;` or `&#x41;`.
private struct CharacterReference {
  let scalar: Unicode.Scalar
  let length: Int

  init?(_ bytes: RawSpan, at offset: Int, to end: Int) {
    let limit = min(offset + 12, end)
    guard let mark = (offset..<limit).first(where: { bytes.byte($0) == UInt8(ascii: ";") }) else {
      return nil
    }
    let name = bytes.text((offset + 1)..<mark)
    length = mark + 1 - offset
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
