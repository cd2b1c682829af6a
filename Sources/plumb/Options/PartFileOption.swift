import ArgumentParser

/// Where a part goes.
struct PartFileOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "With --partial, the file to write in place of standard output.",
      valueName: "file"
    ),
    completion: .file()
  )
  var output: String?

  /// Refuses a file where no part is written.
  func refuse() throws {
    guard output != nil else { return }
    throw ValidationError("--output belongs to --partial; a report has --report")
  }
}
