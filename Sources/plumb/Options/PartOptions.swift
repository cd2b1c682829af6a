import ArgumentParser

/// How a share of the work is read and written, to be merged with others.
struct PartOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Write what was extracted as a part, one line of text, in place of a report; plumb merge "
        + "makes the report of all parts."
    )
  )
  var partial = false

  @OptionGroup var file: PartFileOption

  @Option(
    help: ArgumentHelp(
      "With --partial, which share of the recordings to read, counted from 1: 3/16.",
      valueName: "i/n"
    )
  )
  var shard: Shard?

  @Option(
    help: ArgumentHelp(
      "With --partial, what the exchanges on standard input are a file of, where they do not say so "
        + "themselves.",
      valueName: "name"
    )
  )
  var inputName: String?

  func validate() throws {
    guard !partial else {
      if let inputName, inputName.isEmpty || inputName == "-" {
        throw ValidationError("--input-name is a name that tells this input from all others")
      }
      return
    }
    if shard != nil {
      throw ValidationError(
        "--shard needs --partial: a report of a share would tell of pages that the other shares "
          + "hold; write parts, and plumb merge makes the report"
      )
    }
    try file.refuse()
    if inputName != nil { throw ValidationError("--input-name belongs to --partial") }
  }
}

/// One of several shares of the recordings.
struct Shard: ExpressibleByArgument, Hashable, Sendable {
  /// Which, from 1.
  var number: Int
  /// Of how many.
  var count: Int

  /// Reads `3/16`.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]),
      (1...100_000).contains(count), (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether what is counted from 0 belongs to the share.
  func holds(_ index: Int) -> Bool { index % count == number - 1 }
}
