import PlumbModel
import PlumbText

/// Judges the laws within one exchange, from its tape.
final class LawJudge {
  let plan: LawPlan
  private var left = LawSide()
  private var right = LawSide()
  /// The law and the kind that ``right`` was read for, while it holds what is the same for all items.
  private var held: Held?
  private var quick: QuickLaws

  private struct Held: Equatable {
    var entry: Int
    var kind: BodyTape.Kind?
  }

  init(_ plan: LawPlan) {
    self.plan = plan
    quick = QuickLaws(plan)
  }

  /// The first break of a law, and how many there are.
  private struct Breaks {
    var first: LawBreak?
    var count = 0
    var of = 0
  }

  /// The laws that may be broken, by their ranks in the plan; of all others it is settled that they
  /// hold.
  ///
  /// - Parameters:
  ///   - exercised: For each law of the book, how often it was judged; added to for those that hold.
  func open(
    _ tape: SlotTape,
    slots: Int,
    _ bytes: RawSpan,
    _ request: RequestValues,
    exercised: inout [Int]
  ) -> [Int] {
    quick.begin(slots: slots)
    var open: [Int] = []
    for rank in plan.laws.indices {
      if let isJudged = quick.isJudged(rank, tape, request, bytes) {
        if isJudged { exercised[plan.laws[rank].entry] += 1 }
      } else {
        open.append(rank)
      }
    }
    return open
  }

  /// The laws that the exchange breaks, one finding for each.
  ///
  /// - Parameters:
  ///   - ranks: The laws to judge, by their ranks in the plan; `nil` for all.
  ///   - exercised: For each law of the book, how often it was judged; added to.
  func findings(
    in tape: BodyTape,
    _ index: TapeIndex,
    _ bytes: RawSpan,
    _ request: RequestValues,
    ranks: [Int]? = nil,
    exercised: inout [Int]
  ) -> [RelationFinding] {
    var findings: [RelationFinding] = []
    held = nil
    for rank in ranks ?? Array(plan.laws.indices) {
      let law = plan.laws[rank]
      let breaks = judge(law, tape, index, bytes, request)
      if breaks.of > 0 { exercised[law.entry] += 1 }
      guard let first = breaks.first else { continue }
      let words = LawWords(law: law, tape: tape, index: index, request: request)
      findings.append(
        RelationFinding(
          finding: words.finding(first, bytes),
          count: breaks.count,
          of: breaks.of
        )
      )
    }
    return findings
  }

  private func judge(
    _ law: LawPlan.BodyLaw,
    _ tape: BodyTape,
    _ index: TapeIndex,
    _ bytes: RawSpan,
    _ request: RequestValues
  ) -> Breaks {
    var breaks = Breaks()
    // A filter that the request does not use promises nothing.
    guard isGiven(law.left, request), isGiven(law.right, request) else { return breaks }
    guard let items = law.items else {
      breaks.of = judge(law, 0..<tape.entries.count, tape, index, bytes, request, &breaks)
      return breaks
    }
    let positions = index.positions(of: items.slot)
    for position in positions {
      let isLast = position + 1 == positions.upperBound
      let end = isLast ? tape.entries.count : index.rank(at: position + 1)
      let known = breaks.count
      if judge(law, index.rank(at: position)..<end, tape, index, bytes, request, &breaks) > 0 {
        breaks.of += 1
      }
      breaks.count = min(breaks.count, known + 1)
    }
    return breaks
  }

  private func isGiven(_ side: LawPlan.Side?, _ request: RequestValues) -> Bool {
    guard case .parameter(let name, let isList) = side else { return true }
    return !request.values(of: name, isCommaList: isList).isEmpty
  }

  /// Judges one stretch of the tape; how many values were judged.
  private func judge(
    _ law: LawPlan.BodyLaw,
    _ stretch: Range<Int>,
    _ tape: BodyTape,
    _ index: TapeIndex,
    _ bytes: RawSpan,
    _ request: RequestValues,
    _ breaks: inout Breaks
  ) -> Int {
    let reading = SideReading(
      tape: tape,
      index: index,
      request: request,
      stretch: stretch,
      depth: law.depth
    )
    read(law, reading, bytes)
    let broken: [Int]
    let judged: Int
    switch law.law.relation {
    case .less, .atMostEqual:
      let verdict = SizeVerdict(law, left, right, reading, bytes)
      broken = verdict.broken
      judged = verdict.judged
    case let relation:
      let isEither = if case .parameter = law.right { true } else { false }
      let verdict = LawVerdict(relation, left, right, isEither: isEither)
      broken = verdict.broken
      judged = verdict.judged
    }
    breaks.count += broken.count
    if let first = broken.first, breaks.first == nil {
      breaks.first = LawBreak(value: first, stretch: stretch, left: left, right: right)
    }
    return judged
  }

  /// Reads both sides: the body's first, for its values say as what the other's texts are read.
  private func read(_ law: LawPlan.BodyLaw, _ reading: SideReading, _ bytes: RawSpan) {
    guard let side = law.right else {
      right.removeAll()
      held = nil
      return reading.read(law.left, into: &left, as: nil, bytes)
    }
    if case .place = law.left {
      reading.read(law.left, into: &left, as: nil, bytes)
      let wanted = Held(entry: law.entry, kind: left.kind)
      guard held != wanted else { return }
      reading.read(side, into: &right, as: left.kind, bytes)
      held = if case .place = side { nil } else { wanted }
    } else {
      held = nil
      reading.read(side, into: &right, as: nil, bytes)
      reading.read(law.left, into: &left, as: right.kind, bytes)
    }
  }
}

/// Where a law breaks first.
struct LawBreak {
  /// The value, by its rank in its side.
  var value: Int
  /// The stretch of the tape that was judged at once.
  var stretch: Range<Int>
  var left: LawSide
  var right: LawSide
}
