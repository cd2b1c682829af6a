/// Why an exchange is not written: something in it has the shape of a credential, and nothing says
/// which part of it could be replaced.
///
/// It names the place, never the value.
public struct RedactionRefusal: Error, Hashable, Sendable {
  /// What was recognised, e.g. `a JSON Web Token`.
  public let kind: String

  /// Where it stands, e.g. `the response body, at /data/0/raw`.
  public let place: String

  /// Creates a refusal.
  public init(kind: String, place: String) {
    self.kind = kind
    self.place = place
  }
}

extension RedactionRefusal: CustomStringConvertible {
  /// What stands where, and how to go on.
  public var description: String {
    """
    \(place) holds \(kind), so the exchange was not written; mark the row or parameter `secret` \
    in its contract, or name the environment variable that holds the value with --secret-from
    """
  }
}
