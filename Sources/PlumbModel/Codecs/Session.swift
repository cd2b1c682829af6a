/// One API recorded at one time: a folder with a `session.json`.
public struct Session: Hashable, Sendable {
  /// The newest format of a session that is understood.
  public static let version = 1

  /// The name of the file that marks a session's folder.
  public static let fileName = "session.json"

  /// The name of the file that holds what changes from one recording to the next.
  public static let volatileFileName = "volatile.ndjson"

  /// The path of the folder.
  public var path: String

  /// The API's id; `nil` when the session does not say.
  public var api: String?

  /// What the recordings are, in a few words; `nil` when the session does not say.
  public var label: String?

  /// Creates a session.
  public init(path: String, api: String? = nil, label: String? = nil) {
    self.path = path
    self.api = api
    self.label = label
  }
}

extension Session {
  private static let formatPrefix = "plumb.session/"

  /// Reads a `session.json`.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: The path of the folder.
  /// - Throws: ``RecordingError`` when the file is no session's, or a newer Plumb made it.
  public init(decoding bytes: [UInt8], path: String) throws(RecordingError) {
    self.init(path: path)
    let text = bytes.span
    do throws(CodecFailure) {
      try read(text)
    } catch {
      throw error.located(in: text)
    }
  }

  /// Returns the `session.json` of the session.
  public func encode() -> [UInt8] {
    var members = [("format", "\(Self.formatPrefix)\(Self.version)")]
    if let api { members.append(("api", api)) }
    if let label { members.append(("label", label)) }
    let lines = members.map { name, value in "  \"\(name)\": \(Self.quoted(value))" }
    return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
  }

  private mutating func read(_ text: Span<UInt8>) throws(CodecFailure) {
    var cursor = JSONCursor(position: text.has("\u{FEFF}", at: 0) ? 3 : 0, end: text.count)
    var isFirst = true
    var hasFormat = false
    try cursor.expect(UInt8(ascii: "{"), in: text)
    while let name = try cursor.member(text, isFirst: &isFirst) {
      if text.equals(name.range, "format") {
        try Self.checkFormat(try cursor.string(text).range, in: text)
        hasFormat = true
      } else if text.equals(name.range, "api") {
        api = try Self.value(&cursor, text)
      } else if text.equals(name.range, "label") {
        label = try Self.value(&cursor, text)
      } else {
        _ = try cursor.skipValue(text)
      }
    }
    guard hasFormat else {
      throw CodecFailure(
        "expected a member \"format\" with \"plumb.session/1\", found none; add it, "
          + "or rename the file if it marks no session",
        at: 0
      )
    }
  }

  private static func checkFormat(
    _ range: Range<Int>,
    in text: Span<UInt8>
  ) throws(CodecFailure) {
    let word = text.text(range)
    guard word.hasPrefix(formatPrefix), let found = Int(word.dropFirst(formatPrefix.count)) else {
      throw CodecFailure(
        "expected \"plumb.session/1\", found \(text.quoted(range)); record the session anew",
        at: range.lowerBound
      )
    }
    guard (1...version).contains(found) else {
      throw CodecFailure(
        """
        expected format version 1, found \(found); the session was recorded by a newer Plumb: \
        update Plumb to read it
        """,
        at: range.lowerBound
      )
    }
  }

  private static func value(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) -> String? {
    guard let string = try cursor.optionalString(text) else { return nil }
    return try ExchangeBuffer.text(of: string, in: text)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return quoted + "\""
  }
}
