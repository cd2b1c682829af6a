import Synchronization

/// A body that is sent while it comes: from one who has it piece by piece to one who sends it.
///
/// No more than one piece waits between them.
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

  private struct State {
    var piece: Piece?
    var isAbandoned = false
    var reader: CheckedContinuation<Piece, Never>?
    var writer: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// Creates a body of which nothing has come.
  public init() {}

  /// Hands on a piece; returns once it was taken, or nobody wants it any longer.
  public func send(_ piece: Piece) async {
    await withCheckedContinuation { continuation in
      let (reader, isTaken) = state.withLock { state in
        let reader = state.reader
        state.reader = nil
        if reader == nil, !state.isAbandoned {
          state.piece = piece
          state.writer = continuation
          return (reader, false)
        }
        return (reader, true)
      }
      reader?.resume(returning: piece)
      if isTaken { continuation.resume() }
    }
  }

  /// Waits for the next piece; after ``Piece/end`` or ``Piece/cut`` there is none.
  public func next() async -> Piece {
    await withCheckedContinuation { continuation in
      let (piece, writer) = state.withLock { state -> (Piece?, CheckedContinuation<Void, Never>?) in
        if state.isAbandoned { return (.cut, nil) }
        guard let piece = state.piece else {
          state.reader = continuation
          return (nil, nil)
        }
        defer { (state.piece, state.writer) = (nil, nil) }
        return (piece, state.writer)
      }
      writer?.resume()
      if let piece { continuation.resume(returning: piece) }
    }
  }

  /// Takes note that nobody wants the body any longer.
  public func abandon() {
    let (reader, writer) = state.withLock { state in
      defer { state = State(isAbandoned: true) }
      return (state.reader, state.writer)
    }
    reader?.resume(returning: .cut)
    writer?.resume()
  }
}

extension StreamedBody: Hashable {
  /// Whether both are one.
  public static func == (left: StreamedBody, right: StreamedBody) -> Bool { left === right }

  /// Hashes which one it is.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
