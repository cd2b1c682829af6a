/// The media type of a body, such as `application/json; charset=utf-8`.
///
/// Source: RFC 9110, section 8.3.1.
package struct MediaType: Hashable, Sendable {
  /// A parameter.
  package struct Parameter: Hashable, Sendable {
    /// The name, in lower case.
    package var name: String

    /// The value, without quotes.
    package var value: String
  }

  /// The type before the slash, in lower case.
  package let type: String

  /// The subtype after the slash, in lower case.
  package let subtype: String

  /// The parameters, in order.
  package let parameters: [Parameter]

  /// Reads a media type; `nil` when the text is none.
  package init?(_ text: some StringProtocol) {
    var reader = MediaTypeReader(text)
    guard let type = reader.token(), reader.skip(UInt8(ascii: "/")), let subtype = reader.token()
    else { return nil }
    var parameters: [Parameter] = []
    reader.skipWhiteSpace()
    while !reader.isAtEnd {
      guard reader.skip(UInt8(ascii: ";")) else { return nil }
      reader.skipWhiteSpace()
      // Servers write empty parameters, as in `text/html;`, and recipients ignore them.
      if reader.isAtEnd || reader.isAt(UInt8(ascii: ";")) { continue }
      guard let name = reader.token(), reader.skip(UInt8(ascii: "=")), let value = reader.value()
      else { return nil }
      parameters.append(Parameter(name: name.lowercased(), value: value))
      reader.skipWhiteSpace()
    }
    self.type = type.lowercased()
    self.subtype = subtype.lowercased()
    self.parameters = parameters
  }

  /// Whether the body is JSON: `application/json`, or any subtype that ends in `+json`.
  ///
  /// Source: RFC 6839, section 3.1.
  package var isJSON: Bool {
    (type == "application" && subtype == "json") || subtype.hasSuffix("+json")
  }

  /// Returns the value of a parameter, whose name is taken in any case.
  package subscript(parameter: String) -> String? {
    parameters.first { $0.name == parameter.lowercased() }?.value
  }
}

extension MediaType: CustomStringConvertible {
  /// The type, the subtype and the parameters, values quoted where they must be.
  package var description: String {
    parameters.reduce("\(type)/\(subtype)") { text, parameter in
      let value = parameter.value
      if !value.isEmpty, value.utf8.allSatisfy(MediaTypeReader.isTokenByte) {
        return "\(text); \(parameter.name)=\(value)"
      }
      let escaped = value.flatMap { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
      return "\(text); \(parameter.name)=\"\(String(escaped))\""
    }
  }
}

/// Reads the tokens and quoted strings of a header field, RFC 9110 section 5.6.
struct MediaTypeReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
    skipWhiteSpace()
  }

  var isAtEnd: Bool { offset == bytes.count }

  static func isTokenByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }

  func isAt(_ byte: UInt8) -> Bool { offset < bytes.count && bytes[offset] == byte }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard isAt(byte) else { return false }
    offset += 1
    return true
  }

  mutating func skipWhiteSpace() {
    while isAt(0x20) || isAt(0x09) { offset += 1 }
  }

  mutating func token() -> String? {
    let start = offset
    while offset < bytes.count, Self.isTokenByte(bytes[offset]) { offset += 1 }
    return offset == start ? nil : String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  mutating func value() -> String? {
    guard skip(UInt8(ascii: "\"")) else { return token() }
    var value: [UInt8] = []
    while offset < bytes.count, !isAt(UInt8(ascii: "\"")) {
      if isAt(UInt8(ascii: "\\")), offset + 1 < bytes.count { offset += 1 }
      value.append(bytes[offset])
      offset += 1
    }
    return skip(UInt8(ascii: "\"")) ? String(decoding: value, as: UTF8.self) : nil
  }
}
