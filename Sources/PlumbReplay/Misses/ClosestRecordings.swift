import PlumbModel
import PlumbText

/// Looks for the recordings that come closest to a request that none answers.
struct ClosestRecordings {
  /// How many are shown.
  private static let limit = 3
  /// What is farther away says nothing.
  private static let mostCost = 12

  private let index: ReplayIndex
  private let options: ReplayOptions

  init(index: ReplayIndex, options: ReplayOptions) {
    self.index = index
    self.options = options
  }

  /// Returns the closest recordings, the closest first.
  func find(for request: Exchange.Request) -> [Miss.Candidate] {
    let asked = Parts(request)
    var best: [(cost: Int, place: Int)] = []
    for group in index.groups {
      guard let place = group.members.first else { continue }
      let recorded = index.recordings[place].request
      let parts = Parts(recorded)
      guard parts.hasSomethingOf(asked) else { continue }
      let cost = cost(of: differences(recorded, parts, request, asked))
      guard cost <= Self.mostCost else { continue }
      best.append((cost, place))
      if best.count > 64 { best = Self.closest(best) }
    }
    return Self.closest(best).map { _, place in
      let recording = index.recordings[place]
      return Miss.Candidate(
        recording: recording,
        differences: differences(recording.request, Parts(recording.request), request, asked)
      )
    }
  }

  private static func closest(_ found: [(cost: Int, place: Int)]) -> [(cost: Int, place: Int)] {
    let sorted = found.sorted { ($0.cost, $0.place) < ($1.cost, $1.place) }
    // What is much farther away than the closest only distracts.
    guard let first = sorted.first else { return [] }
    return Array(sorted.prefix { $0.cost <= first.cost * 2 + 1 }.prefix(limit))
  }

  /// A request taken apart.
  private struct Parts {
    var segments: [String]
    var items: [Query.Item]

    init(_ request: Exchange.Request) {
      let target = RequestTarget(request.url)
      segments = target.segments
      items = target.items
    }

    /// Whether some segment of the path stands, or nearly stands, where it does in another.
    func hasSomethingOf(_ other: Parts) -> Bool {
      zip(segments, other.segments).contains { ClosestRecordings.cost($0, $1) < 5 }
    }
  }

  private func differences(
    _ recorded: Exchange.Request,
    _ recordedParts: Parts,
    _ asked: Exchange.Request,
    _ askedParts: Parts
  ) -> [Miss.Difference] {
    var differences: [Miss.Difference] = []
    let isHead = asked.method == "HEAD" && recorded.method == "GET"
    if recorded.method != asked.method, !isHead {
      differences.append(.method(recorded: recorded.method, asked: asked.method))
    }
    let (old, new) = (recordedParts.segments, askedParts.segments)
    for place in 0..<max(old.count, new.count) {
      let pair = (
        place < old.count ? old[place] : nil as String?,
        place < new.count ? new[place] : nil as String?
      )
      if pair.0 != pair.1 {
        differences.append(.segment(place + 1, recorded: pair.0, asked: pair.1))
      }
    }
    differences += Self.differences(of: recordedParts.items, askedParts.items)
    for name in options.fields {
      let pair = (recorded.value(of: name), asked.value(of: name))
      guard pair.0 != pair.1 else { continue }
      // A key that a client sends is nobody else's business.
      let isSecret = Self.isSecret(name) || pair.0?.contains("{{secret:") == true
      let shown = isSecret ? pair.1.map { _ in Redactor.word } : pair.1
      differences.append(.field(name, recorded: isSecret ? nil : pair.0, asked: shown))
    }
    if options.matchesBody, BodyDigest.text(of: recorded.body) != BodyDigest.text(of: asked.body) {
      differences.append(.body)
    }
    return differences
  }

  private static func differences(
    of recorded: [Query.Item],
    _ asked: [Query.Item]
  ) -> [Miss.Difference] {
    var left = asked
    var missing: [Query.Item] = []
    for item in recorded {
      if let same = left.firstIndex(of: item) {
        left.remove(at: same)
      } else {
        missing.append(item)
      }
    }
    var differences: [Miss.Difference] = []
    for item in missing {
      if let other = left.firstIndex(where: { $0.name == item.name }) {
        let value = left.remove(at: other).value
        let shown = shown(value, of: item.name)
        differences.append(.parameter(item.name, recorded: item.value, asked: shown))
      } else {
        differences.append(.parameterMissing(item.name, recorded: item.value))
      }
    }
    return differences
      + left.map { .parameterExtra($0.name, asked: shown($0.value, of: $0.name)) }
  }

  private static func shown(_ value: String, of name: String) -> String {
    isSecret(name.lowercased()) ? Redactor.word : value
  }

  private static func isSecret(_ name: String) -> Bool {
    ["authorization", "cookie", "key", "token", "secret", "password", "auth", "session"].contains {
      name.contains($0)
    }
  }

  private func cost(of differences: [Miss.Difference]) -> Int {
    differences.reduce(0) { sum, difference in
      switch difference {
      case .method: sum + 4
      case .segment(_, let recorded?, let asked?): sum + Self.cost(recorded, asked)
      // An empty segment is a slash at the end.
      case .segment(_, let recorded, let asked): sum + ((recorded ?? asked) == "" ? 1 : 4)
      case .parameterMissing, .parameterExtra: sum + 2
      case .parameter: sum + 1
      case .field, .body, .played: sum + 1
      }
    }
  }

  /// Words that are alike, and numbers, are nearer to each other than others.
  private static func cost(_ left: String, _ right: String) -> Int {
    if left == right { return 0 }
    let isNumber = { (text: String) in text.utf8.contains { $0 &- 0x30 < 10 } }
    if isNumber(left), isNumber(right) { return 2 }
    if Suggestion.nearest(to: left, among: [right]) != nil { return 1 }
    return 5
  }
}

extension Exchange.Request {
  /// The values of a header field, as one; `nil` when there is none.
  fileprivate func value(of name: String) -> String? {
    let values = fields.filter { $0.name.lowercased() == name }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ",")
  }
}
