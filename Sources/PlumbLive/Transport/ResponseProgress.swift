import NIOCore
import PlumbModel
import Synchronization

/// What has come of an answer so far; a deadline may pass while more is coming.
final class ResponseProgress: Sendable {
  private struct State {
    var response = Exchange.Response(status: 0)
    /// How many bytes of the body have come.
    var count = 0
    var isSpilled = false
    /// How long the overflow has taken.
    var spent = Duration.zero
  }

  private static let pieceSize = 1 << 18

  private let state = Mutex(State())

  /// What has come.
  var response: Exchange.Response { state.withLock { $0.response } }

  /// How long it has taken so far to hand a long body on.
  var spent: Duration { state.withLock { $0.spent } }

  /// Takes the head of the answer.
  func begin(status: Int, fields: [HTTPField]) {
    state.withLock { state in
      state.response.status = status
      state.response.fields = fields
    }
  }

  /// Takes a piece of the body; returns whether it still fits.
  ///
  /// - Parameters:
  ///   - limit: The most bytes of a body.
  ///   - overflow: Takes what is too large to be held in memory.
  func add(
    _ piece: ByteBuffer,
    of request: Exchange.Request,
    limit: Int,
    _ overflow: (any BodyOverflow)?
  ) async -> Bool {
    let most = overflow?.limit ?? .max
    let (fits, spilled) = state.withLock { state -> (Bool, [UInt8]?) in
      let bytes = piece.readableBytesView.prefix(limit - state.count)
      state.count += bytes.count
      let fits = bytes.count == piece.readableBytes
      if state.isSpilled { return (fits, Array(bytes)) }
      state.response.body.append(contentsOf: bytes)
      return (fits, nil)
    }
    guard let overflow else { return fits }
    let start = ContinuousClock.now
    defer { state.withLock { $0.spent += .now - start } }
    if let spilled {
      await overflow.append(spilled)
    } else if response.body.count > most {
      let held = state.withLock { state in
        state.isSpilled = true
        defer { state.response.body = [] }
        return state.response.body
      }
      await overflow.begin(Exchange(request: request, response: response))
      // In pieces, so that it is not in memory twice.
      for start in stride(from: 0, to: held.count, by: Self.pieceSize) {
        await overflow.append(Array(held[start..<min(start + Self.pieceSize, held.count)]))
      }
    }
    return fits
  }

  /// The outcome, when all has come.
  func attempt() -> Attempt { outcome(Attempt(response)) }

  /// The outcome, when no more will come.
  func attempt(_ trouble: Attempt.Trouble, _ words: String) -> Attempt {
    outcome(Attempt(trouble, words, after: response))
  }

  private func outcome(_ attempt: Attempt) -> Attempt {
    var attempt = attempt
    attempt.isSpilled = state.withLock { $0.isSpilled }
    return attempt
  }
}
