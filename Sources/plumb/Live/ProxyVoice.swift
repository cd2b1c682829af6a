#if Live
import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbReports
import Synchronization

/// Tells a person what goes through a proxy.
final class ProxyVoice: Sendable {
  private let redactor: Redactor
  private let isQuiet: Bool
  private let state = Mutex((kept: 0, failed: false))

  init(redactor: Redactor, isQuiet: Bool) {
    self.redactor = redactor
    self.isQuiet = isQuiet
  }

  /// Whether an exchange could not be kept.
  var hasFailed: Bool { state.withLock { $0.failed } }

  /// Counts an exchange.
  func take(_ step: Walk.Step) {
    state.withLock { $0.kept += 1 }
    guard !isQuiet else { return }
    // A client may send a key that only its name tells, and the same value elsewhere.
    let exchange = redactor.shown(step.exchange)
    let end = exchange.response.failure ?? "\(exchange.response.status)"
    let line = "\(exchange.request.method) \(exchange.request.url): \(end)"
    StandardStream.error.write("\(line.fitting(columns: 4096))\n")
  }

  /// Says that a promise is broken.
  func found(_ finding: Finding) {
    let words = "\(finding.severity.rawValue)[\(finding.rule)]: \(finding.message)"
    Console.say("found", redactor.redacted(words))
  }

  /// Says something worth knowing.
  func remark(_ remark: Walk.Remark) {
    guard case .notWritten(let url, let reason) = remark else { return }
    Console.note(redactor.redacted("\(url): \(reason)"))
  }

  /// Says that an exchange could not be kept.
  func failed(_ error: any Error) {
    state.withLock { $0.failed = true }
    Console.error(redactor.redacted("\(error)"))
  }

  /// What was done.
  func summary(of folder: String) -> String {
    let kept = state.withLock { $0.kept }
    return "\(kept.of("exchange")) recorded in \(folder)\n"
  }
}
#endif
