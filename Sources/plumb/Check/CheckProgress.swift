import PlumbRecordings
import PlumbReports
import Synchronization

/// Shows on standard error how far a check has come, when a person sits there and it takes long.
///
/// The workers draw the line themselves, at most five times a second: all processors are theirs.
final class CheckProgress: Sendable {
  private static let start = Duration.seconds(1)
  private static let pause = Duration.milliseconds(200)

  private let begin = ContinuousClock.now
  private let total: Int
  private let exchanges = Atomic(0)
  private let bytes = Atomic(0)
  /// When to draw next, in milliseconds from the beginning.
  private let next = Atomic(CheckProgress.start.milliseconds)
  private let isDrawn = Atomic(false)

  /// Shows the way through these files; `nil` where nobody would see it.
  init?(_ files: [RecordingFile]) {
    guard StandardStream.error.isTerminal, Environment.value(of: "TERM") != "dumb" else {
      return nil
    }
    let isKnown = files.allSatisfy { !$0.isStandardInput }
    total = isKnown ? files.reduce(0) { $0 + $1.size } : 0
  }

  /// Counts what was read.
  func add(exchanges count: Int, bytes size: Int) {
    exchanges.wrappingAdd(count, ordering: .relaxed)
    bytes.wrappingAdd(size, ordering: .relaxed)
    let time = (ContinuousClock.now - begin).milliseconds
    let due = next.load(ordering: .relaxed)
    guard time >= due else { return }
    let later = time + Self.pause.milliseconds
    guard next.compareExchange(expected: due, desired: later, ordering: .relaxed).exchanged
    else { return }
    draw(time)
  }

  /// Takes the line away.
  func end() {
    if isDrawn.load(ordering: .relaxed) { StandardStream.error.write("\r\u{1b}[K") }
  }

  private func draw(_ time: Int) {
    let line = ProgressLine(
      exchanges: exchanges.load(ordering: .relaxed),
      bytes: bytes.load(ordering: .relaxed),
      total: total,
      seconds: Double(time) / 1000
    )
    let width = StandardStream.error.terminalWidth ?? 80
    isDrawn.store(true, ordering: .relaxed)
    StandardStream.error.write("\r\u{1b}[K" + line.text(width: width))
  }
}

extension Duration {
  /// The whole milliseconds.
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
