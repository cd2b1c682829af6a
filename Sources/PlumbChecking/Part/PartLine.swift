import PlumbText

/// A part as it is written: one line of text, so that whatever passes lines on can carry it.
///
/// ```
/// plumb.part/1 {"plumb":"0.1.0","contracts":"5f0c2ab1…",…} AAECAwQF… 9e3779b185ebca87
/// ```
///
/// The name of the format, what the part was made with, what it holds in base64, and an XXH64 over
/// all before it.
public struct PartLine: Sendable {
  /// The name of the format.
  public static let format = "plumb.part/1"

  /// What the part was made with.
  public let terms: PartTerms

  private let text: [UInt8]
  private let data: Range<Int>

  /// Takes a line apart.
  ///
  /// - Parameter line: The line, without its end.
  /// - Throws: ``PartError`` when it is no part, or is not whole.
  public init(_ line: ArraySlice<UInt8>) throws(PartError) {
    let name = Array("\(Self.format) ".utf8)
    guard line.starts(with: name) else { throw Self.isNone(line) }
    guard let last = line.lastIndex(of: UInt8(ascii: " ")), line.endIndex - last == 17,
      let hash = UInt64(String(decoding: line[(last + 1)...], as: UTF8.self), radix: 16)
    else { throw PartError.cut }
    let text = Array(line[..<last])
    guard XXH64.hash(text) == hash else { throw PartError.changed }
    guard let before = text.lastIndex(of: UInt8(ascii: " ")), before > name.count,
      let terms = PartTerms(header: text[name.count..<before])
    else { throw PartError.changed }
    self.terms = terms
    self.text = text
    data = (before + 1)..<text.count
  }

  /// What the part holds.
  func content() throws(PartError) -> [UInt8] {
    guard let bytes = PartBase64.bytes(of: text[data]) else { throw PartError.changed }
    return bytes
  }

  /// Writes a part as a line, with its end.
  static func line(_ header: [UInt8], _ content: [UInt8]) -> [UInt8] {
    var line = Array("\(format) ".utf8) + header + [UInt8(ascii: " ")]
    PartBase64.append(content, to: &line)
    let digits = String(XXH64.hash(line), radix: 16)
    let padding = String(repeating: "0", count: 16 - digits.count)
    return line + Array(" \(padding)\(digits)\n".utf8)
  }

  private static func isNone(_ line: ArraySlice<UInt8>) -> PartError {
    let word = line.prefix(64).prefix { $0 > 0x20 && $0 < 0x7f }
    let text = String(decoding: word, as: UTF8.self)
    guard text.hasPrefix("plumb.part/") else { return .foreign }
    // The name itself may be cut short.
    return text.count < format.count || text == format ? .cut : .newer(text)
  }
}

/// Why something cannot be read as a part.
public enum PartError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is no part.
  case foreign
  /// It is a part of a format that this version does not know.
  case newer(String)
  /// It ends before it is whole.
  case cut
  /// It is not what was written.
  case changed

  /// What is wrong, and how to mend it.
  public var description: String {
    switch self {
    case .foreign:
      "is no part: expected a line that begins with \"\(PartLine.format)\", as plumb check "
        + "--partial writes it"
    case .newer(let format):
      "is of the format \"\(format)\", and this plumb reads \"\(PartLine.format)\"; use one version "
        + "of plumb for all parts and for the merge"
    case .cut: "is a part that was cut short; make it anew"
    case .changed:
      "is a part that was changed or damaged: its checksum is not that of its bytes; make it anew"
    }
  }
}
