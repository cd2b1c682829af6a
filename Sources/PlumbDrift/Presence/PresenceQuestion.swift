import PlumbChecking
import PlumbText

/// Asks of a member that is there only sometimes: does another row of the same object say when?
public struct PresenceQuestion: Hashable, Sendable {
  /// A row that may say it: one that is always there, with few different values.
  struct Candidate: Hashable, Sendable {
    var name: String
    var values: [ObservedValue.Value]
  }

  /// The most rows that are looked at.
  private static let mostCandidates = 16

  /// The change that it is about, as an index into ``DriftReport/changes``.
  public let change: Int
  /// The side whose recordings answer it, by its rank.
  public let side: Int
  /// The operation, as `api/operation`.
  public let operation: String
  /// The status of the answers.
  public let status: Int
  /// The object that the member is of, as tokens with `*` for items.
  let parent: [String]
  /// The name of the member.
  let name: String
  let candidates: [Candidate]
  /// How many objects were seen, and how many of them with the member.
  let total: PresenceTally.Count

  /// The questions that a report leaves open.
  ///
  /// - Parameter sides: What it compares: the first and the last count.
  public static func questions(of report: DriftReport, _ sides: [DriftSide]) -> [PresenceQuestion] {
    let rules: Set<ChangeRule> = [.presenceFell, .presenceRose, .rowOptional, .rowRequired]
    return report.changes.indices.compactMap { index in
      let change = report.changes[index]
      guard rules.contains(change.rule), case .row(let row, let status) = change.subject else {
        return nil
      }
      let ranks = change.isSeenBefore ? [0] : [sides.count - 1, 0]
      return ranks.lazy.compactMap { rank in
        sides[rank].sight?.body(of: change.operation, status: status).flatMap {
          PresenceQuestion(index, side: rank, change.operation, status, row: row, in: $0)
        }
      }.first
    }
  }

  private init?(
    _ change: Int,
    side: Int,
    _ operation: String,
    _ status: Int,
    row: String,
    in body: ObservedValue
  ) {
    guard var tokens = try? JSONPointer(row).tokens, let name = tokens.popLast(),
      let object = body.value(at: tokens), object.objects == object.count, object.others.isEmpty,
      let member = object.members.first(where: { $0.name == name }),
      member.value.count < object.objects
    else { return nil }
    let candidates = object.members.compactMap { other -> Candidate? in
      guard other.name != name, other.value.count == object.objects, other.value.nulls == 0,
        let values = other.value.values, (2...ObservedValue.mostValues).contains(values.count)
      else { return nil }
      return Candidate(name: other.name, values: values)
    }
    guard !candidates.isEmpty else { return nil }
    self.change = change
    self.side = side
    self.operation = operation
    self.status = status
    parent = tokens
    self.name = name
    self.candidates = Array(candidates.prefix(Self.mostCandidates))
    total = PresenceTally.Count(with: member.value.count, of: object.objects)
  }
}

extension ObservedValue {
  /// The most different values of a row that is to explain another.
  fileprivate static var mostValues: Int { 20 }

  /// What was seen at a row; `nil` where it is none.
  fileprivate func value(at tokens: [String]) -> ObservedValue? {
    tokens.reduce(self) { value, token in
      token == "*" && value?.lists ?? 0 > 0
        ? value?.items.first : value?.members.first { $0.name == token }?.value
    }
  }
}
