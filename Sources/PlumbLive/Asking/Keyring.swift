public import PlumbModel

/// The credentials that requests to an API carry.
public struct Keyring: Sendable {
  /// A header field that carries a credential.
  public struct Entry: Sendable {
    /// The field.
    public var field: HTTPField
    /// What stands for it where it is not shown: the environment variable, else the field's name.
    public var name: String
    /// Whether its value is a secret.
    public var isSecret: Bool

    /// Creates an entry.
    public init(field: HTTPField, name: String, isSecret: Bool = true) {
      self.field = field
      self.name = name
      self.isSecret = isSecret
    }
  }

  /// The fields, in the order in which they are sent.
  public var entries: [Entry]

  /// Creates a keyring.
  public init(entries: [Entry] = []) {
    self.entries = entries
  }

  /// The values that must not be written or shown.
  public var secrets: [Secret] {
    entries.filter(\.isSecret).map { Secret(name: $0.name, value: $0.field.value) }
  }

  /// A request with the credentials in it, in place of fields of the same names.
  func signed(_ request: Exchange.Request, without names: [String] = []) -> Exchange.Request {
    let left = Set(names.map { $0.lowercased() })
    let added = entries.map(\.field).filter { !left.contains($0.name.lowercased()) }
    let own = Set(added.map { $0.name.lowercased() }).union(left)
    var request = request
    request.fields.removeAll { own.contains($0.name.lowercased()) }
    request.fields += added
    return request
  }
}

extension Keyring {
  /// The credentials of an API that are given nowhere: each is a field and its variable.
  public static func missing(
    for api: API,
    given: [Entry],
    environment: (String) -> String?
  ) -> [API.Key] {
    api.keys.filter { key in
      environment(key.environment) == nil
        && !given.contains { $0.field.name.lowercased() == key.header.lowercased() }
    }
  }

  /// The keyring of an API: its keys from the environment, and what was given besides, which wins.
  public init(for api: API, given: [Entry], environment: (String) -> String?) {
    let names = Set(given.map { $0.field.name.lowercased() })
    let keys = api.keys.filter { !names.contains($0.header.lowercased()) }.compactMap { key in
      environment(key.environment).map {
        Entry(field: HTTPField(name: key.header, value: $0), name: key.environment)
      }
    }
    self.init(entries: keys + given)
  }
}
