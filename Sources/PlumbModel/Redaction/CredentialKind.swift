/// How something was recognised as a credential.
public enum CredentialKind: Hashable, Sendable {
  /// It is a known value, or another place named it so.
  case known(name: String)
  /// A name beside it says so.
  case named(String)
  /// It stands before `@` in a URL.
  case userinfo
  /// It looks like one.
  case shaped(CredentialShape)
}

extension CredentialKind: CustomStringConvertible {
  /// What it is, in words that show nothing of the value.
  public var description: String {
    switch self {
    case .known(let name): "the value of \(name)"
    case .named(let name): "a value called \(name)"
    case .userinfo: "the user of a URL"
    case .shaped(let shape): shape.words
    }
  }

  /// Whether its shape alone gives it away.
  var isShape: Bool {
    if case .shaped = self { true } else { false }
  }

  /// The name that stands in the placeholder.
  var name: String {
    switch self {
    case .known(let name), .named(let name): name
    case .userinfo: "user"
    case .shaped(let shape): shape.name
    }
  }
}
