#if Live
import ArgumentParser
import PlumbRecordings

/// What becomes of recordings that are there already.
struct KeepingOptions: ParsableArguments {
  @Flag(help: "Go on where a walk stopped: what is recorded already is not asked again.")
  var resume = false

  @Flag(help: "Record anew what is recorded already; what is not met again is removed.")
  var replace = false

  func validate() throws {
    if resume, replace {
      throw ValidationError("--resume keeps what is there, --replace does not; choose one")
    }
  }

  /// The mode of the writer.
  var mode: SessionWriter.Mode { resume ? .resume : replace ? .replace : .fresh }
}
#endif
