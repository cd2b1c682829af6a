import NIOCore
import PlumbModel
import Synchronization

/// What has come of an answer so far; a deadline may pass while more is coming.
final class ResponseProgress: Sendable {
  private let state = Mutex(Exchange.Response(status: 0))

  /// What has come.
  var response: Exchange.Response { state.withLock { $0 } }

  /// Takes the head of the answer.
  func begin(status: Int, fields: [HTTPField]) {
    state.withLock { response in
      response.status = status
      response.fields = fields
    }
  }

  /// Takes a piece of the body; returns whether it still fits.
  func add(_ piece: ByteBuffer, limit: Int) -> Bool {
    state.withLock { response in
      let room = limit - response.body.count
      response.body.append(contentsOf: piece.readableBytesView.prefix(room))
      return piece.readableBytes <= room
    }
  }
}
