#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The two streams that a command may write to.
enum StandardStream: Int32 {
  case output = 1
  case error = 2

  /// Whether a person reads it.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The columns of the terminal; `nil` when there is none to ask.
  var terminalWidth: Int? {
    var size = winsize()
    guard isTerminal, ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes a text.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes, and ends the process quietly when nobody reads any longer.
  func write(_ bytes: [UInt8]) {
    guard let code = FileDescriptor(rawValue).writeAll(bytes) else { return }
    // A reader such as `head` that has seen enough is no failure of ours.
    exit(code == EPIPE ? 128 + SIGPIPE : ExitStatus.fault.rawValue)
  }
}
