import ArgumentParser
import PlumbRecordings

/// What becomes of recordings that are in the folder already.
struct ExistingRecordings: ParsableArguments {
  @Flag(help: "Go on in a folder that has recordings, and keep them.")
  var resume = false

  @Flag(
    help: "Record anew in a folder that has recordings; what is not made again goes at the end."
  )
  var replace = false

  /// Whether either was given.
  var isGiven: Bool { resume || replace }

  /// What a session's writer is told.
  var mode: SessionWriter.Mode { replace ? .replace : resume ? .resume : .fresh }

  func validate() throws {
    guard !resume || !replace else {
      throw ValidationError("--resume keeps what --replace records anew; give one of them")
    }
  }
}
