import PlumbText

/// Text that is not known to be anything else: names with values, URLs, and what stands in it.
extension CredentialSearch {
  /// How a text is looked through.
  struct TextOptions: Hashable, Sendable {
    /// Whether it is a URL or a form, where braces are escaped.
    var isPercent = false
    /// Whether lines may be broken inside a value.
    var wraps = true
    /// Whether the text was already read as JSON.
    var isReadAsJSON = false
  }

  /// Looks through a text and whatever its escapes hide.
  mutating func text(_ layer: Layer, _ options: TextOptions = TextOptions()) {
    guard mayHold(layer.bytes, wraps: options.wraps) else { return }
    guard layer.bytes.count <= Self.mostAtOnce else { return long(layer, options) }
    for (index, layer) in layer.all(wraps: options.wraps).enumerated() {
      users(layer, options)
      pairs(layer, options)
      lines(layer, options)
      segments(layer, options)
      knownValues(layer, options)
      for found in shapes.found(in: layer.bytes) {
        add(
          .shaped(found.shape),
          value: Array(layer.bytes[found.range]),
          at: found.range,
          in: layer,
          as: writing(at: found.range.lowerBound, in: layer, options)
        )
      }
      guard !(index == 0 && options.isReadAsJSON) else { continue }
      if Self.mayBeJSON(layer.bytes) { inside { $0.json(layer) } }
      if Self.mayBeMarkup(layer.bytes) { elements(layer, options) }
    }
  }

  /// Looks through a long text: all at once if it is JSON, else in stretches that overlap.
  private mutating func long(_ layer: Layer, _ options: TextOptions) {
    if !options.isReadAsJSON {
      for plain in [layer, layer.unescaped(.backslash)].compactMap(\.self)
      where Self.mayBeJSON(plain.bytes) {
        inside { $0.json(plain) }
        return
      }
    }
    var start = 0
    while start < layer.bytes.count {
      let end = min(start + Self.mostAtOnce, layer.bytes.count)
      text(layer.part(start..<end), options)
      guard end < layer.bytes.count else { break }
      start = end - Self.mostAtOnce / 4
    }
  }

  /// The most bytes whose escapes are taken off at once.
  private static let mostAtOnce = 1 << 15

  /// Notes the known values in one layer.
  mutating func knownValues(_ layer: Layer, _ options: TextOptions) {
    guard !finder.isEmpty else { return }
    for found in finder.found(in: layer) {
      let secret = finder.secrets[found.secret]
      guard !isPlaceholder(around: found.range, in: layer.bytes) else { continue }
      let kind = CredentialKind.known(name: secret.name)
      switch found.writing {
      case .base64(let phase, let endsInside):
        var shown = found.range
        if endsInside, shown.upperBound < layer.bytes.count,
          Self.isBase64(layer.bytes[shown.upperBound])
        {
          shown = shown.lowerBound..<(shown.upperBound + 1)
        }
        base64(layer, around: shown, phase: phase, kind, options)
      case .hexadecimal:
        let writing = writing(at: found.range.lowerBound, in: layer, options)
        add(kind, value: [], at: found.range, in: layer, as: writing)
      case .plain(let encoding):
        var writing = writing(at: found.range.lowerBound, in: layer, options)
        if encoding != .latin1, encoding != .utf8 { writing = .plain(encoding) }
        add(kind, value: [], at: found.range, in: layer, as: writing)
      }
    }
  }

  /// Whether a stretch is part of a placeholder that names a known value.
  private func isPlaceholder(around range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let before = bytes[..<range.lowerBound].suffix(64)
    let after = bytes[range.upperBound...].prefix(64)
    guard
      let open = before.lastIndex(of: UInt8(ascii: "{")),
      let close = after.firstIndex(of: UInt8(ascii: "}")),
      open > 0, bytes[open - 1] == UInt8(ascii: "{")
    else { return false }
    let text = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
    return text.hasPrefix("secret:") && finder.secrets.contains { text.hasSuffix(":\($0.name)") }
  }

  /// How a placeholder is written at a place: a URL's own characters are kept to.
  func writing(
    at offset: Int,
    in layer: Layer,
    _ options: TextOptions
  ) -> PlaceholderText.Writing {
    if options.isPercent || layer.wasPercent { return .percent }
    let before = layer.bytes[..<offset].suffix(2048)
    let start = before.lastIndex { $0 <= 0x20 || "\"'<>,".utf8.contains($0) }
    let word = before[(start.map { $0 + 1 } ?? before.startIndex)...]
    let isURL = String(decoding: word, as: UTF8.self).contains("://") || word.first == 0x2f
    return isURL ? .percent : .plain(.utf8)
  }

  /// Whether a text begins like an object or a list of JSON.
  static func mayBeJSON(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...].drop { $0 <= 0x20 || $0 >= 0xEF }
    guard let first = rest.popFirst(), first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return false }
    guard let next = rest.first(where: { $0 > 0x20 }) else { return false }
    return "\"{}[]-tfn0123456789".utf8.contains(next) && bytes.contains(UInt8(ascii: "\""))
  }

  private static func mayBeMarkup(_ bytes: [UInt8]) -> Bool {
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "<")) else { return false }
    return bytes[mark...].contains(UInt8(ascii: ">"))
  }
}
