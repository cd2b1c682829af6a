import PlumbModel
import PlumbText

/// Where on the tape the parts of a listing are: members that take part in paging, and items.
struct ListingPlan: Sendable {
  /// The part that each slot's member plays.
  private let roles: [Int32: PageRole]
  /// The places of those members, as pointers.
  private let pointers: [Int32: String]
  /// Where each item begins.
  private let item: Int32
  /// What makes two items the same; -1 when the whole item does.
  private let identity: Int32
  /// The pointer to the list.
  private let list: String

  /// Finds the places, and puts them on the tape; `nil` when the operation is no listing.
  init?(_ contract: Contract, tape: inout TapePlan) {
    guard let paging = contract.paging else { return nil }
    var roles: [Int32: PageRole] = [:]
    var pointers: [Int32: String] = [:]
    for (role, name) in Self.names(paging.dialect) {
      let steps = name.split(separator: ".").map { FieldPath.Step.member(String($0)) }
      let slot = tape.add(FieldPath(steps: steps))
      roles[slot] = role
      pointers[slot] = Self.pointer(steps)
    }
    self.roles = roles
    self.pointers = pointers
    let items = paging.items.steps + [.items]
    item = tape.add(FieldPath(steps: items))
    identity = contract.identity.map { tape.add(FieldPath(steps: items + $0.steps)) } ?? -1
    list = Self.pointer(paging.items.steps)
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
    _ tape: BodyTape,
    in bytes: RawSpan,
    body: Range<Int>
  ) -> (members: [PageRole: PageMember], items: ItemColumns) {
    var members: [PageRole: PageMember] = [:]
    var items = ItemColumns()
    items.pointer = list
    for entry in tape.entries {
      if entry.slot == item {
        items.offsets.append(entry.start - body.lowerBound)
        items.identities.append(identity < 0 ? wholeItem(entry, bytes, body) : 0)
      } else if entry.slot == identity, !items.identities.isEmpty {
        items.identities[items.identities.count - 1] = XXH64.hash(bytes, entry.range)
      } else if let role = roles[entry.slot] {
        members[role] = PageMember(
          value: value(entry, bytes),
          pointer: pointers[entry.slot] ?? "",
          offset: entry.start - body.lowerBound,
          length: entry.length
        )
      }
    }
    return (members, items)
  }

  private func wholeItem(_ entry: BodyTape.Entry, _ bytes: RawSpan, _ body: Range<Int>) -> UInt64 {
    let end = ListItems.plainEnd(bytes, from: entry.start, to: body.upperBound)
    return XXH64.hash(bytes, entry.start..<end)
  }

  private func value(_ entry: BodyTape.Entry, _ bytes: RawSpan) -> PageMember.Value {
    switch entry.kind {
    case .number:
      let number = JSONNumber(in: bytes, entry.range)
      return number?.integer.map(PageMember.Value.integer) ?? .text(bytes.text(entry.range))
    case .string:
      return .text(NameText.decode(bytes, entry.range))
    case .null: return .null
    case .boolean, .object, .list: return .text(bytes.text(entry.range))
    }
  }
}
