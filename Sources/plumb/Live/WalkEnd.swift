#if Live
import PlumbLive
import PlumbReports

/// How the walks of a command ended, in words and as an exit status.
struct WalkEnd {
  /// The worst that happened, in the order of the walks.
  private(set) var failure: Failure?
  /// The requests sent so far.
  private(set) var sent = 0
  /// The exchanges that brought no answer that says anything.
  private(set) var weather = 0
  /// Whether the walk after this one shall begin.
  private(set) var goesOn = true

  /// Takes the end of a walk.
  ///
  /// - Parameters:
  ///   - outcome: What the walk came to.
  ///   - api: The API.
  ///   - keeps: Whether what was met is kept, so that the walk can be taken up again.
  mutating func add(_ outcome: Walk.Outcome, of api: String, keeps: Bool) {
    sent += outcome.sent
    weather += outcome.weather
    let remedy = keeps ? "; --resume goes on from here" : ""
    switch outcome.ending {
    case .done:
      guard outcome.weather > 0, failure == nil else { return }
      let count = outcome.weather
      failure = Failure(
        .unavailable,
        "\(api): \(count.of("answer")) could not be had: refusals for speed, "
          + "failures of the server, or answers cut short"
          + (keeps ? "; --resume asks for them again" : "")
      )
    case .stopped:
      goesOn = false
      failure = Failure(
        .interrupted,
        "\(api): stopped after \((outcome.exchanges + outcome.reused).of("exchange"))\(remedy)"
      )
    case .budgetSpent:
      goesOn = false
      Console.note("\(api): all \(sent) requests of the budget were sent\(remedy)")
    case .toldToWait(let wait):
      failure = Failure(
        .unavailable,
        "\(api): the server asks to wait \(Int(wait.components.seconds).of("second"))\(remedy)"
      )
    case .unanswered(let reason):
      failure = Failure(.unavailable, "\(api): \(reason)\(remedy)")
    }
  }
}
#endif
