import PlumbModel
import Synchronization

/// Hands a body on while it comes: from one who has it piece by piece to one who sends it.
///
/// No more than one piece waits between them.
final class BodyChannel: Sendable {
  typealias Piece = StreamedBody.Piece

  private struct State {
    var piece: Piece?
    var isAbandoned = false
    var reader: CheckedContinuation<Piece, Never>?
    var writer: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// The end that is read from.
  var body: StreamedBody {
    StreamedBody(next: { await self.next() }, abandon: { self.abandon() })
  }

  /// Hands on a piece; returns once it was taken, or nobody wants it any longer.
  func send(_ piece: StreamedBody.Piece) async {
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

  private func next() async -> StreamedBody.Piece {
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

  private func abandon() {
    let (reader, writer) = state.withLock { state in
      defer { state = State(isAbandoned: true) }
      return (state.reader, state.writer)
    }
    reader?.resume(returning: .cut)
    writer?.resume()
  }
}
