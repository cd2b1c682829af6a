/// How large recordings may be, because they come from anywhere.
public struct RecordingLimits: Hashable, Sendable {
  /// The most bytes of a file that is read whole; NDJSON is read in pieces and may be larger.
  public var fileSize = 1 << 30

  /// The most bytes of one line of NDJSON.
  public var lineSize = 256 << 20

  /// The most folders inside each other.
  public var folderDepth = 64

  /// Creates the defaults.
  public init() {}
}
