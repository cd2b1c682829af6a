import PlumbText

/// A contract file that has been read, but not understood yet.
public struct NotationFile: Hashable, Sendable {
  /// The most bytes that a contract file may have: 10 MB.
  public static let byteLimit = 10_000_000

  /// The path as it was given; messages name it.
  public var path: String

  /// What stands in the file.
  public var text: String

  /// Creates a file from its text.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Decodes a file.
  ///
  /// - Throws: ``Diagnostic`` when it is larger than ``byteLimit`` or no UTF-8, naming the place of
  ///   the first bad byte.
  public init(path: String, bytes: [UInt8]) throws(Diagnostic) {
    guard bytes.count <= Self.byteLimit else {
      throw Self.tooLarge(path, bytes.count)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.badEncoding(path, bytes)
    }
    self.init(path: path, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
  }

  /// Whether the file is JSON, where YAML's traps do not exist.
  var isJSON: Bool { path.hasSuffix(".json") }

  static func tooLarge(_ path: String, _ size: Int) -> Diagnostic {
    Diagnostic(
      .error,
      "a contract file has at most \(byteLimit) bytes, this one has \(size)",
      at: SourcePlace(file: path, line: 1, column: 1),
      remedy: "divide it into several files"
    )
  }

  private static func badEncoding(_ path: String, _ bytes: [UInt8]) -> Diagnostic {
    // The longest valid start of the file ends where the first bad byte stands; a cut at most
    // three bytes before the end of a valid start only splits a character.
    var valid = 0
    var rest = bytes.count
    while valid < rest {
      let middle = (valid + rest + 1) / 2
      let isValid = (0...3).contains { cut in
        middle >= cut && String(validating: bytes[..<(middle - cut)], as: UTF8.self) != nil
      }
      if isValid { valid = middle } else { rest = middle - 1 }
    }
    while valid > 0, String(validating: bytes[..<valid], as: UTF8.self) == nil { valid -= 1 }
    let before = String(decoding: bytes[..<valid], as: UTF8.self).unicodeScalars
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    return Diagnostic(
      .error,
      "a contract file is UTF-8, this byte is not",
      at: SourcePlace(file: path, line: line, column: column),
      remedy: "save the file as UTF-8"
    )
  }
}
