import PlumbModel
import PlumbText

/// Where on the tape the parts of a listing are: members that take part in paging, and items.
final class ListingPlan: Sendable {
  /// A member, with the part that it plays and its place as a pointer.
  private struct Member: Sendable {
    var slot: Int32
    var role: PageRole
    var pointer: String
  }

  private let members: [Member]
  /// Where each item begins.
  private let item: Int32
  /// What makes two items the same; -1 when the whole item does.
  private let identity: Int32
  /// The pointer to the list.
  private let list: String

  /// Finds the places, and puts them on the tape; `nil` when the operation is no listing.
  ///
  /// Without pages it is one when its root is a list in a documented order.
  init?(_ contract: Contract, tape: inout TapePlan) {
    guard contract.paging != nil || contract.order != nil else { return nil }
    var roles: [Int32: PageRole] = [:]
    var pointers: [Int32: String] = [:]
    for (role, name) in contract.paging.map({ Self.names($0.dialect) }) ?? [] {
      let steps = name.split(separator: ".").map { FieldPath.Step.member(String($0)) }
      let slot = tape.add(FieldPath(steps: steps))
      roles[slot] = role
      pointers[slot] = Self.pointer(steps)
    }
    members = roles.sorted { $0.key < $1.key }.map { slot, role in
      Member(slot: slot, role: role, pointer: pointers[slot] ?? "")
    }
    let steps = contract.paging?.items.steps ?? []
    let items = steps + [.items]
    item = tape.add(FieldPath(steps: items))
    identity = contract.identity.map { tape.add(FieldPath(steps: items + $0.steps)) } ?? -1
    list = Self.pointer(steps)
  }

  private static func pointer(_ steps: [FieldPath.Step]) -> String {
    let tokens = steps.compactMap { step in
      if case .member(let name) = step { name } else { nil }
    }
    return JSONPointer(tokens: tokens).description
  }

  private static func names(_ dialect: PagingDialect) -> [(PageRole, String)] {
    let all: [(PageRole, String?)]
    switch dialect {
    case .window(let window):
      all = [
        (.start, window.start), (.end, window.end), (.total, window.total),
        (.next, window.next), (.prev, window.prev),
      ]
    case .cursor(let cursor):
      all = [
        (.nextCursor, cursor.nextCursor), (.currentCursor, cursor.currentCursor),
        (.total, cursor.total),
      ]
    case .offset(let offset): all = [(.total, offset.total)]
    case .page(let page): all = [(.total, page.total), (.pages, page.pages)]
    case .linkHeader: all = []
    }
    return all.compactMap { role, name in name.map { (role, $0) } }
  }

  /// Reads the members and the items of a page off the tape.
  ///
  /// Offsets count from the start of the body.
  func read(
    _ tape: SlotTape,
    in bytes: RawSpan,
    body: Range<Int>
  ) -> (members: PageMembers, items: ItemColumns) {
    var found = PageMembers()
    found.reserve(members.count)
    for member in members {
      // Of a member that stands twice, the last one counts.
      guard let cell = tape.cells(member.slot).last else { continue }
      let value = PageMember(
        value: value(cell, bytes),
        pointer: member.pointer,
        offset: cell.start - body.lowerBound,
        length: cell.length
      )
      found.add(value, as: member.role)
    }
    return (found, items(tape, bytes, body))
  }

  private func items(_ tape: SlotTape, _ bytes: RawSpan, _ body: Range<Int>) -> ItemColumns {
    var items = ItemColumns()
    items.pointer = list
    let cells = tape.cells(item)
    items.offsets = [UInt32](unsafeUninitializedCapacity: cells.count) { buffer, count in
      for (rank, cell) in cells.enumerated() {
        buffer.initializeElement(
          at: rank,
          to: UInt32(truncatingIfNeeded: cell.start &- body.lowerBound)
        )
      }
      count = cells.count
    }
    guard identity >= 0 else {
      items.identities = cells.map { wholeItem($0, bytes, body) }
      return items
    }
    items.identities = [UInt64](repeating: 0, count: cells.count)
    var rank = -1
    for cell in tape.cells(identity) {
      while rank + 1 < cells.count, cells[rank + 1].start <= cell.start { rank += 1 }
      if rank >= 0 { items.identities[rank] = ShortHash.of(cell.start, cell.length, bytes) }
    }
    return items
  }

  private func wholeItem(_ cell: SlotTape.Cell, _ bytes: RawSpan, _ body: Range<Int>) -> UInt64 {
    let end = ListItems.plainEnd(bytes, from: cell.start, to: body.upperBound)
    return XXH64.hash(bytes, cell.start..<end)
  }

  private func value(_ entry: SlotTape.Cell, _ bytes: RawSpan) -> PageMember.Value {
    switch entry.kind {
    case .number:
      if let integer = PlainInteger.read(entry.range, in: bytes) { return .integer(integer) }
      let number = JSONNumber(in: bytes, entry.range)
      return number?.integer.map(PageMember.Value.integer) ?? .text(bytes.text(entry.range))
    case .string:
      return .text(NameText.decode(bytes, entry.range))
    case .null: return .null
    case .boolean, .object, .list: return .text(bytes.text(entry.range))
    }
  }
}
