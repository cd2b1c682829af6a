/// What stands where a credential stood: `{{secret:NAME}}`, in the writing of the place.
struct PlaceholderText: Hashable, Sendable {
  /// How a place wants it written.
  enum Writing: Hashable, Sendable {
    /// As it is.
    case plain(TextEncoding)
    /// With its braces escaped, as in URLs and forms.
    case percent
    /// As a number.
    case number
  }

  /// The name in it.
  let name: String

  /// Creates a placeholder; what a name may not hold becomes `-`.
  init(name: String) {
    let bytes = name.utf8.prefix(48).map { byte in
      Self.isNameByte(byte) && byte != UInt8(ascii: ":") ? byte : UInt8(ascii: "-")
    }
    self.name = bytes.isEmpty ? "value" : String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of the placeholder.
  func bytes(as writing: Writing) -> [UInt8] {
    switch writing {
    case .plain(let encoding): encoding.bytes(of: "{{secret:\(name)}}") ?? []
    case .percent: Array("%7B%7Bsecret:\(name)%7D%7D".utf8)
    case .number: [UInt8(ascii: "0")]
    }
  }

  /// Whether a byte may stand in a placeholder's name, or part it from what is before it.
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "_-.:".utf8.contains(byte)
  }

  /// A text with its braces as they are.
  static func plain(_ text: some Collection<UInt8>) -> String {
    let layer = Layer(Array(text), at: 0)
    return String(decoding: (layer.unescaped(.percent) ?? layer).bytes, as: UTF8.self)
  }
}

/// Gives equal values equal names, within one exchange or one file; those of parameters and rows that
/// are marked `secret` within a session, so that one exchange can still be held to another.
///
/// The first value that something called `session` holds is `session`, the next one `session-2`:
/// the name neither tells the value nor changes when the API gives out another one, so recording
/// once more gives the same bytes.
package struct PlaceholderBook: Sendable {
  private struct Names {
    var byValue: [[UInt8]: String] = [:]
    var counts: [String: Int] = [:]
  }

  private var own = Names()
  private var lasting = Names()

  /// Creates an empty book.
  package init() {}

  /// Returns the name of a value.
  ///
  /// - Parameter lasts: Whether it keeps its name beyond the exchange.
  mutating func name(of value: [UInt8], called name: String, lasts: Bool) -> String {
    if let known = lasting.byValue[value] ?? own.byValue[value] { return known }
    let base = PlaceholderText(name: name).name
    let count = max(own.counts[base] ?? 0, lasting.counts[base] ?? 0) + 1
    let numbered = count == 1 ? base : "\(base)-\(count)"
    if lasts {
      lasting.byValue[value] = numbered
      lasting.counts[base] = count
    } else {
      own.byValue[value] = numbered
      own.counts[base] = count
    }
    return numbered
  }

  /// Forgets what belongs to one exchange.
  mutating func endExchange() { own = Names() }
}
