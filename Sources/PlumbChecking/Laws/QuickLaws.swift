import PlumbModel
import PlumbText

/// Looks whether laws hold in an exchange, by what its values are written like.
///
/// It only says yes where ``LawJudge`` would find nothing; its no says nothing.
struct QuickLaws {
  /// A law that can be judged so: its places by their slots on the tape.
  private final class Form: Sendable {
    let relation: Law.Relation
    /// Where the items begin that are judged one by one; -1 for the body as a whole.
    let items: Int32
    /// The number of lists around what is judged at once.
    let depth: Int
    let left: Int32
    /// The right side: a place, or else a parameter.
    let right: Int32
    let parameter: (name: String, isCommaList: Bool)?
    /// The side that must be there as a whole, for `within` and `contains`.
    let whole: TapePlace?

    init?(_ law: LawPlan.BodyLaw) {
      guard case .place(let place) = law.left, let side = law.right else { return nil }
      relation = law.law.relation
      items = law.items?.slot ?? -1
      depth = law.depth
      left = place.slot
      switch side {
      case .literal: return nil
      case .parameter(let name, let isCommaList):
        guard law.law.relation == .equal || law.law.relation == .within else { return nil }
        right = -1
        parameter = (name, isCommaList)
        whole = nil
      case .place(let other):
        right = other.slot
        parameter = nil
        switch law.law.relation {
        case .within: whole = other
        case .contains: whole = place
        case .apartFrom, .less, .atMostEqual: whole = nil
        case .equal, .unique, .atMost, .moreThan: return nil
        }
      }
    }
  }

  private let forms: [Form?]
  private var values = QuickValues()

  init(_ plan: LawPlan) { forms = plan.laws.map { Form($0) } }

  /// Begins another body.
  mutating func begin(slots: Int) { values.begin(slots: slots) }

  /// Whether a law that holds was judged at all; `nil` when it may be broken.
  ///
  /// - Parameter law: The law, by its rank in the plan.
  mutating func isJudged(
    _ law: Int,
    _ tape: SlotTape,
    _ request: RequestValues,
    _ bytes: RawSpan
  ) -> Bool? {
    guard let form = forms[law] else { return nil }
    if let parameter = form.parameter {
      let given = request.values(of: parameter.name, isCommaList: parameter.isCommaList)
      guard !given.isEmpty else { return false }
      values.read(form.left, tape, bytes)
      return isAmong(given.map { QuickValues.word(of: $0) }, form, tape)
    }
    values.read(form.left, tape, bytes)
    values.read(form.right, tape, bytes)
    switch form.relation {
    case .within: return isWithin(form.left, form.right, form, tape)
    case .contains: return isWithin(form.right, form.left, form, tape)
    case .apartFrom: return isApart(form, tape)
    case .less: return isLess(form, tape, bytes, allowsEqual: false)
    case .atMostEqual: return isLess(form, tape, bytes, allowsEqual: true)
    case .equal, .unique, .atMost, .moreThan: return nil
    }
  }

  /// Whether all values of both places are of one kind that can be compared.
  private func areComparable(_ left: Int32, _ right: Int32) -> Bool {
    let kinds = values[left].kinds | values[right].kinds
    return kinds == 1 &<< BodyTape.Kind.string.rawValue
      || kinds == 1 &<< BodyTape.Kind.number.rawValue
      || kinds == 1 &<< BodyTape.Kind.boolean.rawValue
  }

  private func isAmong(_ given: [UInt64], _ law: Form, _ tape: SlotTape) -> Bool? {
    let words = values.words(law.left)
    guard !words.isEmpty else { return false }
    guard values[law.left].kinds == 1 &<< BodyTape.Kind.string.rawValue, values[law.left].isExact
    else { return nil }
    for word in words where !given.contains(word) { return nil }
    guard law.items >= 0 else { return true }
    // What stands in no item is not judged.
    let first = tape.cells(law.items).first?.start ?? Int.max
    return tape.cells(law.left).last.map { $0.start >= first }
  }

  private func isWithin(_ parts: Int32, _ whole: Int32, _ law: Form, _ tape: SlotTape) -> Bool? {
    let (few, many) = (values.words(parts).span, values.words(whole).span)
    guard !few.isEmpty else { return false }
    guard areComparable(parts, whole) else { return nil }
    var stretches = Stretches(law.items, tape, parts, whole)
    var isJudged = false
    while stretches.next() {
      let among = stretches.right
      var hint = among.lowerBound
      for index in stretches.left {
        let word = few[index]
        // What is left out of a list mostly leaves the others in their order.
        while hint < among.upperBound, many[hint] != word { hint &+= 1 }
        if hint < among.upperBound { continue }
        hint = among.lowerBound
        while hint < among.upperBound, many[hint] != word { hint &+= 1 }
        guard hint < among.upperBound else { return nil }
      }
      if !isJudged, !stretches.left.isEmpty, let place = law.whole {
        isJudged = stretches.isWhole(place, among.count, law.depth, tape)
      }
    }
    return isJudged
  }

  private func isApart(_ law: Form, _ tape: SlotTape) -> Bool? {
    let (one, other) = (values.words(law.left).span, values.words(law.right).span)
    guard !one.isEmpty, !other.isEmpty else { return false }
    guard areComparable(law.left, law.right), values[law.left].isExact, values[law.right].isExact
    else { return nil }
    var stretches = Stretches(law.items, tape, law.left, law.right)
    var isJudged = false
    while stretches.next() {
      if stretches.left.isEmpty || stretches.right.isEmpty { continue }
      isJudged = true
      // With many of both, sets are quicker.
      guard stretches.left.count * stretches.right.count <= 1_024 else { return nil }
      for index in stretches.left {
        let word = one[index]
        for place in stretches.right where other[place] == word { return nil }
      }
    }
    return isJudged
  }

  private func isLess(
    _ law: Form,
    _ tape: SlotTape,
    _ bytes: RawSpan,
    allowsEqual: Bool
  ) -> Bool? {
    let (one, other) = (tape.cells(law.left), tape.cells(law.right))
    guard !one.isEmpty, !other.isEmpty else { return false }
    guard areComparable(law.left, law.right), values[law.left].isExact, values[law.right].isExact
    else { return nil }
    var stretches = Stretches(law.items, tape, law.left, law.right)
    var isJudged = false
    while stretches.next() {
      if stretches.left.isEmpty || stretches.right.isEmpty { continue }
      guard stretches.left.count == 1, stretches.right.count == 1,
        let small = PlainInteger.read(one[stretches.left.lowerBound].range, in: bytes),
        let great = PlainInteger.read(other[stretches.right.lowerBound].range, in: bytes),
        small < great || (allowsEqual && small == great)
      else { return nil }
      isJudged = true
    }
    return isJudged
  }
}

/// Goes through the stretches of a body that a law judges one by one, with the values of both sides.
private struct Stretches {
  private let items: UnsafeBufferPointer<SlotTape.Cell>?
  private let lefts: UnsafeBufferPointer<SlotTape.Cell>
  private let rights: UnsafeBufferPointer<SlotTape.Cell>
  private var item = -1
  private var start = 0
  private var end = 0
  /// The values of both sides, by their indices in their columns.
  private(set) var left = 0..<0
  private(set) var right = 0..<0

  init(_ items: Int32, _ tape: SlotTape, _ left: Int32, _ right: Int32) {
    self.items = items < 0 ? nil : tape.cells(items)
    lefts = tape.cells(left)
    rights = tape.cells(right)
  }

  /// Goes to the next stretch; whether there is one.
  mutating func next() -> Bool {
    item += 1
    if let items {
      guard item < items.count else { return false }
      start = items[item].start
      end = item + 1 < items.count ? items[item + 1].start : Int.max
    } else {
      guard item == 0 else { return false }
      end = Int.max
    }
    left = Self.stretch(lefts, left.upperBound, start, end)
    right = Self.stretch(rights, right.upperBound, start, end)
    return true
  }

  private static func stretch(
    _ cells: UnsafeBufferPointer<SlotTape.Cell>,
    _ from: Int,
    _ start: Int,
    _ end: Int
  ) -> Range<Int> {
    var lower = from
    while lower < cells.count, cells[lower].start < start { lower += 1 }
    var upper = lower
    while upper < cells.count, cells[upper].start < end { upper += 1 }
    return lower..<upper
  }

  /// Whether so many values of a place are all that there should be in the stretch; see
  /// ``TapePlace/isWhole(_:in:below:_:)``.
  func isWhole(_ place: TapePlace, _ values: Int, _ depth: Int, _ tape: SlotTape) -> Bool {
    func count(_ slot: Int32) -> Int {
      tape.cells(slot).count { $0.start >= start && $0.start < end }
    }
    var expected = 1
    for level in place.levels.dropFirst(depth) {
      if level.list >= 0, count(level.list) != expected { return false }
      expected = count(level.items)
    }
    return values == expected || (place.isOptional && values < expected)
  }
}
