#if Live
import ArgumentParser
import PlumbLive
import PlumbText

/// How requests are sent: shared by all commands that ask a live API.
struct SendingOptions: ParsableArguments {
  @Option(
    name: .customLong("header"),
    help: ArgumentHelp(
      """
      A header field for every request: "Name: value", Name=VARIABLE, or @FILE with such lines. \
      The last two keep a credential out of the list of processes.
      """,
      valueName: "field"
    )
  )
  var headers: [String] = []

  @Option(
    help: ArgumentHelp(
      "How long one answer may take, such as 30s or 2min.",
      valueName: "duration"
    )
  )
  var timeout = "2min"

  @Option(
    name: .customLong("ca-file"),
    help: ArgumentHelp(
      "Certificates of authorities to trust besides the system's, in PEM.",
      valueName: "file"
    ),
    completion: .file(extensions: ["pem", "crt"])
  )
  var authorities: String?

  @Flag(help: "Allow methods other than GET and HEAD, which may change something.")
  var allowWrites = false

  func validate() throws {
    guard let total = DurationText.duration(timeout), total > .zero else {
      throw ValidationError("--timeout is a duration such as 30s or 2min, found \"\(timeout)\"")
    }
  }

  /// The header fields that were given.
  func given() throws(Failure) -> [Keyring.Entry] {
    var given: [Keyring.Entry] = []
    for header in headers { given += try HeaderArgument.entries(header) }
    return given
  }

  /// The limits of one attempt.
  func limits() throws(Failure) -> TransportLimits {
    var limits = TransportLimits()
    limits.total = DurationText.duration(timeout) ?? limits.total
    limits.idle = min(limits.idle, limits.total)
    limits.connect = min(limits.connect, limits.total)
    if let authorities {
      guard let lines = TextFile.lines(of: authorities) else {
        throw Failure(.usage, "--ca-file \(authorities): cannot be read; check the path")
      }
      guard lines.contains(where: { $0.hasPrefix("-----BEGIN ") }) else {
        throw Failure(.usage, "--ca-file \(authorities): holds no certificate in PEM")
      }
      limits.authorities = authorities
    }
    return limits
  }
}
#endif
