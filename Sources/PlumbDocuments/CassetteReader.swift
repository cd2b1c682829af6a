import PlumbModel
import PlumbNotation
import PlumbText

/// Reads the interactions of a cassette.
struct CassetteReader {
  /// How many bodies came in a coding that is not decoded.
  private(set) var undecoded: [String: Int] = [:]

  /// The most bytes that may come out of a coded body.
  private static let limit = 1 << 28

  mutating func read(_ root: YAMLNode) throws(Diagnostic) -> [Exchange] {
    if case .list = root.content { throw Self.isOld(root.place) }
    guard let interactions = root["interactions"] else {
      throw Diagnostic(
        .error,
        "expected a key `interactions`, as vcrpy writes it",
        at: root.place,
        remedy: "name a cassette; for HAR files use plumb show FILE --as http"
      )
    }
    guard case .list(let items) = interactions.content else {
      throw Self.expected("a list of interactions", at: interactions)
    }
    var exchanges: [Exchange] = []
    for item in items {
      exchanges.append(
        Exchange(
          request: try request(try Self.part("request", of: item)),
          response: try response(try Self.part("response", of: item))
        )
      )
    }
    return exchanges
  }

  private func request(_ node: YAMLNode) throws(Diagnostic) -> Exchange.Request {
    guard case .map = node.content else {
      if case .foreign = node.content { throw Self.isOld(node.place) }
      throw Self.expected("a map", at: node)
    }
    let url = try Self.text(node["uri"] ?? node["url"], "uri", of: node)
    guard URLReference(url)?.host != nil else {
      throw Self.expected("an absolute URL in `uri`", at: node["uri"] ?? node["url"] ?? node)
    }
    return Exchange.Request(
      method: try Self.text(node["method"], "method", of: node).uppercased(),
      url: url,
      fields: try Self.fields(node["headers"]),
      body: try node["body"].map(Self.body) ?? []
    )
  }

  private mutating func response(_ node: YAMLNode) throws(Diagnostic) -> Exchange.Response {
    // httpx: before version 5, vcrpy wrote `status_code` and `content` for it.
    let statusNode = node["status"]?["code"] ?? node["status_code"] ?? node["status"]
    let words = try Self.text(statusNode, "status", of: node)
    guard let status = Int(words), (100...999).contains(status) else {
      throw Self.expected("a status from 100 to 999", at: statusNode ?? node)
    }
    var response = Exchange.Response(
      status: status,
      fields: try Self.fields(node["headers"]),
      body: try (node["body"] ?? node["content"]).map(Self.body) ?? []
    )
    decode(&response)
    return response
  }

  /// Takes a body out of its content coding.
  private mutating func decode(_ response: inout Exchange.Response) {
    let field = response.fields.first { $0.name.lowercased() == "content-encoding" }
    let coding = field?.value.lowercased() ?? ""
    guard !response.body.isEmpty, !coding.isEmpty, coding != "identity" else { return }
    do throws(Inflate.Failure) {
      switch coding {
      case "gzip", "x-gzip":
        // What does not begin like gzip was decoded by the recorder, which left the field.
        guard response.body.starts(with: [0x1F, 0x8B]) else { return }
        response.body = try Inflate.gzip(response.body, limit: Self.limit)
      case "deflate":
        let isText = isText(response.body)
        guard let body = try? Inflate.deflate(response.body, limit: Self.limit) else {
          guard !isText else { return }
          throw .broken
        }
        response.body = body
      default:
        guard !isText(response.body) else { return }
        undecoded[coding, default: 0] += 1
        response.failure = "the body is in \(coding), which is not decoded"
      }
    } catch {
      response.failure =
        switch error {
        case .cutShort: "the body in \(coding) is cut short"
        case .broken: "the body is not what its coding says, \(coding)"
        case .tooLarge: "the body in \(coding) is larger than \(Self.limit) bytes"
        }
    }
  }

  private func isText(_ body: [UInt8]) -> Bool { String(validating: body, as: UTF8.self) != nil }

  /// A body: text, bytes, or a map that holds either, as in answers and as Ruby's VCR writes it.
  private static func body(_ node: YAMLNode) throws(Diagnostic) -> [UInt8] {
    switch node.content {
    case .nothing: return []
    case .text(let text): return Array(text.utf8)
    case .binary(let text): return try decoded(text, at: node)
    case .map:
      if let string = node["string"] { return try body(string) }
      if let coded = node["base64_string"] {
        return try decoded(try text(coded, "base64_string", of: node), at: coded)
      }
      throw expected("`string` or `base64_string`", at: node)
    case .list, .foreign: throw expected("text or !!binary", at: node)
    }
  }

  private static func decoded(_ text: String, at node: YAMLNode) throws(Diagnostic) -> [UInt8] {
    guard let bytes = Base64.decoded(text.utf8) else { throw expected("base64", at: node) }
    return bytes
  }

  /// Header fields: names with a value or a list of values.
  private static func fields(_ node: YAMLNode?) throws(Diagnostic) -> [HTTPField] {
    guard let node else { return [] }
    if case .nothing = node.content { return [] }
    guard case .map(let entries) = node.content else {
      if case .foreign = node.content { throw isOld(node.place) }
      throw expected("header fields as a map", at: node)
    }
    var fields: [HTTPField] = []
    for (name, value) in entries {
      var values = [value]
      if case .list(let items) = value.content { values = items }
      for value in values {
        let bytes = try body(value)
        fields.append(HTTPField(name: name, value: String(decoding: bytes, as: UTF8.self)))
      }
    }
    return fields
  }

  private static func part(_ name: String, of node: YAMLNode) throws(Diagnostic) -> YAMLNode {
    if case .foreign = node.content { throw isOld(node.place) }
    guard let part = node[name] else { throw expected("a key `\(name)`", at: node) }
    return part
  }

  private static func text(
    _ value: YAMLNode?,
    _ name: String,
    of node: YAMLNode
  ) throws(Diagnostic) -> String {
    guard let value else { throw expected("a key `\(name)`", at: node) }
    guard case .text(let text) = value.content else {
      throw expected("text in `\(name)`", at: value)
    }
    return text
  }

  private static func expected(_ words: String, at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error,
      "expected \(words), found \(node.kind)",
      at: node.place,
      remedy: "correct it, or record the cassette anew"
    )
  }

  private static func isOld(_ place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .error,
      "the cassette has the form of vcrpy before 1.0, with Python's own types in it",
      at: place,
      remedy: "bring it up to date with `python3 -m vcr.migration FILE`"
    )
  }
}

extension YAMLNode {
  /// The value of a key, when it is a map.
  fileprivate subscript(name: String) -> YAMLNode? {
    guard case .map(let entries) = content else { return nil }
    return entries.last { $0.key == name }?.value
  }

  /// What it is, in the words of messages.
  fileprivate var kind: String {
    switch content {
    case .nothing: "nothing"
    case .text(let text): "\"\(text.prefix(40))\(text.count > 40 ? "…" : "")\""
    case .binary: "binary"
    case .list: "a list"
    case .map: "a map"
    case .foreign(let tag): "a value of type \(tag)"
    }
  }
}
