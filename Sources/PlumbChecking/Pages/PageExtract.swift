import PlumbModel

/// What one exchange of a listing leaves behind for judging chains.
struct PageExtract: Hashable, Sendable {
  /// The operation, by its index in the plan.
  var operation: Int
  /// The session, as a hash of its name.
  var session: UInt64
  /// The rank of the file, and the entry in it; what exchanges are ordered by.
  var rank: Int
  var entry: Int?
  /// The absolute URL of the request, as sent.
  var url: String
  /// What the dialect's members held, by the part they play; a member that was absent is not here.
  var members: [PageRole: PageMember] = [:]
  /// The `Link` header field, RFC 8288; `nil` when there was none.
  var linkField: String?
  /// The items, in the order of the body.
  var items = ItemColumns()
  /// The decoded values of the path parameters, in the order of the path.
  var path: [String] = []
  /// What laws over whole listings need.
  var columns: [LawColumn] = []
  /// A hash of what the answer says, without the addresses in it; 0 when it is not needed.
  var content: UInt64 = 0
  /// The order that the request asks for, by its index among the documented ones.
  var choice: Int?
  /// The values of its keys.
  var order = OrderColumns()
}

/// The part that a member plays in paging.
enum PageRole: UInt8, Hashable, Sendable, CaseIterable {
  case start, end, total, next, prev, nextCursor, currentCursor, pages
}

/// A member of the body that takes part in paging.
struct PageMember: Hashable, Sendable {
  /// Its value.
  enum Value: Hashable, Sendable {
    case integer(Int)
    case text(String)
    case null
  }

  var value: Value
  /// Where it is in the body, as a JSON Pointer.
  var pointer: String
  /// Where its value begins in the file, in bytes from 0, and how long it is.
  var offset: Int
  var length: Int
}

/// The items of one page, column by column.
struct ItemColumns: Hashable, Sendable {
  /// The pointer to the list, e.g. `/occupation`; empty when the root is the list.
  var pointer = ""
  /// Where each item begins in the file, in bytes from 0.
  var offsets: [Int] = []
  /// A hash of what makes each item the same as another: its identity, or the whole item.
  var identities: [UInt64] = []
  /// The values of the sort keys that the request asks for: by reading, then by key.
  var keys: [[KeyColumn]] = []

  /// The number of items.
  var count: Int { offsets.count }
}

/// The values of one sort key, one for each item.
struct KeyColumn: Hashable, Sendable {
  /// The kind of one value.
  enum Kind: UInt8, Sendable {
    case missing, text, number
  }

  /// The kind of each value.
  var kinds: [Kind] = []
  /// The UTF-8 of all texts, one after the other, escapes resolved.
  var arena: [UInt8] = []
  /// Where each value ends in ``arena``.
  var ends: [Int32] = []
  /// The numbers; 0 where a value is none.
  var numbers: [Double] = []

  /// The number of items.
  var count: Int { kinds.count }

  /// The bytes of a text.
  func text(_ index: Int) -> ArraySlice<UInt8> {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return arena[start..<Int(ends[index])]
  }

  /// Appends a text.
  mutating func append(text: some Sequence<UInt8>) {
    arena.append(contentsOf: text)
    finish(.text, 0)
  }

  /// Appends a number.
  mutating func append(number: Double) { finish(.number, number) }

  /// Appends that an item has no such value.
  mutating func appendMissing() { finish(.missing, 0) }

  private mutating func finish(_ kind: Kind, _ number: Double) {
    kinds.append(kind)
    numbers.append(number)
    ends.append(Int32(arena.count))
  }
}
