/// The wrong addresses of one exchange, by link and by the way in which they are wrong.
struct LinkBreaks {
  /// A way in which an address is wrong.
  enum Way: Int, CaseIterable {
    case host, target, slash, undocumented
  }

  private(set) var findings: [RelationFinding] = []
  private var current: [RelationFinding?] = []
  /// How many addresses of the current link were judged.
  var judged = 0

  /// Begins another link.
  mutating func begin() {
    current = [RelationFinding?](repeating: nil, count: Way.allCases.count)
    judged = 0
  }

  /// Adds an address that is wrong; the first of its way is put into words.
  mutating func add(_ way: Way, _ finding: () -> ConversationFinding) {
    if current[way.rawValue] == nil {
      current[way.rawValue] = RelationFinding(
        finding: finding(),
        count: 0,
        of: 0,
        severity: way == .slash ? .note : nil
      )
    }
    current[way.rawValue]?.count += 1
  }

  /// Ends the current link.
  mutating func end() {
    for var finding in current.compactMap(\.self) {
      finding.of = judged
      findings.append(finding)
    }
  }
}
