import PlumbText

/// JSON, read so tolerantly that broken, cut and several texts in one are looked through as well.
extension CredentialSearch {
  /// Looks through JSON.
  mutating func json(_ layer: Layer) {
    let bytes = layer.bytes
    let span = bytes.span.bytes
    let outer = frames
    frames = []
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        let behind = JSONScan.quoteEnd(span, from: offset + 1, to: bytes.count)
        let content = (offset + 1)..<(behind.map { $0 - 1 } ?? bytes.count)
        offset = behind ?? bytes.count
        let next = JSONScan.skipWhiteSpace(span, from: offset, to: bytes.count)
        let isName = next < bytes.count && bytes[next] == UInt8(ascii: ":")
        if isName, frames.last?.isObject ?? true {
          self.name(layer, content)
          offset = next + 1
        } else {
          string(layer, content)
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        frames.append(JSONFrame(isObject: bytes[offset] == UInt8(ascii: "{"), in: frames.last))
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        close(layer)
        offset += 1
      case UInt8(ascii: ","):
        separate()
        offset += 1
      case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ":"):
        offset += 1
      default:
        let start = offset
        while offset < bytes.count, !"\"{}[],: \n\r\t".utf8.contains(bytes[offset]) { offset += 1 }
        let next = JSONScan.skipWhiteSpace(span, from: offset, to: bytes.count)
        let isName = next < bytes.count && bytes[next] == UInt8(ascii: ":")
        if isName, frames.last?.isObject == true {
          // A name without quotes, as in JavaScript.
          self.name(layer, start..<offset)
          offset = next + 1
        } else {
          scalar(layer, start..<offset)
        }
      }
    }
    while !frames.isEmpty { close(layer) }
    frames = outer
    // What stands between the strings of a broken text.
    knownValues(layer, TextOptions())
  }

  /// Where the search is: the part, and in JSON the pointer.
  var placeName: String {
    guard !frames.isEmpty else { return place }
    let most = 64
    let tokens = frames.prefix(most).map { $0.isObject ? $0.name : String($0.index) }
    let pointer = JSONPointer(tokens: tokens).description
    return place.isEmpty ? "at \(pointer)" : "\(place), at \(pointer)"
  }

  private func text(of layer: Layer, _ range: Range<Int>) -> String {
    let span = layer.bytes.span
    return String(decoding: JSONUnescaping.text(span.bytes, range), as: UTF8.self)
  }

  private mutating func name(_ layer: Layer, _ range: Range<Int>) {
    if frames.isEmpty { frames.append(JSONFrame(isObject: true)) }
    let last = frames.count - 1
    let (name, judgement, mayHold) = judge(layer.bytes, range, as: frames[last].place)
    frames[last].name = name
    let isCookie = frames[last].holdsCookies && !frames[last].isListed
    frames[last].judgement = isCookie ? .certain : judgement
    if frames[last].inherited == .certain, ["value", "raw", "plain"].contains(name) {
      frames[last].judgement = .certain
    }
    if mayHold { text(layer.part(range), TextOptions(wraps: false)) }
  }

  private mutating func separate() {
    guard let frame = frames.last else { return }
    if !frame.isObject { frames[frames.count - 1].index += 1 }
    frames[frames.count - 1].judgement = .none
  }

  private mutating func string(_ layer: Layer, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let frame = frames.last
    note(layer, range)
    let part = layer.part(range)
    let name = frame.map { $0.isObject ? $0.name : $0.title } ?? ""
    let judgement = frame.map { $0.isObject ? $0.judgement : $0.inherited } ?? .none
    if judgement > .none {
      let folded = SecretNames.folded(name)
      let isCookie = folded == "cookie" || folded == "setcookie"
      if isCookie, part.bytes.contains(UInt8(ascii: "=")) {
        cookies(part, isAnswer: folded == "setcookie")
      } else {
        secret(part, 0..<part.bytes.count, name: name, judgement, TextOptions())
      }
    }
    if SecretNames.folded(name).hasSuffix("base64") { base64(part, 0..<part.bytes.count) }
    text(part)
  }

  /// Keeps what is needed when the object or list ends.
  private mutating func note(_ layer: Layer, _ range: Range<Int>) {
    guard let frame = frames.last else { return }
    let last = frames.count - 1
    guard frame.isObject else {
      // A header field as a pair, as some archives have it.
      guard frame.place == .field, !(frames.dropLast().last?.isObject ?? true) else { return }
      if frame.index == 0 { frames[last].pairName = text(of: layer, range) }
      if frame.index == 1 { frames[last].pairValue = range }
      return
    }
    switch frame.name {
    case "name", "key": frames[last].pairName = text(of: layer, range)
    case "value": frames[last].pairValue = range
    case "text", "body": frames[last].text = range
    case "encoding": frames[last].isBase64 = text(of: layer, range) == "base64"
    case "mimeType": frames[last].mediaType = text(of: layer, range)
    default: break
    }
  }

  private mutating func scalar(_ layer: Layer, _ range: Range<Int>) {
    let bytes = layer.bytes[range]
    let isNumber = bytes.allSatisfy { JSONScan.isDigit($0) || "+-.eE".utf8.contains($0) }
    let frame = frames.last
    let judgement = frame.map { $0.isObject ? $0.judgement : $0.inherited } ?? .none
    guard isNumber else {
      if bytes.count > 5 { text(layer.part(range)) }
      return
    }
    let digits = bytes.count(where: JSONScan.isDigit)
    let isKnown = !finder.isEmpty && !finder.found(in: layer.part(range)).isEmpty
    if isKnown || (judgement == .certain && digits >= 4 && digits == bytes.count) {
      let name = frame.map { $0.isObject ? $0.name : $0.title } ?? "value"
      add(.named(name), value: Array(bytes), at: range, in: layer, as: .number)
    }
  }

  private mutating func close(_ layer: Layer) {
    guard let frame = frames.last else { return }
    if let name = frame.pairName, let range = frame.pairValue {
      let judgement = frame.holdsCookies ? .certain : names.judge(name, as: frame.place)
      pair(layer, range, name: name, judgement, in: frame)
    }
    if let range = frame.text { content(layer, range, of: frame) }
    frames.removeLast()
  }

  /// Notes the value of an object such as `{"name": "X-API-Key", "value": "…"}`.
  private mutating func pair(
    _ layer: Layer,
    _ range: Range<Int>,
    name: String,
    _ judgement: SecretNames.Judgement,
    in frame: JSONFrame
  ) {
    let part = layer.part(range)
    let folded = SecretNames.folded(name)
    if frame.place == .field, folded == "cookie" || folded == "setcookie" {
      cookies(part, isAnswer: folded == "setcookie")
    } else if frame.place != .member || frame.holdsCookies
      || SecretValue.looksMadeUp(part.bytes, least: 8)
    {
      secret(part, 0..<part.bytes.count, name: name, judgement, TextOptions())
    }
  }

  /// Looks through the content of an archive's entry once its encoding and type are known.
  private mutating func content(_ layer: Layer, _ range: Range<Int>, of frame: JSONFrame) {
    let part = layer.part(range)
    if frame.isBase64 {
      let plain = part.unescaped(.backslash) ?? part
      base64(plain, 0..<plain.bytes.count)
    } else if let type = frame.mediaType {
      let plain = part.unescaped(.backslash) ?? part
      inside { $0.typed(plain, mediaType: type) }
    }
  }
}
