import PlumbText

/// A message and the offset it concerns, before line and column are counted.
package struct CodecFailure: Error, Hashable, Sendable {
  /// What was expected, what was found, and how to mend it.
  package var message: String

  /// The offset in the buffer, in bytes from 0.
  package var offset: Int

  /// Creates a failure.
  package init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// Returns the failure with its place, counted from the start of `text`.
  ///
  /// - Parameters:
  ///   - text: The buffer.
  ///   - start: Where the first counted line begins in `text`.
  ///   - line: The number of that line, from 1.
  package func located(
    in text: Span<UInt8>,
    from start: Int = 0,
    line: Int = 1
  ) -> RecordingError {
    let counted = text.extracting(start..<text.count)
    let offset = min(offset, text.count) - start
    let place = FilePlace.locate(offset..<offset, in: counted.bytes, end: counted.count)
    return RecordingError(line: line + place.line - 1, column: place.column, message: message)
  }
}
