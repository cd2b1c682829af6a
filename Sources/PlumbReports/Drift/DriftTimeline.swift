import PlumbDrift

/// How changes stand at each side, as strips: drift over time. Only where sides lie between the
/// first and the last.
struct DriftTimeline {
  /// One change.
  struct Row {
    var id: String
    var what: String
    var strip: String
    var words: String
  }

  private static let width = 600.0

  let labels: [String]
  let rows: [Row]

  init?(_ report: DriftReport) {
    guard report.moments.count > 2, !report.changes.isEmpty else { return nil }
    let labels = report.moments.map { DriftWords.name(of: $0).visible }
    self.labels = labels
    rows = report.changes.indices.map { index in
      let change = report.changes[index]
      let states = report.moments.map { $0.states[index] }
      let since = DriftWords.since(index, in: report).map { "since \($0)" } ?? ""
      return Row(
        id: "change-\(index + 1)",
        what: "\(change.operation) \(change.subject.words)".visible,
        strip: Self.strip(states, labels: labels),
        words: "\(change.rule.rawValue) \(since)".visible
      )
    }
  }

  private static func strip(_ states: [DriftReport.Moment.State], labels: [String]) -> String {
    let words = states.map(\.words).joined(separator: ", ")
    var drawing = SVG(width: Int(width), height: 20, label: words)
    let step = width / Double(states.count)
    for (index, state) in states.enumerated() {
      drawing.box(
        x: step * Double(index) + 1,
        y: 1,
        width: step - 2,
        height: 18,
        style: state.style,
        title: "\(labels[index]): \(state.words)"
      )
    }
    return drawing.markup
  }
}

extension DriftReport.Moment.State {
  fileprivate var words: String {
    switch self {
    case .kept: "as before"
    case .changed: "changed"
    case .unseen: "not met"
    }
  }

  fileprivate var style: String {
    switch self {
    case .kept: "fill"
    case .changed: "wrong"
    case .unseen: "gap"
    }
  }
}
