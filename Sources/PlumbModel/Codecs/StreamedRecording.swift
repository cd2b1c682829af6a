import PlumbText

/// A recording whose body comes in pieces and stands beside it.
public struct StreamedRecording: Sendable {
  private let exchange: Exchange
  private let content: [UInt8]
  private var sum = XXH64Stream()
  private var hash = SHA256()

  /// Begins a recording; the body of the response is not looked at.
  public init(_ exchange: Exchange) {
    self.exchange = exchange
    content = Recording.content(of: exchange, body: [])
    sum.update(content)
  }

  /// Takes a piece of the body.
  public mutating func append(_ piece: [UInt8]) {
    sum.update(piece)
    hash.update(piece)
  }

  /// Ends the body, and returns the recording, to be written beside it.
  ///
  /// - Parameter failure: Why the answer is not whole; `nil` when it is.
  public consuming func finish(failure: String? = nil) -> Recording.Files {
    var exchange = exchange
    exchange.response.failure = failure
    let sha256 = hash.finalize().hexadecimal
    let head = Recording.head(
      of: exchange,
      layout: BodyLayout(.beside),
      checksum: sum.finalize(),
      sha256: sha256
    )
    return Recording.Files(recording: head + content, body: nil, sha256: sha256)
  }
}
