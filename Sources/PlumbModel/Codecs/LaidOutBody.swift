/// A body as it stands in a recording, with the rule that gives the received bytes back.
struct LaidOutBody: Hashable, Sendable {
  /// The rule.
  var layout: BodyLayout

  /// The bytes as they stand in the file.
  var bytes: [UInt8]

  /// Lays out a body over lines, when joining the lines again gives exactly the bytes received;
  /// else keeps it as received.
  init(received body: [UInt8]) {
    self.init(kept: body)
    guard !body.isEmpty, String(validating: body, as: UTF8.self) != nil else { return }
    let endsInNewline = body.last == UInt8(ascii: "\n")
    let core = 0..<(endsInNewline ? body.count - 1 : body.count)
    let isCore = { (bytes: [UInt8]) in bytes.elementsEqual(body[core]) }

    for rule in Self.candidates(for: body) {
      guard
        let joined = JSONRelayout.bytes(of: body.span, in: core, by: rule), isCore(joined),
        let lines = JSONRelayout.bytes(of: body.span, in: core, by: .indented(2)),
        let proof = JSONRelayout.bytes(of: lines.span, in: lines.indices, by: rule), isCore(proof)
      else { continue }
      layout = BodyLayout(rule, endsInNewline: endsInNewline)
      bytes = lines + [UInt8(ascii: "\n")]
      return
    }
  }

  /// What stands in the recording of a body that stands beside it: nothing.
  static let beside = LaidOutBody(layout: BodyLayout(.beside), bytes: [])

  private init(layout: BodyLayout, bytes: [UInt8]) {
    self.layout = layout
    self.bytes = bytes
  }

  /// Whether people can read a body: UTF-8 without control characters but tabs and line breaks.
  static func isText(_ body: [UInt8]) -> Bool {
    let isPlain = { (byte: UInt8) in
      byte >= 0x20 ? byte != 0x7F : byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
    return body.allSatisfy(isPlain) && String(validating: body, as: UTF8.self) != nil
  }

  private init(kept body: [UInt8]) {
    layout = BodyLayout(body.isEmpty ? .none : .asReceived)
    bytes = body
  }

  /// The rules worth trying, told from the body's first line break.
  private static func candidates(for body: [UInt8]) -> [BodyLayout.Rule] {
    guard
      let lineBreak = body.firstIndex(of: UInt8(ascii: "\n")), lineBreak < body.count - 1
    else { return [.compact, .spaced] }
    let width = body[(lineBreak + 1)...].prefix { $0 == UInt8(ascii: " ") }.count
    return (1...8).contains(width) ? [.indented(width)] : []
  }

  /// Returns the bytes received from the bytes in the file; `nil` when an edit made them
  /// something that the rule cannot join.
  static func received(
    from text: Span<UInt8>,
    in range: Range<Int>,
    layout: BodyLayout
  ) -> [UInt8]? {
    guard layout.isRelaid else { return text.copy(range) }
    guard var bytes = JSONRelayout.bytes(of: text, in: range, by: layout.rule) else { return nil }
    if layout.endsInNewline { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }
}
