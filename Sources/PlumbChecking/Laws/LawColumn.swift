import PlumbModel
import PlumbText

/// The values of one side of a law in one exchange, kept for judging whole listings.
struct LawColumn: Hashable, Sendable {
  /// The column's rank in the book.
  var column: Int
  /// The hash of each value, in the order of the body.
  var hashes: [UInt64] = []
  /// Where each value is in the file, in bytes from 0, and how long it is; empty for parameters.
  var offsets: [Int] = []
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

  /// Moves the places by so many bytes: from a body's own buffer to its file.
  mutating func move(by bytes: Int) {
    for index in offsets.indices { offsets[index] += bytes }
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
    var side = LawSide()
    side.values.reserveCapacity(cells.count)
    for (rank, cell) in cells.enumerated() {
      let entry = BodyTape.Entry(
        slot: place.slot,
        kind: cell.kind,
        start: cell.start,
        length: cell.length
      )
      side.append(entry, rank: rank, bytes)
    }
    let isListed = level.map { $0.list < 0 || tape.cells($0.list).count == 1 } ?? true
    let count = place.path.steps.last == .items ? side.count : side.values.count
    let expected = items.map(\.count) ?? 1
    side.isWhole = isListed && (count == expected || (place.isOptional && count < expected))
    var kept = LawColumn(column: plan.column, side)
    kept.keepPlaces(side, cells, items)
    let wanted = plan.needsBounds ? side.values.count : LawColumn.kept
    let values = side.values.prefix(wanted).compactMap { LawValue(cells[$0.rank], in: bytes) }
    kept.first = Array(values.prefix(LawColumn.kept))
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

  /// Keeps the places of values that lie in one list at most.
  fileprivate mutating func keepPlaces(
    _ side: LawSide,
    _ cells: UnsafeBufferPointer<SlotTape.Cell>,
    _ items: UnsafeBufferPointer<SlotTape.Cell>?
  ) {
    offsets = side.values.map { cells[$0.rank].start }
    lengths = side.values.map { Int32(clamping: cells[$0.rank].length) }
    guard let items else { return }
    depth = 1
    indices.reserveCapacity(side.values.count)
    var item = 0
    for offset in offsets {
      while item + 1 < items.count, items[item + 1].start <= offset { item += 1 }
      indices.append(Int32(item))
    }
  }

  fileprivate mutating func keepPlaces(
    _ side: LawSide,
    _ place: TapePlace,
    _ tape: BodyTape,
    _ index: TapeIndex
  ) {
    depth = place.levels.count
    offsets = side.values.map { tape.entries[$0.rank].start }
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
