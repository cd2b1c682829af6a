import PlumbText

/// Names with values in text: `name=value`, `name: value`, `<name>value</name>`, `/name/value`.
extension CredentialSearch {
  /// Notes what stands between `://` and `@`.
  mutating func users(_ layer: Layer, _ options: TextOptions) {
    let bytes = layer.bytes
    for index in bytes.indices.dropLast(2)
    where bytes[index] == UInt8(ascii: ":") && bytes[index + 1] == UInt8(ascii: "/")
      && bytes[index + 2] == UInt8(ascii: "/")
    {
      let start = index + 3
      let end = end(of: bytes, from: start) { $0 <= 0x20 || "/?#\"'\\<>".utf8.contains($0) }
      guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")), at > start,
        !isPlaceholder(user: bytes[start..<at])
      else { continue }
      add(.userinfo, value: Array(bytes[start..<at]), at: start..<at, in: layer, as: .percent)
    }
  }

  /// Notes the values of `name=value` whose names give them away.
  mutating func pairs(_ layer: Layer, _ options: TextOptions) {
    let bytes = layer.bytes
    var done = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "=") && index >= done {
      let start = self.start(of: bytes, before: index) { Self.isNameByte($0) }
      guard start < index else { continue }
      let judgement = names.judge(name(bytes[start..<index]), as: .parameter)
      guard judgement > .none, index + 1 < bytes.count else { continue }
      var value = index + 1
      let quote = bytes[value]
      guard quote != UInt8(ascii: "="), quote != UInt8(ascii: ">") else { continue }
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      if isQuoted { value += 1 }
      let end = end(of: bytes, from: value) {
        isQuoted ? $0 == quote : $0 <= 0x20 || "&#;\"'\\<>,".utf8.contains($0)
      }
      let isParameter = start > 0 && "?&#;".utf8.contains(bytes[start - 1])
      var options = options
      options.isPercent = options.isPercent || isParameter
      secret(layer, value..<end, name: name(bytes[start..<index]), judgement, options)
      // What stands in a value was taken out with it, or is none.
      done = judgement == .certain ? end : 0
    }
  }

  /// Notes the values of `name: value`, as header fields and settings are written.
  mutating func lines(_ layer: Layer, _ options: TextOptions) {
    let bytes = layer.bytes
    var done = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: ":") && index >= done {
      let isQuote = { (byte: UInt8) in "\"'`".utf8.contains(byte) }
      let nameEnd = self.start(of: bytes, before: index, while: isQuote)
      let start = self.start(of: bytes, before: nameEnd) { Self.isNameByte($0) }
      guard start < nameEnd, index + 1 < bytes.count else { continue }
      let name = name(bytes[start..<nameEnd])
      guard !isInPlaceholder(bytes, start, name), names.judge(name, as: .member) == .certain
      else { continue }
      var value = end(of: bytes, from: index + 1) { $0 != 0x20 && $0 != 0x09 }
      guard value < bytes.count else { continue }
      let quote = bytes[value]
      if isQuote(quote) {
        value += 1
        let end = end(of: bytes, from: value) { $0 == quote || $0 == 0x0A }
        secret(layer, value..<end, name: name, .certain, options)
        done = end
        continue
      }
      let end = end(of: bytes, from: value) { $0 == 0x0A || $0 == 0x0D || $0 == quoteByte }
      if SecretWords.fields.contains(SecretNames.folded(name)),
        isField(bytes, start, value..<end)
      {
        field(name: name, layer.part(value..<end), readsOn: false)
        done = end
        continue
      }
      var word = self.end(of: bytes, from: value) { $0 <= 0x20 || "\"'\\<>,;}".utf8.contains($0) }
      // A placeholder ends with what else ends a word.
      let braces = Array("}}".utf8)
      if bytes[word...].starts(with: braces), bytes[value...].starts(with: "{{".utf8) {
        word += braces.count
      }
      if SecretValue.looksMadeUp(bytes[value..<word], least: 6) || isLine(bytes, start, end) {
        secret(layer, value..<word, name: name, .certain, options)
        done = word
      } else {
        done = min(word, index + Self.mostWord)
      }
    }
  }

  /// How long a word may be that is no value, in bytes.
  private static let mostWord = 64

  /// Whether a user, or the password behind it, was taken out before.
  private func isPlaceholder(user: ArraySlice<UInt8>) -> Bool {
    let colon = user.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? user.startIndex
    return SecretValue.isPlaceholder(user) || SecretValue.isPlaceholder(user[colon...])
  }

  /// Whether a name is the `secret` of a placeholder.
  private func isInPlaceholder(_ bytes: [UInt8], _ start: Int, _ name: String) -> Bool {
    name.hasSuffix("{{secret") || name == "secret" && bytes[..<start].suffix(2) == [0x7B, 0x7B]
  }

  /// Whether a header field is written out here, and not only spoken of.
  private func isField(_ bytes: [UInt8], _ start: Int, _ value: Range<Int>) -> Bool {
    if start == 0 || bytes[start - 1] == 0x0A { return true }
    let word = bytes[value].prefix { $0 > 0x20 }
    let credential = SecretValue.credential(in: bytes[value])
    return credential.lowerBound > 0 || word.contains(UInt8(ascii: "="))
      || SecretValue.looksMadeUp(word, least: 6)
  }

  /// Whether a name stands at the beginning of its line, and one word only is behind it.
  private func isLine(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let before = bytes[..<start].reversed().prefix(64).drop { " \t-".utf8.contains($0) }
    let isFirst = before.first == 0x0A
    let value = bytes[start..<end].split(separator: UInt8(ascii: ":"), maxSplits: 1).last ?? []
    return isFirst && value.split(separator: 0x20).count == 1
  }

  /// Notes the contents of elements whose names give them away.
  mutating func elements(_ layer: Layer, _ options: TextOptions) {
    let bytes = layer.bytes
    for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
      let nameEnd = end(of: bytes, from: index + 1) { !Self.isNameByte($0) && $0 != 0x3a }
      guard nameEnd > index + 1,
        names.judge(local(bytes[(index + 1)..<nameEnd]), as: .member) == .certain
      else { continue }
      let close = end(of: bytes, from: nameEnd) { $0 == UInt8(ascii: ">") }
      guard close < bytes.count, bytes[close - 1] != UInt8(ascii: "/") else { continue }
      let end = end(of: bytes, from: close + 1) { $0 == UInt8(ascii: "<") }
      secret(
        layer,
        (close + 1)..<end,
        name: local(bytes[(index + 1)..<nameEnd]),
        .certain,
        options
      )
    }
  }

  /// Notes what stands behind a segment of a URL's path that gives it away.
  mutating func segments(_ layer: Layer, _ options: TextOptions) {
    let bytes = layer.bytes
    // What ends a URL inside a text is part of one that stands alone.
    let ends = options.isPercent ? "/?#" : "/?#\"'\\<>"
    let isEnd = { (byte: UInt8) in byte <= 0x20 || ends.utf8.contains(byte) }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
      let nameEnd = end(of: bytes, from: index + 1, at: isEnd)
      guard nameEnd > index + 1, nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: "/"),
        names.judge(name(bytes[(index + 1)..<nameEnd]), as: .member) == .certain
      else { continue }
      let end = end(of: bytes, from: nameEnd + 1, at: isEnd)
      guard SecretValue.isCredential(bytes[(nameEnd + 1)..<end], .likely) else { continue }
      let kind = CredentialKind.named(name(bytes[(index + 1)..<nameEnd]))
      let range = (nameEnd + 1)..<end
      add(kind, value: Array(bytes[range]), at: range, in: layer, as: .percent)
    }
  }

  /// Notes a value, if it is one and its name says enough.
  mutating func secret(
    _ layer: Layer,
    _ range: Range<Int>,
    name: String,
    _ judgement: SecretNames.Judgement,
    _ options: TextOptions
  ) {
    let written = layer.part(range)
    let escaping: Layer.Escaping = options.isPercent ? .percent : .backslash
    let plain = (written.unescaped(escaping) ?? written).bytes
    guard SecretValue.isCredential(plain, judgement) else { return }
    let credential = SecretValue.credential(in: written.bytes)
    guard !SecretValue.isNothing(written.bytes[credential]) else { return }
    let part = written.part(credential)
    add(
      .named(name),
      value: (part.unescaped(escaping) ?? part).bytes,
      at: 0..<part.bytes.count,
      in: part,
      as: writing(at: range.lowerBound, in: layer, options)
    )
  }

  private var quoteByte: UInt8 { UInt8(ascii: "\"") }

  private func local(_ name: ArraySlice<UInt8>) -> String {
    let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
    return String(decoding: name[start...], as: UTF8.self)
  }

  private func name(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count <= 400 else { return "" }
    return PlaceholderText.plain(bytes)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
      || "_-.[]%$~".utf8.contains(byte)
  }

  private func start(
    of bytes: [UInt8],
    before end: Int,
    while isPart: (UInt8) -> Bool
  ) -> Int {
    var start = end
    while start > 0, isPart(bytes[start - 1]) { start -= 1 }
    return start
  }

  private func end(of bytes: [UInt8], from start: Int, at isEnd: (UInt8) -> Bool) -> Int {
    bytes[min(start, bytes.count)...].firstIndex(where: isEnd) ?? bytes.count
  }
}
