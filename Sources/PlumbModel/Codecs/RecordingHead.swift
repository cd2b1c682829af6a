/// What the head of a recording says, and where the parts lie that an exchange's layout leaves out.
public struct RecordingHead: Hashable, Sendable {
  /// How the body is laid out.
  public var body = BodyLayout(.asReceived)

  /// The body of the request.
  public var requestBody: Range<Int> = 0..<0

  /// The checksum over everything after the head; `nil` when the head has none.
  public var checksum: UInt64?

  /// The 64 digits of the received body's SHA-256; `nil` when the head has none.
  public var sha256: Range<Int>?

  /// Whether the file was changed after it was recorded, told by the checksum.
  public var isEdited = false

  /// Where the first byte after the head is.
  var end = 0

  /// The number of bytes of the request's body, as recorded.
  var requestBodyCount = 0
}
