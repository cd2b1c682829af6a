import PlumbModel
import PlumbRecordings

/// What becomes of the exchanges of a share of the work, before they are extracted.
struct PartShare: Sendable {
  /// Which recordings the share reads; `nil` for all.
  var shard: ShardPlan?
  /// What standard input is called; `nil` where its exchanges name their files.
  var inputName: String?

  /// What to do with an exchange.
  enum Fate {
    case take(ExchangeSource)
    case leave
    /// It cannot be told from the exchanges of other parts.
    case refuse
  }

  /// What to do with an exchange of a file.
  func fate(of source: ExchangeSource, in file: RecordingFile) -> Fate {
    if let shard, !shard.takes(source, of: file) { return .leave }
    guard file.isStandardInput, !source.isNamed else { return .take(source) }
    guard let inputName else { return shard == nil ? .refuse : .take(source) }
    var source = source
    source.file = inputName
    source.session = inputName
    return .take(source)
  }

  /// What to say of an exchange on standard input that names no file.
  static func unnamed(_ entry: Int?) -> RecordingError {
    RecordingError(
      file: "-",
      message: "exchange \(entry ?? 0) names no file, so that parts cannot tell it from others: "
        + "expected a member \"origin\" in its line, as plumb show PATH --as ndjson --origins "
        + "writes it; or name all of standard input with --input-name"
    )
  }
}
