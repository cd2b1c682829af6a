import PlumbModel

/// Takes credentials out of a body that comes in pieces.
///
/// A stretch is let go when cutting it off where it ends changes nothing: what is found in both
/// parts is what is found in the whole, so that no credential lies across the cut.
struct StreamRedaction: Sendable {
  private let redactor: Redactor
  /// How many bytes are let go at once, if nothing lies across the cut.
  private let stretch: Int
  /// How much further the next cut is tried.
  private let step: Int
  private var pending: [UInt8] = []

  init(_ redactor: Redactor, stretch: Int) {
    self.stretch = stretch
    step = stretch / 16
    self.redactor = redactor
  }

  /// Takes a piece, and returns what may be written.
  mutating func take(_ piece: [UInt8]) throws(RecordingError) -> [UInt8] {
    pending += piece
    var result: [UInt8] = []
    while pending.count > stretch * 2 {
      let window = Array(pending[..<(stretch + step * 4)])
      let whole = try redacted(window)
      var cut = stretch
      while cut < window.count {
        let left = try redacted(Array(window[..<cut]))
        let right = try redacted(Array(window[cut...]))
        if left.count + right.count == whole.count, whole.starts(with: left) {
          result += left
          break
        }
        cut += step
      }
      guard cut < window.count else {
        throw RecordingError(message: "a credential in the body has no end; it was not written")
      }
      pending.removeFirst(cut)
    }
    return result
  }

  /// Returns what is left.
  mutating func end() throws(RecordingError) -> [UInt8] {
    let rest = try redacted(pending)
    pending = []
    return rest
  }

  private func redacted(_ bytes: [UInt8]) throws(RecordingError) -> [UInt8] {
    let response = Exchange.Response(status: 200, body: bytes)
    do throws(RedactionRefusal) {
      return try redactor.redacted(Exchange(request: .init(url: ""), response: response)).response
        .body
    } catch {
      throw RecordingError(message: "\(error)")
    }
  }
}
