/// How far a long check has come: count, rate and time left, in one line of a terminal.
public struct ProgressLine: Hashable, Sendable {
  /// How many exchanges were read.
  public var exchanges: Int
  /// How many bytes were read.
  public var bytes: Int
  /// How many bytes there are; 0 when that is not known.
  public var total: Int
  /// For how long it has been read, in seconds.
  public var seconds: Double

  /// Creates a line.
  public init(exchanges: Int, bytes: Int, total: Int, seconds: Double) {
    self.exchanges = exchanges
    self.bytes = total > 0 ? min(bytes, total) : bytes
    self.total = total
    self.seconds = seconds
  }

  /// Returns the line, no wider than a terminal.
  ///
  /// - Parameter width: The columns of the terminal.
  public func text(width: Int) -> String {
    let rate = seconds > 0 ? Int(Double(bytes) / seconds) : 0
    var parts = [
      exchanges.of("exchange"),
      total > 0 ? "\(Phrase.size(bytes)) of \(Phrase.size(total))" : Phrase.size(bytes),
      "\(Phrase.size(rate))/s",
    ]
    if total > 0, rate > 0 { parts.append("\(Self.time((total - bytes + rate - 1) / rate)) left") }
    return parts.joined(separator: ", ").cut(to: max(width - 1, 0))
  }

  /// `7 s`, `3 min 20 s`, `2 h 5 min`
  private static func time(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min \(seconds % 60) s"
    default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
  }
}
