/// Writes JSON text value by value, always the same bytes for the same calls.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.name("total")
/// writer.value(21)
/// writer.endObject()
/// writer.bytes  // {"total":21}
/// ```
///
/// Source: RFC 8259.
package struct JSONWriter: Sendable {
  /// How the text is laid out.
  package enum Layout: Hashable, Sendable {
    /// Without white space.
    case compact
    /// One member or element a line, indented by 2; empty containers stay on theirs.
    case indented
  }

  /// The text so far.
  package private(set) var bytes: [UInt8] = []

  private let layout: Layout
  private var open: [Container] = []
  private var isAfterName = false
  private var isWhole = false

  private struct Container {
    let isObject: Bool
    var isEmpty = true
  }

  /// Creates a writer with nothing written.
  package init(layout: Layout = .compact) {
    self.layout = layout
  }

  /// Begins an object.
  package mutating func beginObject() {
    beginValue()
    bytes.append(UInt8(ascii: "{"))
    open.append(Container(isObject: true))
  }

  /// Ends the object begun last.
  package mutating func endObject() {
    precondition(open.last?.isObject == true && !isAfterName, "no object can end here")
    end(UInt8(ascii: "}"))
  }

  /// Begins an array.
  package mutating func beginArray() {
    beginValue()
    bytes.append(UInt8(ascii: "["))
    open.append(Container(isObject: false))
  }

  /// Ends the array begun last.
  package mutating func endArray() {
    precondition(open.last?.isObject == false, "no array can end here")
    end(UInt8(ascii: "]"))
  }

  /// Writes the name of the value that follows.
  package mutating func name(_ name: String) {
    precondition(open.last?.isObject == true && !isAfterName, "a name stands before each member")
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(0x20) }
    isAfterName = true
  }

  /// Writes a string.
  package mutating func value(_ text: String) {
    beginValue()
    string(text)
    endValue()
  }

  /// Writes an integer.
  package mutating func value(_ integer: Int) { raw(String(integer)) }

  /// Writes a truth value.
  package mutating func value(_ boolean: Bool) { raw(boolean ? "true" : "false") }

  /// Writes a number just as it is written.
  package mutating func value(_ number: JSONNumber) { raw(number.text) }

  /// Writes `null`.
  package mutating func null() { raw("null") }

  private mutating func raw(_ text: String) {
    beginValue()
    append(text)
    endValue()
  }

  private mutating func beginValue() {
    if isAfterName {
      isAfterName = false
      return
    }
    precondition(open.last?.isObject != true, "a member needs a name")
    precondition(!isWhole, "one text holds one value")
    if !open.isEmpty { separate() }
  }

  private mutating func endValue() {
    if open.isEmpty { isWhole = true }
  }

  private mutating func end(_ closing: UInt8) {
    let container = open.removeLast()
    if !container.isEmpty { newLine() }
    bytes.append(closing)
    endValue()
  }

  private mutating func separate() {
    if !open[open.count - 1].isEmpty { bytes.append(UInt8(ascii: ",")) }
    open[open.count - 1].isEmpty = false
    newLine()
  }

  private mutating func newLine() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    for _ in open.indices {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    if appendPlain(text) { return }
    let utf8 = Array(text.utf8)
    var plain = 0
    for index in utf8.indices {
      guard let (escaped, length) = Self.escape(utf8, at: index) else { continue }
      bytes += utf8[plain..<index]
      bytes += escaped.utf8
      plain = index + length
    }
    bytes += utf8[plain...]
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Appends a text without anything to escape; whether it is one.
  private mutating func appendPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      for byte in utf8 where !Self.isPlain(byte) { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
  }

  /// Whether a byte stands for itself, wherever it stands.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0xE2
  }

  /// Returns the escape of the character at an index and the character's length; `nil` when it
  /// stands for itself.
  private static func escape(_ text: [UInt8], at index: Int) -> (String, Int)? {
    switch text[index] {
    case UInt8(ascii: "\""): ("\\\"", 1)
    case UInt8(ascii: "\\"): ("\\\\", 1)
    case 0x08: ("\\b", 1)
    case 0x09: ("\\t", 1)
    case 0x0A: ("\\n", 1)
    case 0x0C: ("\\f", 1)
    case 0x0D: ("\\r", 1)
    case 0x00..<0x20: ("\\u\(Hexadecimal.text(UInt16(text[index])))", 1)
    // U+2028 and U+2029 end a line in JavaScript, where JSON is often pasted.
    case 0xE2 where text[index...].starts(with: [0xE2, 0x80, 0xA8]): ("\\u2028", 3)
    case 0xE2 where text[index...].starts(with: [0xE2, 0x80, 0xA9]): ("\\u2029", 3)
    default: nil
    }
  }
}
