/// How large recordings may be, because they come from anywhere.
public struct RecordingLimits: Hashable, Sendable {
  /// The most bytes of a file that is read whole; NDJSON and long HTTP archives are read in pieces
  /// and may be larger.
  public var fileSize = 1 << 30

  /// The bytes from which an HTTP archive is read where it lies, piece by piece; it may be as long
  /// as it likes.
  public var mappedSize = 64 << 20

  /// The most bytes of one line of NDJSON.
  public var lineSize = 256 << 20

  /// The most folders inside each other.
  public var folderDepth = 64

  /// Creates the defaults.
  public init() {}
}
