import PlumbModel

/// Which header fields a proxy passes on.
enum PassedFields {
  /// Fields that are about one connection, RFC 9110 section 7.6.1, and those that frame a message.
  private static let ofConnection: Set<String> = [
    "connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization",
    "te", "trailer", "transfer-encoding", "upgrade", "content-length",
  ]

  /// Fields of requests that belong to the way to the proxy, or that would make the answer one that
  /// only this client understands.
  private static let ofClient: Set<String> = [
    "host", "accept-encoding", "expect", "if-match", "if-none-match", "if-modified-since",
    "if-unmodified-since", "if-range", "user-agent",
  ]

  /// The fields of a request as they are passed on.
  static func request(_ fields: [HTTPField]) -> [HTTPField] {
    let named = named(in: fields)
    return fields.filter { field in
      let name = field.name.lowercased()
      return !ofConnection.contains(name) && !ofClient.contains(name) && !named.contains(name)
    }
  }

  /// The fields of a response as they are passed on; the body is decoded.
  static func response(_ fields: [HTTPField]) -> [HTTPField] {
    let named = named(in: fields)
    return fields.filter { field in
      let name = field.name.lowercased()
      return !ofConnection.contains(name) && name != "content-encoding" && !named.contains(name)
    }
  }

  /// The fields that `Connection` names.
  private static func named(in fields: [HTTPField]) -> Set<String> {
    let values = fields.filter { $0.name.lowercased() == "connection" }.map(\.value)
    return Set(
      values.flatMap { $0.split { ", \t".contains($0) } }.map { $0.lowercased() }
    )
  }
}
