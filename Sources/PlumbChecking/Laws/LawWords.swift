import PlumbModel
import PlumbText

/// Puts the break of a law within one exchange into words, with its place.
struct LawWords {
  let law: LawPlan.BodyLaw
  let tape: BodyTape
  let index: TapeIndex
  let request: RequestValues

  /// How many values a message lists.
  private static var most: Int { 3 }

  /// The finding of a break.
  func finding(_ broken: LawBreak, _ bytes: RawSpan) -> ConversationFinding {
    let reading = SideReading(
      tape: tape,
      index: index,
      request: request,
      stretch: broken.stretch,
      depth: law.depth
    )
    let lefts = reading.values(law.left, broken.left, as: broken.right.kind, bytes)
    let rights = law.right.map { reading.values($0, broken.right, as: broken.left.kind, bytes) }
    let phrase = LawPhrase(law: law.law)
    let found: String
    let expected: String
    switch law.law.relation {
    case .atMost, .moreThan:
      found = broken.left.count == 1 ? "1 value" : "\(broken.left.count) values"
      expected = phrase.expected([], of: 0)
    case .contains:
      found = lefts.isEmpty ? "no value" : list(lefts)
      expected = phrase.expected([quoted(rights ?? [], broken.value)], of: 1)
    default:
      found = quoted(lefts, broken.value)
      let values = rights ?? []
      expected = phrase.expected(values.prefix(Self.most).map(\.quoted), of: values.count)
    }
    let spot = spot(broken, reading)
    return ConversationFinding(
      rule: .law,
      law: law.law.name,
      page: 0,
      pointer: spot.pointer,
      range: spot.range,
      field: place?.field,
      contract: law.law.place,
      message: phrase.message(subject: subject, found: found, expected: expected),
      expected: expected,
      found: found,
      kind: phrase.kind
    )
  }

  private func quoted(_ values: [LawValue], _ index: Int) -> String {
    values.indices.contains(index) ? values[index].quoted : "another value"
  }

  private func list(_ values: [LawValue]) -> String {
    let more = values.count - Self.most
    return values.prefix(Self.most).map(\.quoted).joined(separator: ", ")
      + (more > 0 ? " and \(more) more" : "")
  }

  /// The side that the finding points at.
  private var place: TapePlace? {
    if case .place(let place) = law.left { return place }
    if case .place(let place) = law.right { return place }
    return nil
  }

  private var subject: String {
    switch law.law.left {
    case .path(let path): path.description
    case .other(let contract, let path): "(\(contract)).\(path)"
    case .parameter(let name): "{\(name)}"
    case .literal(let literal): literal
    }
  }

  private func spot(
    _ broken: LawBreak,
    _ reading: SideReading
  ) -> (pointer: String, range: Range<Int>?) {
    guard let place else { return ("", nil) }
    let positions = reading.positions(of: place)
    switch law.law.relation {
    case .atMost(let most):
      if positions.count > most {
        return spot(at: index.rank(at: positions.lowerBound + most), place)
      }
    case .moreThan, .contains:
      return listSpot(place, reading)
    default:
      if case .place = law.left { return spot(at: broken.left.values[broken.value].rank, place) }
      if let first = broken.right.values.first { return spot(at: first.rank, place) }
    }
    return listSpot(place, reading)
  }

  private func spot(at rank: Int, _ place: TapePlace) -> (pointer: String, range: Range<Int>?) {
    (place.pointer(of: rank, in: index), tape.entries[rank].range)
  }

  /// The list that holds the values; what lies around it when it is not on the tape.
  private func listSpot(
    _ place: TapePlace,
    _ reading: SideReading
  ) -> (pointer: String, range: Range<Int>?) {
    let level = place.levels.dropFirst(law.depth).first
    guard let level, level.list >= 0 else {
      if let first = reading.positions(of: place).first {
        return spot(at: index.rank(at: first), place)
      }
      return itemSpot(reading)
    }
    let lists = index.positions(
      of: level.list,
      from: reading.stretch.lowerBound,
      to: reading.stretch.upperBound
    )
    guard let first = lists.first else { return itemSpot(reading) }
    let rank = index.rank(at: first)
    let levels = place.levels.firstIndex(of: level) ?? 0
    let path = TapePlace.upTo(list: levels, of: place)
    return (path.pointer(of: rank, in: index), tape.entries[rank].range)
  }

  private func itemSpot(_ reading: SideReading) -> (pointer: String, range: Range<Int>?) {
    guard let items = law.items else { return ("", nil) }
    return spot(at: reading.stretch.lowerBound, items)
  }
}
