import PlumbText

/// Compares an address with its target byte by byte, making nothing.
///
/// It only says yes where the slower ``LinkComparison`` would; its no says nothing.
struct LinkMatch {
  /// A way in which addresses begin, learned from the contract or from conforming addresses.
  struct Opening: Hashable, Sendable {
    var bytes: [UInt8]
    /// Whether slashes are escaped.
    var isEscaped: Bool
  }

  let parts: [LinkPlan.Part]

  /// Whether the address is the opening and then the parts, without any escape.
  ///
  /// - Parameters:
  ///   - members: Where the members' values are, in the same buffer.
  ///   - parameters: The UTF-8 of each part that is a parameter; empty for all other parts.
  func holds(
    _ address: Range<Int>,
    _ opening: Opening,
    _ members: [Range<Int>],
    _ parameters: [[UInt8]],
    in bytes: RawSpan
  ) -> Bool {
    var offset = address.lowerBound
    let end = address.upperBound
    guard take(opening.bytes, &offset, end, bytes) else { return false }
    for (rank, part) in parts.enumerated() {
      switch part {
      case .text(let plain, let escaped):
        guard take(opening.isEscaped ? escaped : plain, &offset, end, bytes) else { return false }
      case .parameter:
        guard parameters[rank].allSatisfy(Self.isPlain),
          take(parameters[rank], &offset, end, bytes)
        else { return false }
      case .member(let member):
        guard take(members[member], &offset, end, bytes) else { return false }
      }
    }
    return offset == end
  }

  private func take(_ text: [UInt8], _ offset: inout Int, _ end: Int, _ bytes: RawSpan) -> Bool {
    guard end &- offset >= text.count, bytes.holds(text, at: offset) else { return false }
    offset += text.count
    return true
  }

  private func take(_ value: Range<Int>, _ offset: inout Int, _ end: Int, _ bytes: RawSpan) -> Bool
  {
    guard end &- offset >= value.count else { return false }
    for place in value {
      let byte = bytes.byte(place)
      guard byte == bytes.byte(offset), Self.isPlain(byte) else { return false }
      offset &+= 1
    }
    return true
  }

  /// The characters that a URL never needs to escape, RFC 3986 section 2.3.
  static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
  }
}
