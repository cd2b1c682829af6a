import PlumbText

/// What stands before a stretch of a text, as far as it says what the stretch is.
///
/// In JSON these are the names of the objects and lists that are open; in other texts the bytes just
/// before; in text of two bytes a character the mark of its byte order.
struct TextSurroundings: Sendable {
  private enum Form: Sendable {
    case unknown
    case json(OpenJSON)
    case wide([UInt8])
    case other(last: [UInt8])
  }

  private var form = Form.unknown

  /// How much of other texts is looked at again.
  private static let overlap = 4096

  /// Returns bytes to be put before the next stretch.
  mutating func prefix(of stretch: [UInt8]) -> [UInt8] {
    switch form {
    case .unknown:
      form = Self.form(of: stretch)
      return []
    case .json(let open): return open.text
    case .wide(let mark): return mark
    case .other(let last): return last
    }
  }

  private static func form(of beginning: [UInt8]) -> Form {
    if let (encoding, _) = Layer(Array(beginning.prefix(8)), at: 0).decodedUTF16() {
      return .wide(encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF])
    }
    return CredentialSearch.isJSON(beginning) ? .json(OpenJSON()) : .other(last: [])
  }

  /// Takes note of a stretch that is passed.
  mutating func pass(_ stretch: [UInt8]) {
    switch form {
    case .unknown, .wide: break
    case .json(var open):
      form = .unknown
      open.pass(stretch)
      form = .json(open)
    case .other(let last):
      let text = last + stretch
      let start = max(text.count - Self.overlap, 0)
      // A line that is cut in two says something else; so does a word.
      let mark =
        text[start...].firstIndex(of: 0x0A)
        ?? text[start...].firstIndex { Self.isGap($0) }
      form = .other(last: Array(text[(mark.map { $0 + 1 } ?? start)...]))
    }
  }

  /// Where to end a stretch best: behind a member or line, near `most`.
  func cut(_ window: [UInt8], upTo most: Int) -> Int {
    let least = most - most / 4
    switch form {
    case .json(let open): return open.cut(window, from: least, to: most)
    case .wide: return most & ~1
    case .unknown, .other:
      let tail = window[least..<most]
      let mark = tail.lastIndex(of: 0x0A) ?? tail.lastIndex { Self.isGap($0) }
      return mark.map { $0 + 1 } ?? most
    }
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ">")
  }
}
