import PlumbText

/// Header fields.
extension CredentialSearch {
  /// Looks through the value of a header field.
  ///
  /// - Parameter readsOn: Whether the value is also looked through as text.
  mutating func field(name: String, _ value: Layer, readsOn: Bool = true) {
    let judgement = names.judge(name, as: .field)
    switch SecretNames.folded(name) {
    case "cookie", "cookie2": cookies(value, isAnswer: false, readsOn: readsOn)
    case "setcookie", "setcookie2": cookies(value, isAnswer: true, readsOn: readsOn)
    default:
      if judgement >= .likely, SecretValue.isCredential(value.bytes, .certain) {
        secret(value, 0..<value.bytes.count, name: name, .certain, TextOptions())
      }
      if readsOn { text(value) }
    }
  }

  /// Notes the values of cookies, all of them: nobody can tell which of them is a session.
  mutating func cookies(_ layer: Layer, isAnswer: Bool, readsOn: Bool = true) {
    var start = 0
    for line in layer.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let end = start + line.count
      let parts = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      for part in isAnswer ? Array(parts.prefix(1)) : parts {
        let sign = part.firstIndex(of: UInt8(ascii: "="))
        let blanks = part.drop { $0 <= 0x20 }
        let name = sign.map { blanks.prefix(upTo: max($0, blanks.startIndex)) }
        var value = sign.map { part[($0 + 1)...] } ?? blanks
        while let last = value.last, last <= 0x20 { value.removeLast() }
        if value.count > 1, value.first == 0x22, value.last == 0x22 {
          value = value.dropFirst().dropLast()
        }
        let range = value.startIndex..<value.endIndex
        secret(
          layer,
          range,
          name: name.map { String(decoding: $0, as: UTF8.self) } ?? "cookie",
          .certain,
          TextOptions()
        )
      }
      start = end + 1
    }
    if readsOn { text(layer) }
  }
}
