/// The links of a `Link` header field.
///
/// ```swift
/// LinkField(#"<https://api.example.org/jobs?page=2>; rel="next""#)?.target(of: "next")
/// // "https://api.example.org/jobs?page=2"
/// ```
///
/// Several fields of that name are read as one, joined with `, `. A link with an `anchor` is about
/// another resource and answers no ``target(of:)``.
///
/// Source: RFC 8288, section 3.
public struct LinkField: Hashable, Sendable {
  /// One link.
  public struct Link: Hashable, Sendable {
    /// Where it leads, as written between `<` and `>`.
    public var target: String

    /// The relation types of its first `rel`, in lower case.
    public var relations: [String]

    /// The other parameters, in order: names in lower case, values without quotes; `nil` for none.
    public var parameters: [Parameter]
  }

  /// A parameter of a link.
  public struct Parameter: Hashable, Sendable {
    /// The name, in lower case.
    public var name: String

    /// The value, without quotes; `nil` when there is none.
    public var value: String?
  }

  /// The links, in order.
  public let links: [Link]

  /// Reads the value of the field; `nil` when it does not keep to the grammar.
  public init?(_ text: some StringProtocol) {
    var reader = LinkFieldReader(text)
    guard let links = reader.links() else { return nil }
    self.links = links
  }

  /// Returns where the first link of a relation type leads, whose case is not told apart.
  public func target(of relation: String) -> String? {
    let relation = relation.lowercased()
    return links.first { link in
      link.relations.contains(relation) && !link.parameters.contains { $0.name == "anchor" }
    }?.target
  }
}

/// Reads a `Link` header field from the left.
private struct LinkFieldReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  mutating func links() -> [LinkField.Link]? {
    var links: [LinkField.Link] = []
    skipWhiteSpace()
    while offset < bytes.count {
      // Empty elements of a list are ignored, RFC 9110 section 5.6.1.
      if skip(",") {
        skipWhiteSpace()
        continue
      }
      guard let link = link() else { return nil }
      links.append(link)
      guard offset == bytes.count || isAt(",") else { return nil }
    }
    return links
  }

  private mutating func link() -> LinkField.Link? {
    guard skip("<"), let end = bytes[offset...].firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let target = String(decoding: bytes[offset..<end], as: UTF8.self)
    guard target.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    offset = end + 1
    var link = LinkField.Link(target: target, relations: [], parameters: [])
    var hasRelation = false
    skipWhiteSpace()
    while skip(";") {
      skipWhiteSpace()
      if offset == bytes.count || isAt(";") || isAt(",") { continue }
      guard let parameter = parameter() else { return nil }
      skipWhiteSpace()
      if parameter.name != "rel" {
        link.parameters.append(parameter)
      } else if !hasRelation {
        hasRelation = true
        link.relations = (parameter.value ?? "").lowercased().split(separator: " ").map(String.init)
      }
    }
    return link
  }

  private mutating func parameter() -> LinkField.Parameter? {
    guard let name = token() else { return nil }
    skipWhiteSpace()
    guard skip("=") else { return LinkField.Parameter(name: name.lowercased(), value: nil) }
    skipWhiteSpace()
    guard let value = isAt("\"") ? quoted() : token() else { return nil }
    return LinkField.Parameter(name: name.lowercased(), value: value)
  }

  private mutating func quoted() -> String? {
    guard skip("\"") else { return nil }
    var value: [UInt8] = []
    while offset < bytes.count, !isAt("\"") {
      if isAt("\\"), offset + 1 < bytes.count { offset += 1 }
      value.append(bytes[offset])
      offset += 1
    }
    return skip("\"") ? String(decoding: value, as: UTF8.self) : nil
  }

  private mutating func token() -> String? {
    let start = offset
    while offset < bytes.count, MediaTypeReader.isTokenByte(bytes[offset]) { offset += 1 }
    return offset == start ? nil : String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func skipWhiteSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
  }

  private func isAt(_ character: Unicode.Scalar) -> Bool {
    offset < bytes.count && bytes[offset] == UInt8(ascii: character)
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard isAt(character) else { return false }
    offset += 1
    return true
  }
}
