/// A credential that stands in a file, without its value.
public struct Credential: Hashable, Sendable {
  /// How it was recognised.
  public let kind: CredentialKind

  /// Where it stands, in bytes of the file.
  public let range: Range<Int>

  /// Where that is: a header field, a pointer; empty where only the line is known.
  public let place: String
}

/// What a file holds and what it would be without.
public struct ScannedFile: Sendable {
  /// The credentials, in the order of the file.
  public let credentials: [Credential]

  /// The file with placeholders in place of them.
  public let redacted: [UInt8]
}
