#if Live
import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbReports
import Synchronization

/// Tells a person on standard error how far a walk has come, and what is met on the way.
///
/// The line that shows the progress is for terminals only; what is worth knowing goes to pipes too.
final class WalkProgress: Sendable {
  private struct State {
    var exchanges = 0
    var refusals = 0
    var stop = 0
    var isDrawn = false
    var drawn = ContinuousClock.now - .seconds(1)
  }

  private let api: String
  private let stops: Int
  private let redactor: Redactor
  private let isQuiet: Bool
  private let isSeen: Bool
  private let begin = ContinuousClock.now
  private let state = Mutex(State())

  init(_ journey: Journey, isQuiet: Bool) {
    api = journey.api.id
    stops = journey.plan.stops.count
    redactor = journey.redactor
    self.isQuiet = isQuiet
    isSeen =
      !isQuiet && StandardStream.error.isTerminal && Environment.value(of: "TERM") != "dumb"
  }

  /// Counts an exchange.
  func take(_ step: Walk.Step) {
    state.withLock { state in
      state.exchanges += 1
      state.refusals += step.asked?.refusals.count ?? 0
      if let stop = step.stop { state.stop = max(state.stop, stop + 1) }
      guard isSeen, ContinuousClock.now - state.drawn > .milliseconds(200) else { return }
      draw(&state, step.exchange.request)
    }
  }

  /// Says something worth knowing.
  func note(_ text: String) {
    guard !isQuiet else { return }
    end()
    Console.note(redactor.redacted(text))
  }

  /// Says which operations are not asked, and why.
  func note(leftOut: [WalkPlan.LeftOut]) {
    var reasons: [String] = []
    for left in leftOut where !reasons.contains(left.reason) { reasons.append(left.reason) }
    for reason in reasons {
      let names = leftOut.filter { $0.reason == reason }.map(\.operation)
      let verb = names.count == 1 ? "is" : "are"
      list("\(names.count.of("operation")) of \(api) \(verb) not asked: \(reason)", names)
    }
  }

  /// Says which recordings are gone, because they were not made again.
  func note(removed paths: [String]) {
    guard !paths.isEmpty else { return }
    list("removed \(paths.count.of("recording")) not made again", paths)
  }

  private func list(_ head: String, _ lines: [String]) {
    let limit = 8
    let rest = lines.count > limit ? ["and \(lines.count - limit) more"] : []
    note(([head] + lines.prefix(limit) + rest).joined(separator: "\n"))
  }

  /// Says that a promise is broken.
  func found(_ finding: Finding) {
    guard !isQuiet else { return }
    end()
    let words = "\(finding.severity.rawValue)[\(finding.rule)]: \(finding.message)"
    Console.say("found", redactor.redacted(words))
  }

  /// Says something that was met on the way.
  func remark(_ remark: Walk.Remark) {
    switch remark {
    case .elsewhere(let target, let from):
      note("\(path(from)): the next page is at \(target), which is not asked")
    case .loop(let url):
      note("\(path(url)): the pages lead in a circle back here")
    case .endless(let url):
      note("\(path(url)): the pages do not come to an end; no more are asked for")
    case .again(let url):
      note("\(path(url)): the total changed while paging; the listing is walked once more")
    case .redirectElsewhere(let target, let from):
      note("\(path(from)): a redirect leads to \(target), which is not asked")
    case .notWritten(let url, let reason):
      note("\(path(url)): \(reason)")
    }
  }

  /// Takes the line of progress away.
  func end() {
    state.withLock { state in
      guard state.isDrawn else { return }
      state.isDrawn = false
      StandardStream.error.write("\r\u{1b}[K")
    }
  }

  private func draw(_ state: inout State, _ request: Exchange.Request) {
    let seconds = Double((ContinuousClock.now - begin).components.seconds) + 0.001
    let rate = (Double(state.exchanges) / max(seconds, 1) * 10).rounded() / 10
    var text =
      "\(api): \(state.exchanges.of("exchange")), \(rate)/s, stop \(state.stop) of \(stops)"
    if state.refusals > 0 { text += ", \(state.refusals) asked again" }
    text += "  \(path(redactor.redacted(request.url)))"
    let width = StandardStream.error.terminalWidth ?? 80
    StandardStream.error.write("\r\u{1b}[K" + text.fitting(columns: width - 1))
    state.isDrawn = true
    state.drawn = .now
  }

  /// A URL without its server.
  private func path(_ url: String) -> String {
    guard let server = url.firstRange(of: "://") else { return url }
    return String(url[server.upperBound...].drop { $0 != "/" })
  }
}
#endif
