public import PlumbModel

/// What a file says of an exchange besides where its parts lie.
public struct FileRemarks: Hashable, Sendable {
  /// When the request was sent; `nil` when the file does not say.
  public var start: Timestamp?

  /// How long the exchange took; `nil` when the file does not say.
  public var duration: Duration?

  /// What an archive said of it; `nil` when it comes from none.
  public var details: HARDetails?

  /// The body as it was received; `nil` when it lies in the buffer just so.
  public var receivedBody: [UInt8]?

  init(
    start: Timestamp? = nil,
    duration: Duration? = nil,
    details: HARDetails? = nil,
    receivedBody: [UInt8]? = nil
  ) {
    self.start = start
    self.duration = duration
    self.details = details
    self.receivedBody = receivedBody
  }
}
