/// What a command's end says to whoever ran it. Source: sysexits(3), from 64 on.
enum ExitStatus: Int32 {
  /// Everything read keeps its promises.
  case clean = 0
  /// There are findings at or above what `--fail-on` names.
  case findings = 1
  /// The command line cannot be understood.
  case usage = 64
  /// A contract or a recording cannot be read.
  case unreadable = 65
  /// The live API could not be reached or judged, or an address not be listened on.
  case unavailable = 69
  /// The fault is ours, or the system's.
  case fault = 70
  /// Somebody asked for the end: 128 and the number of SIGINT.
  case interrupted = 130
}

/// Why a command ends early: what to print to standard error, and how to exit.
struct Failure: Error {
  /// How to exit.
  var status: ExitStatus
  /// What to print, one entry for each error.
  var messages: [String]

  /// Creates a failure with one message.
  init(_ status: ExitStatus, _ message: String) {
    self.init(status, [message])
  }

  /// Creates a failure with several messages; none when all was said already.
  init(_ status: ExitStatus, _ messages: [String] = []) {
    self.status = status
    self.messages = messages
  }
}
