import PlumbChecking
import PlumbText

/// Counts, for each value of each candidate, how many objects have the member.
public struct PresenceTally: Sendable {
  /// How many objects have a value, and how many of them the member.
  struct Count: Hashable, Sendable {
    var with = 0
    var of = 0
  }

  /// What is counted.
  public let question: PresenceQuestion
  private var total = Count()
  /// By candidate, then by value, in the order of the question.
  private var counts: [[Count]]

  /// Begins with nothing counted.
  public init(_ question: PresenceQuestion) {
    self.question = question
    counts = question.candidates.map { [Count](repeating: Count(), count: $0.values.count) }
  }

  /// Counts the objects of a body; one that is no JSON has none.
  public mutating func add(_ body: [UInt8]) {
    guard let root = try? JSONDocument(body).root else { return }
    add(root, question.parent[...])
  }

  private mutating func add(_ node: JSONNode, _ tokens: ArraySlice<String>) {
    guard let token = tokens.first else { return addObject(node) }
    if token == "*", let elements = node.elements {
      for element in elements { add(element, tokens.dropFirst()) }
    } else if let inner = node[token] {
      add(inner, tokens.dropFirst())
    }
  }

  private mutating func addObject(_ node: JSONNode) {
    guard node.members != nil else { return }
    let isThere = node[question.name] != nil
    total.of += 1
    total.with += isThere ? 1 : 0
    for (rank, candidate) in question.candidates.enumerated() {
      guard let text = node[candidate.name]?.simpleText,
        let value = candidate.values.firstIndex(where: {
          $0.text == text.text && $0.isString == text.isString
        })
      else { continue }
      counts[rank][value].of += 1
      counts[rank][value].with += isThere ? 1 : 0
    }
  }

  /// What the counts say, as a sentence; `nil` when no row says when the member is there, or the
  /// objects that were counted are not those that were seen.
  public var evidence: String? {
    guard total == question.total, total.with > 0, total.with < total.of else { return nil }
    let rows = zip(question.candidates, counts).compactMap { candidate, counts in
      PresenceReason(candidate, counts, of: total)
    }
    // One that leaves nothing open goes before one that says how often; then the simpler one.
    return rows.enumerated().min { one, other in
      (one.element.rest, one.element.counts.count, one.offset)
        < (other.element.rest, other.element.counts.count, other.offset)
    }?.element.sentence
  }
}

extension JSONNode {
  /// The text of a string, a number or a boolean, as observed values have it.
  fileprivate var simpleText: (text: String, isString: Bool)? {
    switch value {
    case .string(let text): (text, true)
    case .number(let number): (number.text, false)
    case .boolean(let boolean): (boolean ? "true" : "false", false)
    default: nil
    }
  }
}
