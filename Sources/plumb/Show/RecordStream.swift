import PlumbModel
import PlumbRecordings

/// Reads the exchanges of files one after the other, in the order in which they were recorded.
struct RecordStream {
  private var reader = ExchangeRecordReader()

  /// Hands on each exchange.
  ///
  /// - Throws: ``Failure`` when a file cannot be read, and whatever `take` throws.
  mutating func read(
    _ files: [RecordingFile],
    take: (ExchangeRecord, ExchangeSource) throws(Failure) -> Void
  ) throws(Failure) {
    var failure: Failure?
    do throws(RecordingError) {
      for file in try reader.sorted(files) {
        try reader.read(file) { record, source throws(RecordingError) in
          do throws(Failure) {
            try take(record, source)
          } catch {
            failure = error
            throw RecordingError(message: "")
          }
        }
      }
    } catch {
      throw failure ?? Failure(.unreadable, error.description)
    }
  }
}
