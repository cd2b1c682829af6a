import PlumbModel
import PlumbText

/// Where on the tape the keys of a listing's orders are.
final class OrderTape: Sendable {
  let plan: OrderPlan
  /// Where each item begins.
  private let item: Int32
  /// For each slot of the tape, the index of its path in the plan; -1 for none.
  private let places: [Int]
  /// For each choice, how its keys are read at once; `nil` where they are not that simple.
  private let quick: [QuickKeys?]

  /// Finds the places, and puts them on the tape; `nil` when no order is promised.
  init?(_ contract: Contract, tape: inout TapePlan) {
    guard let plan = OrderPlan(contract) else { return nil }
    self.plan = plan
    // Without pages it is the root that is a list.
    let items = (contract.paging?.items.steps ?? []) + [.items]
    item = tape.add(FieldPath(steps: items))
    var found: [Int32: Int] = [:]
    for (index, path) in plan.paths.enumerated() {
      found[tape.add(FieldPath(steps: items + path.steps))] = index
    }
    places = tape.paths.indices.map { found[Int32($0)] ?? -1 }
    let finished = tape
    quick = plan.choices.map {
      QuickKeys($0.readings, items: FieldPath(steps: items), in: finished)
    }
  }

  /// Reads the keys of one page off the tape.
  func columns(for choice: Int, _ tape: SlotTape, in bytes: RawSpan) -> OrderColumns {
    let starts = tape.cells(item)
    if let read = quick[choice]?.columns(starts, tape, bytes),
      let columns = plan.settled(read, choice, starts.count)
    {
      return columns
    }
    return columns(for: choice, tape.flat(), in: bytes)
  }

  private func columns(for choice: Int, _ tape: BodyTape, in bytes: RawSpan) -> OrderColumns {
    var text: [UInt8] = []
    return plan.columns(for: choice) { reader in
      var isOpen = false
      for entry in tape.entries {
        if entry.slot == item {
          if isOpen { reader.endItem() }
          reader.beginItem()
          isOpen = true
          continue
        }
        guard Int(entry.slot) < places.count else { continue }
        let path = places[Int(entry.slot)]
        if path >= 0, isOpen { take(entry, path, bytes, &text, &reader) }
      }
      if isOpen { reader.endItem() }
    }
  }

  private func take(
    _ entry: BodyTape.Entry,
    _ path: Int,
    _ bytes: RawSpan,
    _ text: inout [UInt8],
    _ reader: inout KeyReader
  ) {
    switch entry.kind {
    case .string:
      if NameText.hasEscape(bytes, entry.range) {
        text = JSONUnescaping.text(bytes, entry.range)
      } else {
        text.removeAll(keepingCapacity: true)
        for offset in entry.range { text.append(bytes.byte(offset)) }
      }
      reader.take(path, text: text)
    case .number:
      let number = Double(bytes.text(entry.range))
      reader.take(path, number.map(KeyToken.number) ?? .null)
    case .boolean: reader.take(path, .boolean(bytes.byte(entry.start) == 0x74))
    case .null: reader.take(path, .null)
    case .object: reader.take(path, .object)
    case .list: reader.take(path, .list)
    }
  }
}
