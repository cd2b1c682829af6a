#if Live
import PlumbModel
import PlumbReplay
import PlumbReports
import PlumbServing

/// What a replay tells the person at the terminal.
enum ReplaySummary {
  /// How many of each kind are listed at the end.
  private static let limit = 10

  /// Tells a note as it comes.
  @Sendable static func tell(_ note: ReplayNote) {
    switch note {
    case .miss(let miss): Console.note(MissText.lines(miss))
    case .unreadable(let error): Console.error(error.description)
    }
  }

  /// Tells no more than what went wrong.
  @Sendable static func tellErrors(_ note: ReplayNote) {
    if case .unreadable = note { tell(note) }
  }

  /// What to say at the end.
  static func lines(_ status: ReplayStatus) -> [String] {
    var lines: [String] = []
    let misses = status.misses
    if !misses.isEmpty {
      let shown = misses.prefix(limit).map { miss, count in
        "\(count) × \(miss.request.method) \(miss.request.url)"
      }
      let head = "\(status.missCount.of("request")) had no recording"
      lines.append(list(head, shown, misses.count))
    }
    let unused = status.unused
    if !unused.isEmpty {
      let head = "\(unused.count.of("recording")) answered nothing"
      lines.append(list(head, unused.prefix(limit).map(\.name), unused.count))
    }
    return lines
  }

  private static func list(_ head: String, _ shown: [String], _ count: Int) -> String {
    let rest = count > shown.count ? ["and \(count - shown.count) more"] : []
    return ([head] + shown + rest).joined(separator: "\n")
  }
}

/// The line of a request that was answered.
enum RequestLog {
  /// Writes it to standard error.
  @Sendable static func write(_ request: ServedRequest) {
    let (seconds, attoseconds) = request.time.components
    let micro = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let status = request.status == 0 ? "reset" : "\(request.status)"
    let what = request.url.isEmpty ? "a malformed request" : "\(request.method) \(request.url)"
    Console.line("\(status) \(what) \(request.bodyCount) bytes \(micro) µs")
  }
}
#endif
