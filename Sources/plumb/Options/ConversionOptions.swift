import ArgumentParser

/// In which form exchanges are written, and where to.
struct ConversionOptions: ParsableArguments {
  /// A form in which exchanges are kept.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    /// An HTTP archive.
    case har
    /// One exchange on a line.
    case ndjson
    /// A folder of recordings.
    case http
  }

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Write the exchanges in this form instead: har, ndjson or http.",
      valueName: "form"
    )
  )
  var form: Form?

  @Option(
    help: ArgumentHelp(
      "The file to write, standard output by default; with --as http, the folder.",
      valueName: "path"
    ),
    completion: .file()
  )
  var output: String?

  @Flag(
    help: "With --as ndjson, say in each line which file, entry and session it comes from."
  )
  var origins = false

  @OptionGroup var existing: ExistingRecordings

  func validate() throws {
    guard !origins || form == .ndjson else {
      throw ValidationError("--origins belongs to --as ndjson")
    }
    guard form == .http else {
      guard !existing.isGiven else {
        throw ValidationError("--resume and --replace belong to --as http, which writes a folder")
      }
      guard form != nil || output == nil else {
        throw ValidationError("--output belongs to --as, which says what to write")
      }
      return
    }
    guard output != nil else {
      throw ValidationError("--as http writes a folder of recordings; name it with --output")
    }
  }
}
