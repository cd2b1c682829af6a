import PlumbModel
import PlumbRecordings
import PlumbText

/// One exchange of a recording, with what is known of the recording.
struct RecordedExchange: Sendable {
  /// The exchange, with the body as it stands in the file.
  var exchange: Exchange
  /// How many exchanges the file holds.
  var count: Int
  /// Whether the file was changed after it was recorded.
  var isEdited: Bool

  /// Reads one exchange out of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - entry: The index of the exchange, from 0.
  /// - Throws: ``Failure`` when the file cannot be read or has no such exchange.
  init(of file: RecordingFile, entry: Int) throws(Failure) {
    var reader = ExchangeReader()
    var found: Exchange?
    var count = 0
    do throws(RecordingError) {
      try reader.read(file) { layout, bytes, _, _, _ in
        if count == entry { found = Exchange(layout, in: bytes) }
        count += 1
      }
    } catch {
      throw Failure(.unreadable, error.description)
    }
    guard let found else {
      let holds = count == 0 ? "no exchange" : count == 1 ? "one exchange" : "\(count) exchanges"
      let remedy =
        switch count {
        case 0: ""
        case 1: "; leave --entry out"
        default: "; --entry counts from 0 to \(count - 1)"
        }
      throw Failure(
        count == 0 ? .unreadable : .usage,
        "\(file.path): the file holds \(holds), there is no entry \(entry)\(remedy)"
      )
    }
    exchange = found
    self.count = count
    isEdited = !reader.editedFiles.isEmpty
  }
}
