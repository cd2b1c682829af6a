import PlumbModel
import PlumbText

/// The values of one side of a law in one exchange, kept for judging whole listings.
struct LawColumn: Hashable, Sendable {
  /// The column's rank in the book.
  var column: Int
  /// The hash of each value, in the order of the body.
  var hashes: [UInt64] = []
  /// Where each value is in the body, in bytes from 0, and how long it is; empty for parameters.
  var offsets: [UInt32] = []
  var lengths: [Int32] = []
  /// The indices of each value in the lists around it, one after the other; ``depth`` for each.
  var indices: [Int32] = []
  var depth = 0
  /// The first values in full; of a parameter all of them.
  var first: [LawValue] = []
  /// The kind of all values; `nil` when there are none, or several kinds.
  var kind: BodyTape.Kind?
  var isMixed = false
  /// How many entries there were, comparable or not.
  var count = 0
  /// Whether nothing that should be there was absent.
  var isWhole = false
  /// The smallest and the greatest value, by their ranks in the column.
  var least: Bound?
  var greatest: Bound?

  /// A value that no other one of its column goes beyond.
  struct Bound: Hashable, Sendable {
    var value: LawValue
    var rank: Int
  }

  /// How many values are kept in full.
  static var kept: Int { 8 }

  /// The tokens of a value's indices.
  func indices(of value: Int) -> ArraySlice<Int32> {
    indices[(value * depth)..<((value + 1) * depth)]
  }

  /// Moves the places by so many bytes: from the buffer that a body lies in to the body itself.
  mutating func move(by bytes: Int) {
    let bytes = UInt32(truncatingIfNeeded: bytes)
    for index in offsets.indices { offsets[index] &+= bytes }
  }
}

extension LawJudge {
  /// The same as the other form makes of the flat tape, where no place lies in a list of a list;
  /// `nil` where one does.
  func columns(
    in tape: SlotTape,
    _ bytes: RawSpan,
    _ request: RequestValues
  ) -> [LawColumn]? {
    var columns: [LawColumn] = []
    for plan in plan.columns {
      guard case .place(let place) = plan.side else {
        columns.append(column(plan, request, bytes))
        continue
      }
      guard place.levels.count <= 1 else { return nil }
      columns.append(column(plan, place, tape, bytes))
    }
    return columns
  }

  /// The values of a parameter or a literal.
  private func column(
    _ plan: LawPlan.ColumnPlan,
    _ request: RequestValues,
    _ bytes: RawSpan
  ) -> LawColumn {
    let reading = SideReading(
      tape: BodyTape(),
      index: TapeIndex(),
      request: request,
      stretch: 0..<0,
      depth: 0
    )
    var side = LawSide()
    reading.read(plan.side, into: &side, as: nil, bytes)
    var kept = LawColumn(column: plan.column, side)
    kept.first = reading.values(plan.side, side, as: nil, bytes)
    kept.keepBounds(kept.first)
    return kept
  }

  private func column(
    _ plan: LawPlan.ColumnPlan,
    _ place: TapePlace,
    _ tape: SlotTape,
    _ bytes: RawSpan
  ) -> LawColumn {
    let cells = tape.cells(place.slot)
    let level = place.levels.first
    let items = level.map { tape.cells($0.items) }
    var kept = LawColumn(column: plan.column)
    kept.reserve(cells.count, isInList: items != nil)
    var values: [LawValue] = []
    var item = 0
    for cell in cells {
      kept.count += 1
      guard let hash = ValueHash.of(cell, in: bytes) else { continue }
      kept.take(hash, cell)
      if let items {
        while item + 1 < items.count, items[item + 1].start <= cell.start { item += 1 }
        kept.indices.append(Int32(item))
      }
      guard plan.needsBounds || kept.hashes.count <= LawColumn.kept,
        let value = LawValue(cell, in: bytes)
      else { continue }
      if kept.hashes.count <= LawColumn.kept { kept.first.append(value) }
      if plan.needsBounds { values.append(value) }
    }
    let isListed = level.map { $0.list < 0 || tape.cells($0.list).count == 1 } ?? true
    let count = place.path.steps.last == .items ? kept.count : kept.hashes.count
    let expected = items.map(\.count) ?? 1
    kept.isWhole = isListed && (count == expected || (place.isOptional && count < expected))
    if plan.needsBounds { kept.keepBounds(values) }
    return kept
  }

  /// What an exchange leaves behind for the laws over whole listings.
  func columns(
    in tape: BodyTape,
    _ index: TapeIndex,
    _ bytes: RawSpan,
    _ request: RequestValues
  ) -> [LawColumn] {
    let reading = SideReading(
      tape: tape,
      index: index,
      request: request,
      stretch: 0..<tape.entries.count,
      depth: 0
    )
    return plan.columns.map { column in
      var side = LawSide()
      reading.read(column.side, into: &side, as: nil, bytes)
      var kept = LawColumn(column: column.column, side)
      if case .place(let place) = column.side {
        kept.keepPlaces(side, place, tape, index)
        kept.first = side.values.prefix(LawColumn.kept).compactMap {
          LawValue(tape.entries[$0.rank], in: bytes)
        }
        if column.needsBounds {
          kept.keepBounds(reading.values(column.side, side, as: nil, bytes))
        }
      } else {
        kept.first = reading.values(column.side, side, as: nil, bytes)
        kept.keepBounds(kept.first)
      }
      return kept
    }
  }
}

extension LawColumn {
  fileprivate init(column: Int, _ side: LawSide) {
    self.init(column: column)
    hashes = side.values.map(\.hash)
    kind = side.kind
    isMixed = side.isMixed
    count = side.count
    isWhole = side.isWhole
  }

  /// Makes room for so many values that lie in one list at most.
  fileprivate mutating func reserve(_ count: Int, isInList: Bool) {
    hashes.reserveCapacity(count)
    offsets.reserveCapacity(count)
    lengths.reserveCapacity(count)
    first.reserveCapacity(min(count, Self.kept))
    guard isInList else { return }
    depth = 1
    indices.reserveCapacity(count)
  }

  /// Takes up a value.
  fileprivate mutating func take(_ hash: UInt64, _ cell: SlotTape.Cell) {
    if hashes.isEmpty { kind = cell.kind }
    if kind != cell.kind {
      kind = nil
      isMixed = true
    }
    hashes.append(hash)
    offsets.append(UInt32(truncatingIfNeeded: cell.start))
    lengths.append(Int32(clamping: cell.length))
  }

  fileprivate mutating func keepPlaces(
    _ side: LawSide,
    _ place: TapePlace,
    _ tape: BodyTape,
    _ index: TapeIndex
  ) {
    depth = place.levels.count
    offsets = side.values.map { UInt32(truncatingIfNeeded: tape.entries[$0.rank].start) }
    lengths = side.values.map { Int32(clamping: tape.entries[$0.rank].length) }
    indices.reserveCapacity(side.values.count * depth)
    for value in side.values {
      for number in place.indices(of: value.rank, in: index) { indices.append(Int32(number)) }
    }
  }

  /// Keeps the smallest and the greatest of all values.
  mutating func keepBounds(_ values: [LawValue]) {
    least = nil
    greatest = nil
    for (rank, value) in values.enumerated() {
      if least.flatMap({ LawValue.isLess(value, than: $0.value) }) ?? (least == nil) {
        least = Bound(value: value, rank: rank)
      }
      if greatest.flatMap({ LawValue.isLess($0.value, than: value) }) ?? (greatest == nil) {
        greatest = Bound(value: value, rank: rank)
      }
    }
  }
}
