/// JSON as it is being written, laid out over lines, members in the order given.
struct JSONText {
  private var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true
  private var isNamed = false

  /// The text, with a line feed at its end.
  consuming func finish() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Writes the name of the next value.
  mutating func name(_ name: String) {
    separate()
    quote(name)
    bytes += ": ".utf8
    isNamed = true
  }

  /// Writes a string.
  mutating func value(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes a member; `nil` as `null`.
  mutating func member(_ name: String, _ value: String?) {
    self.name(name)
    separate()
    if let value { quote(value) } else { bytes += "null".utf8 }
  }

  /// Writes a member; `nil` as `null`.
  mutating func member(_ name: String, _ value: Int?) {
    self.name(name)
    separate()
    bytes += (value.map { String($0) } ?? "null").utf8
  }

  /// Writes a member.
  mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    separate()
    bytes += String(value).utf8
  }

  /// Writes an object, under a name when it is a member.
  mutating func object(_ name: String? = nil, _ write: (inout Self) -> Void) {
    if let name { self.name(name) }
    container("{", "}", write)
  }

  /// Writes a member that is a list.
  mutating func list<Item>(
    _ name: String,
    _ items: [Item],
    _ write: (Item, inout Self) -> Void
  ) {
    self.name(name)
    container("[", "]") { json in
      for item in items { write(item, &json) }
    }
  }

  private mutating func container(
    _ open: String,
    _ close: String,
    _ write: (inout Self) -> Void
  ) {
    separate()
    bytes += open.utf8
    depth += 1
    isFirst = true
    write(&self)
    depth -= 1
    if !isFirst { startLine() }
    bytes += close.utf8
    isFirst = false
  }

  private mutating func separate() {
    if isNamed {
      isNamed = false
      return
    }
    guard depth > 0 else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    startLine()
  }

  private mutating func startLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes += "  ".utf8 }
  }

  /// Writes a string, RFC 8259 section 7.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x10: bytes += "\\u000\(String(byte, radix: 16))".utf8
      case 0x10..<0x20: bytes += "\\u00\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
