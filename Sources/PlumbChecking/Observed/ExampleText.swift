import PlumbText

/// A value as JSON, on one line and cut to what fits it.
enum ExampleText {
  /// The value of a stretch, without white space between its parts; `…` where it was cut.
  static func of(_ bytes: RawSpan, _ value: Range<Int>) -> String {
    var text: [UInt8] = []
    var scalars = 0
    var isInString = false
    var isEscaped = false
    for offset in value {
      let byte = bytes.byte(offset)
      if !isInString, JSONScan.isWhiteSpace(byte) { continue }
      if byte & 0xc0 != 0x80 { scalars += 1 }
      guard scalars <= ObservationLimits.exampleLength else {
        return String(decoding: text, as: UTF8.self) + "…"
      }
      text.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == 0x22 {
        isInString.toggle()
      } else {
        isEscaped = isInString && byte == 0x5c
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
