/// A body that is sent while it comes.
public final class StreamedBody: Sendable {
  /// What comes next.
  public enum Piece: Hashable, Sendable {
    /// More of the body.
    case bytes([UInt8])
    /// Nothing: it is whole.
    case end
    /// Nothing, although it is not whole.
    case cut
  }

  private let nextPiece: @Sendable () async -> Piece
  private let giveUp: @Sendable () -> Void

  /// Creates a body.
  ///
  /// - Parameters:
  ///   - next: Waits for the next piece; after ``Piece/end`` or ``Piece/cut`` there is none.
  ///   - abandon: Takes note that nobody wants it any longer; whoever waits for a piece gets
  ///     ``Piece/cut``.
  public init(
    next: @escaping @Sendable () async -> Piece,
    abandon: @escaping @Sendable () -> Void
  ) {
    nextPiece = next
    giveUp = abandon
  }

  /// Waits for the next piece.
  public func next() async -> Piece { await nextPiece() }

  /// Gives the rest of the body up.
  public func abandon() { giveUp() }
}

extension StreamedBody: Hashable {
  /// Whether both are one.
  public static func == (left: StreamedBody, right: StreamedBody) -> Bool { left === right }

  /// Hashes which one it is.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
