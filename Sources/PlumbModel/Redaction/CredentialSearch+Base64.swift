import PlumbText

/// Bytes that are written as base64.
extension CredentialSearch {
  /// Takes a known value out of the base64 that it stands in the middle of.
  ///
  /// - Parameters:
  ///   - range: The characters that show it.
  ///   - phase: How many bytes behind the start of a group the value begins.
  mutating func base64(
    _ layer: Layer,
    around range: Range<Int>,
    phase: Int,
    _ kind: CredentialKind,
    _ options: TextOptions
  ) {
    let bytes = layer.bytes
    // One look at a long stretch finds all that is in it.
    let place = layer.original(range)
    if let last = edits.last, last.keepsRest, last.range.contains(place.lowerBound) { return }
    let writing = writing(at: range.lowerBound, in: layer, options)
    // Where URLs are written as they are, a slash parts two segments.
    let stops = writing == .percent && !layer.wasPercent
    let isPart = { (byte: UInt8) in Self.isBase64(byte) && !(stops && byte == UInt8(ascii: "/")) }
    var first = range.lowerBound
    while first > 0, isPart(bytes[first - 1]) { first -= 1 }
    var end = range.upperBound
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    let group = range.lowerBound - (phase * 8 + 5) / 6
    let start = group - max(group - first, 0) / 4 * 4
    guard start >= first, base64(layer, start..<end, writing) else {
      add(kind, value: [], at: max(group, first)..<end, in: layer, as: writing)
      return
    }
  }

  /// Looks through what a stretch of base64 holds, as if it were a body.
  ///
  /// - Returns: Whether a credential was in it; the edit writes the rest as it was.
  @discardableResult
  mutating func base64(
    _ layer: Layer,
    _ range: Range<Int>,
    _ writing: PlaceholderText.Writing = .plain(.utf8)
  ) -> Bool {
    guard let decoded = Base64.decoded(layer.bytes[range]), !decoded.isEmpty else { return false }
    let inner = nested { $0.body(decoded, mediaType: nil) }
    guard let edit = inner.first else { return false }
    guard style == .placeholder else {
      let word = Array(Redactor.word.utf8)
      add(
        RedactionEdit(range: layer.original(range), replacement: word, kind: edit.kind, place: "")
      )
      return true
    }
    let text = layer.bytes[range]
    let isURLSafe = text.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    var end = range.upperBound
    while end < layer.bytes.count, layer.bytes[end] == UInt8(ascii: "=") { end += 1 }
    let isPadded = end > range.upperBound || text.last == UInt8(ascii: "=") || text.count % 4 == 0
    var encoded = Base64.encode(RedactionEdit.apply(inner, to: decoded), isURLSafe: isURLSafe)
    while !isPadded, encoded.last == UInt8(ascii: "=") { encoded.removeLast() }
    if writing == .percent { encoded = encoded.flatMap(Self.escaped) }
    let place = layer.original(range.lowerBound..<end)
    add(
      RedactionEdit(
        range: place,
        replacement: encoded,
        kind: edit.kind,
        place: "",
        keepsRest: true
      )
    )
    return true
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "+"): Array("%2B".utf8)
    case UInt8(ascii: "/"): Array("%2F".utf8)
    case UInt8(ascii: "="): Array("%3D".utf8)
    default: [byte]
    }
  }

  static func isBase64(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "+/-_".utf8.contains(byte)
  }
}
