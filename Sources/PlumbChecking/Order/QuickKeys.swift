import PlumbModel
import PlumbText

/// Reads the keys of one order straight off a tape, where each is a single value or a count.
///
/// What it cannot read, ``KeyReader`` reads.
struct QuickKeys: Sendable {
  /// A term of a key, by its slots on the tape.
  private enum Term: Sendable {
    case value(Int32)
    case count(list: Int32, items: Int32)
  }

  /// By reading, then by key, then by term.
  private let readings: [[[Term]]]

  /// Finds the places of an order's keys; `nil` when they are not that simple.
  ///
  /// - Parameters:
  ///   - readings: The keys: by reading, then by key.
  ///   - items: The path at which each item begins.
  init?(_ readings: [[SortKey]], items: FieldPath, in tape: TapePlan) {
    var all: [[[Term]]] = []
    for reading in readings {
      var keys: [[Term]] = []
      for key in reading {
        var terms: [Term] = []
        for term in key.terms {
          guard let term = Self.term(term, items, tape) else { return nil }
          terms.append(term)
        }
        keys.append(terms)
      }
      all.append(keys)
    }
    self.readings = all
  }

  private static func term(_ term: SortKey.Term, _ items: FieldPath, _ tape: TapePlan) -> Term? {
    func slot(_ path: FieldPath) -> Int32? {
      tape.slot(of: FieldPath(steps: items.steps + path.steps))
    }
    switch term {
    case .value(let path), .first(let path):
      guard !path.steps.contains(.items), !path.steps.isEmpty else { return nil }
      return slot(path).map(Term.value)
    case .count:
      let list = term.countedList
      guard !list.steps.contains(.items), !list.steps.isEmpty, let listSlot = slot(list),
        let itemSlot = slot(FieldPath(steps: list.steps + [.items]))
      else { return nil }
      return .count(list: listSlot, items: itemSlot)
    case .least: return nil
    }
  }

  /// The keys of one page, by reading and key.
  ///
  /// - Parameter starts: Where each item begins.
  func columns(
    _ starts: UnsafeBufferPointer<SlotTape.Cell>,
    _ tape: SlotTape,
    _ bytes: RawSpan
  ) -> [[KeyColumn]] {
    readings.map { $0.map { column($0, starts, tape, bytes) } }
  }

  private func column(
    _ terms: [Term],
    _ starts: UnsafeBufferPointer<SlotTape.Cell>,
    _ tape: SlotTape,
    _ bytes: RawSpan
  ) -> KeyColumn {
    var column = KeyColumn()
    if terms.count == 1, case .value(let slot) = terms[0] {
      let cells = tape.cells(slot)
      if Self.arePlainTexts(cells, of: starts, bytes) { return KeyColumn(texts: cells, in: bytes) }
      let length = cells.reduce(0) {
        $1.rawKind == BodyTape.Kind.string.rawValue ? $0 + $1.length : $0
      }
      column.reserve(starts.count, bytes: length)
      var next = Self.first(in: cells, from: starts)
      for item in starts.indices {
        let end = item + 1 < starts.count ? starts[item + 1].start : Int.max
        Self.append(cells, &next, before: end, to: &column, bytes)
      }
      return column
    }
    var sums = [Double?](repeating: 0, count: starts.count)
    for term in terms { add(term, starts, tape, bytes, to: &sums) }
    column.reserve(starts.count, bytes: 0)
    for sum in sums {
      if let sum { column.append(number: sum) } else { column.appendMissing() }
    }
    return column
  }

  /// Whether each item has one value, a text without escapes.
  private static func arePlainTexts(
    _ cells: UnsafeBufferPointer<SlotTape.Cell>,
    of starts: UnsafeBufferPointer<SlotTape.Cell>,
    _ bytes: RawSpan
  ) -> Bool {
    guard cells.count == starts.count else { return false }
    for (index, cell) in cells.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].start : Int.max
      guard cell.rawKind == BodyTape.Kind.string.rawValue, cell.start > starts[index].start,
        cell.start < end, !NameText.hasEscape(bytes, cell.range)
      else { return false }
    }
    return true
  }

  /// The first cell that lies in any item.
  private static func first(
    in cells: UnsafeBufferPointer<SlotTape.Cell>,
    from starts: UnsafeBufferPointer<SlotTape.Cell>
  ) -> Int {
    var next = 0
    while next < cells.count, cells[next].start < starts.first?.start ?? Int.max { next += 1 }
    return next
  }

  /// Appends the first value of an item that is one, and steps over the others.
  private static func append(
    _ cells: UnsafeBufferPointer<SlotTape.Cell>,
    _ next: inout Int,
    before end: Int,
    to column: inout KeyColumn,
    _ bytes: RawSpan
  ) {
    var isThere = false
    while next < cells.count, cells[next].start < end {
      let cell = cells[next]
      next += 1
      if isThere { continue }
      if cell.rawKind == BodyTape.Kind.string.rawValue {
        if NameText.hasEscape(bytes, cell.range) {
          column.append(text: JSONUnescaping.text(bytes, cell.range))
        } else {
          column.append(text: cell.range, of: bytes)
        }
        isThere = true
      } else if let number = number(cell, bytes) {
        column.append(number: number)
        isThere = true
      }
    }
    if !isThere { column.appendMissing() }
  }

  private static func number(_ cell: SlotTape.Cell, _ bytes: RawSpan) -> Double? {
    switch cell.kind {
    case .number:
      if cell.length <= 15, let integer = PlainInteger.read(cell.range, in: bytes) {
        return Double(integer)
      }
      return Double(bytes.text(cell.range))
    case .boolean: return bytes.byte(cell.start) == UInt8(ascii: "t") ? 1 : 0
    case .string, .null, .object, .list: return nil
    }
  }

  /// Adds a term of a sum, or of a count, to what each item has so far; `nil` stays missing.
  private func add(
    _ term: Term,
    _ starts: UnsafeBufferPointer<SlotTape.Cell>,
    _ tape: SlotTape,
    _ bytes: RawSpan,
    to sums: inout [Double?]
  ) {
    switch term {
    case .value(let slot):
      let cells = tape.cells(slot)
      var values = KeyColumn()
      var next = Self.first(in: cells, from: starts)
      for item in starts.indices {
        let end = item + 1 < starts.count ? starts[item + 1].start : Int.max
        Self.append(cells, &next, before: end, to: &values, bytes)
        let isNumber = values.kind(item) == .number
        sums[item] = isNumber ? sums[item].map { $0 + values.number(item) } : nil
      }
    case .count(let listSlot, let itemSlot):
      let (lists, cells) = (tape.cells(listSlot), tape.cells(itemSlot))
      var list = Self.first(in: lists, from: starts)
      var next = Self.first(in: cells, from: starts)
      for item in starts.indices {
        let end = item + 1 < starts.count ? starts[item + 1].start : Int.max
        var isList = false
        while list < lists.count, lists[list].start < end {
          if lists[list].rawKind == BodyTape.Kind.list.rawValue { isList = true }
          list += 1
        }
        let first = next
        while next < cells.count, cells[next].start < end { next += 1 }
        sums[item] = isList ? sums[item].map { $0 + Double(next - first) } : nil
      }
    }
  }
}
