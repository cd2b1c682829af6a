/// A value that must never be written: a key, a password, a session.
///
/// Nothing that describes it shows the value.
public struct Secret: Hashable, Sendable {
  /// What it is called, e.g. the environment variable that holds it. It stands in the placeholder.
  public let name: String

  let value: String

  /// Creates a secret; one with an empty value is never found.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The name alone.
  public var description: String { "secret \(name)" }

  /// The name alone.
  public var debugDescription: String { description }

  /// The name alone.
  public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
