#if Live
import PlumbLive
import PlumbModel
import PlumbRecordings

extension SessionWriter {
  /// Opens the folder of an API's session for recording.
  ///
  /// - Parameters:
  ///   - folder: The folder in which the API's own is.
  ///   - site: Where the API is asked.
  ///   - redactor: What takes credentials out.
  ///   - contracts: The operations of the API.
  ///   - mode: What becomes of recordings that are there already.
  static func open(
    _ folder: String,
    site: Site,
    redactor: Redactor,
    contracts: [Contract],
    mode: Mode
  ) throws(Failure) -> SessionWriter {
    let path = "\(folder)/\(site.api.id)"
    let responses = contracts.flatMap { $0.responses + $0.errors }
    do throws(RecordingError) {
      return try SessionWriter(
        folder: path,
        session: Session(path: path, api: site.api.id, label: "recorded from \(site.base)"),
        redactor: redactor,
        mode: mode,
        documentedFields: Set(responses.flatMap(\.headers))
      )
    } catch {
      throw Failure(opening: path, mode, error)
    }
  }
}
#endif
