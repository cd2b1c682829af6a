import PlumbText

/// Bodies, by what they are rather than by what they are said to be.
extension CredentialSearch {
  /// Looks through a body.
  ///
  /// - Parameter base: Where it begins in the original.
  mutating func body(_ bytes: [UInt8], mediaType: String?, at base: Int = 0) {
    guard !bytes.isEmpty else { return }
    let body = Layer(bytes, at: base)
    if let (encoding, plain) = body.decodedUTF16() {
      wide(plain, of: body, encoding, mediaType: mediaType)
      return
    }
    let isJSON = Self.isJSON(bytes)
    guard mayHold(bytes, wraps: !isJSON && !finder.isEmpty) else { return }
    if isJSON {
      json(body)
    } else {
      typed(body, mediaType: mediaType)
    }
  }

  /// Looks through a text that is no JSON, and whose type says how it is read.
  mutating func typed(_ layer: Layer, mediaType: String?) {
    let type = mediaType.flatMap { MediaType($0) }
    if let boundary = Self.boundary(of: layer.bytes, type) {
      parts(layer, boundary: boundary)
    } else if Self.isJSON(layer.bytes) {
      json(layer)
    } else if type?.subtype == "x-www-form-urlencoded" || Self.isForm(layer.bytes) {
      form(layer)
    } else {
      if layer.bytes.contains(UInt8(ascii: "\"")), Self.isText(layer.bytes) { json(layer) }
      texts(layer)
    }
  }

  /// Looks through the texts among bytes of all sorts, which end where a byte is that no text has.
  ///
  /// Escapes mean nothing in the rest: to take them off by chance, in any order, would take a hundred
  /// times as long.
  private mutating func texts(_ layer: Layer) {
    let bytes = layer.bytes
    guard bytes.contains(where: Self.isNoText) else { return text(layer) }
    knownValues(layer, TextOptions())
    let span = bytes.span
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(where: Self.isNoText) ?? bytes.count
      if start < end, hints.mayHold(span.bytes, start..<end, wraps: true, by: self) {
        text(layer.part(start..<end))
      }
      start = end + 1
    }
  }

  private static func isNoText(_ byte: UInt8) -> Bool { byte < 0x09 }

  /// Looks through a form.
  mutating func form(_ layer: Layer) {
    let options = TextOptions(isPercent: true)
    for pair in layer.bytes.indices.split(whereSeparator: { layer.bytes[$0] == 0x26 }) {
      guard let sign = pair.first(where: { layer.bytes[$0] == UInt8(ascii: "=") }) else { continue }
      let name = PlaceholderText.plain(layer.bytes[pair.startIndex..<sign])
      let judgement = names.judge(name, as: .parameter)
      if judgement > .none {
        secret(layer, (sign + 1)..<pair.endIndex, name: name, judgement, options)
      }
    }
    text(layer, options)
  }

  /// Looks through the parts of a `multipart` body, RFC 2046 section 5.1.
  mutating func parts(_ layer: Layer, boundary: [UInt8]) {
    let mark = Array("--".utf8) + boundary
    let search = PatternSearch([mark])
    let bytes = layer.bytes
    let span = bytes.span
    let marks = search.matches(in: span.bytes, 0..<bytes.count).map(\.range)
    for (mark, next) in zip(marks, marks.dropFirst()) {
      part(layer.part(mark.upperBound..<next.lowerBound))
    }
    if let last = marks.last { text(layer.part(last.upperBound..<bytes.count)) }
    if let first = marks.first { text(layer.part(0..<first.lowerBound)) }
  }

  private mutating func part(_ layer: Layer) {
    let bytes = layer.bytes
    let search = PatternSearch([Array("\r\n\r\n".utf8), Array("\n\n".utf8)])
    let span = bytes.span
    guard let gap = search.matches(in: span.bytes, 0..<bytes.count).first?.range else {
      return text(layer)
    }
    let head = String(decoding: bytes[..<gap.lowerBound], as: UTF8.self)
    var end = bytes.count
    while end > gap.upperBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    let content = layer.part(gap.upperBound..<end)
    text(layer.part(0..<gap.lowerBound))
    let name = Self.parameter("name", in: head) ?? ""
    let judgement = names.judge(name, as: .parameter)
    if judgement > .none {
      secret(content, 0..<content.bytes.count, name: name, judgement, TextOptions())
    }
    let lines = head.split(whereSeparator: \.isNewline)
    let field = { (name: String) -> String? in
      let line = lines.first { $0.lowercased().hasPrefix(name) }
      return line.map { String($0.dropFirst(name.count).drop { $0 == " " }) }
    }
    if field("content-transfer-encoding:")?.lowercased() == "base64" {
      base64(content, 0..<content.bytes.count)
    }
    typed(content, mediaType: field("content-type:"))
  }

  /// Looks through text of two bytes a character.
  private mutating func wide(
    _ plain: Layer,
    of body: Layer,
    _ encoding: TextEncoding,
    mediaType: String?
  ) {
    let inner = nested { $0.typed(Layer(plain.bytes, at: 0), mediaType: mediaType) }
    for edit in inner {
      let text = String(decoding: edit.replacement, as: UTF8.self)
      var edit = edit
      edit.range = plain.original(edit.range)
      edit.replacement = encoding.bytes(of: text) ?? []
      add(edit)
    }
    knownValues(body, TextOptions())
  }

  /// Whether a text begins as JSON does.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = bytes[start...].first(where: { !JSONScan.isWhiteSpace($0) }) else {
      return false
    }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    !bytes.prefix(1024).contains(where: isNoText)
  }

  private static func isForm(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix { $0 != UInt8(ascii: "=") }
    return !head.isEmpty && head.count < min(bytes.count, 128)
      && head.allSatisfy { isNameByte($0) || $0 == UInt8(ascii: "+") }
      && !bytes.contains { $0 <= 0x20 && $0 != 0x0A && $0 != 0x0D }
  }

  private static func boundary(of bytes: [UInt8], _ type: MediaType?) -> [UInt8]? {
    if type?.type == "multipart", let boundary = type?["boundary"], !boundary.isEmpty {
      return Array(boundary.utf8)
    }
    guard bytes.starts(with: Array("--".utf8)) else { return nil }
    let line = bytes.dropFirst(2).prefix { $0 > 0x20 }
    let rest = String(decoding: bytes[line.endIndex...].prefix(256), as: UTF8.self).lowercased()
    return line.count > 4 && rest.contains("content-") ? Array(line) : nil
  }

  /// A parameter of a header field, such as `name="…"`.
  private static func parameter(_ name: String, in head: String) -> String? {
    guard let mark = head.firstRange(of: "; \(name)=") ?? head.firstRange(of: ";\(name)=") else {
      return nil
    }
    let value = head[mark.upperBound...]
    return value.first == "\""
      ? String(value.dropFirst().prefix { $0 != "\"" })
      : String(value.prefix { !$0.isWhitespace && $0 != ";" })
  }
}
