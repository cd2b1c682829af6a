import PlumbModel

/// What one exchange of a listing leaves behind for judging chains.
///
/// All but a few numbers stands behind one reference, so that pages are sorted and handed on at the
/// cost of one count.
struct PageExtract: Sendable {
  /// The operation, by its index in the plan.
  var operation: Int
  /// The session, as a hash of its name.
  var session: UInt64
  /// The rank of the file, and the entry in it; what exchanges are ordered by.
  var rank: Int
  var entry: Int?
  /// A hash of what the answer says, without the addresses in it; 0 when it is not needed.
  var content: UInt64 = 0
  /// A number that the request shares with all that only leave out defaults; see
  /// ``DefaultStanding``.
  var standing: UInt64 = 0
  private var shared: SharedHold

  init(operation: Int, session: UInt64, rank: Int, entry: Int? = nil, _ hold: Hold) {
    self.operation = operation
    self.session = session
    self.rank = rank
    self.entry = entry
    shared = SharedHold(hold)
  }

  init(operation: Int, session: UInt64, rank: Int, entry: Int? = nil, url: String) {
    self.init(operation: operation, session: session, rank: rank, entry: entry, Hold(url: url))
  }

  /// What a page holds.
  struct Hold: Sendable {
    /// The absolute URL of the request, as sent.
    var url: String
    /// Where the page stands in its listing, when that was read with it; otherwise the judge reads
    /// it.
    var position: PagePosition?
    /// What the dialect's members held, by the part they play; an absent one is not here.
    var members = PageMembers()
    /// The `Link` header field, RFC 8288; `nil` when there was none.
    var linkField: String?
    /// The items, in the order of the body.
    var items = ItemColumns()
    /// The decoded values of the path parameters, in the order of the path.
    var path: [String] = []
    /// What laws over whole listings need.
    var columns: [LawColumn] = []
    /// The order that the request asks for, by its index among the documented ones.
    var choice: Int?
    /// The values of its keys.
    var order = OrderColumns()
  }

  private final class SharedHold: Sendable {
    let hold: Hold

    init(_ hold: Hold) { self.hold = hold }
  }

  /// What the page holds; a change makes it anew.
  var hold: Hold {
    get { shared.hold }
    set { shared = SharedHold(newValue) }
  }
}

extension PageExtract {
  var url: String {
    get { shared.hold.url }
    set { hold.url = newValue }
  }
  var listing: ListingAddress? { shared.hold.position?.listing }
  var asked: AskedWindow? { shared.hold.position?.asked }
  var links: PageLinks? { shared.hold.position?.links }
  var path: [String] { shared.hold.path }
  var columns: [LawColumn] { shared.hold.columns }
  var choice: Int? { shared.hold.choice }
  var order: OrderColumns { shared.hold.order }
  var members: PageMembers {
    get { shared.hold.members }
    set { hold.members = newValue }
  }
  var linkField: String? {
    get { shared.hold.linkField }
    set { hold.linkField = newValue }
  }
  var items: ItemColumns {
    get { shared.hold.items }
    set { hold.items = newValue }
  }
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

/// The members of one page that take part in paging.
struct PageMembers: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    var role: PageRole
    var member: PageMember
  }

  private var entries: [Entry] = []

  /// The member that plays a part; `nil` when it was absent.
  subscript(role: PageRole) -> PageMember? {
    get {
      for index in entries.indices where entries[index].role == role {
        return entries[index].member
      }
      return nil
    }
    set {
      let known = entries.firstIndex { $0.role == role }
      switch (known, newValue) {
      case (let index?, let member?): entries[index].member = member
      case (let index?, nil): entries.remove(at: index)
      case (nil, let member?):
        if entries.isEmpty { entries.reserveCapacity(5) }
        entries.append(Entry(role: role, member: member))
      case (nil, nil): break
      }
    }
  }
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
  private(set) var kinds: [Kind] = []
  /// The UTF-8 of all texts, one after the other, escapes resolved.
  private(set) var arena: [UInt8] = []
  /// Where each value ends in ``arena``.
  private(set) var ends: [Int32] = []
  /// The numbers; 0 where a value is none.
  private(set) var numbers: [Double] = []
  /// The kinds that there are, a bit for each.
  private(set) var kindsSeen: UInt8 = 0

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

  /// Appends the text of a stretch of a buffer.
  mutating func append(text range: Range<Int>, of bytes: RawSpan) {
    bytes.extracting(range).withUnsafeBytes { arena.append(contentsOf: $0) }
    finish(.text, 0)
  }

  /// Makes room for so many values.
  mutating func reserve(_ count: Int, bytes: Int) {
    kinds.reserveCapacity(count)
    numbers.reserveCapacity(count)
    ends.reserveCapacity(count)
    arena.reserveCapacity(bytes)
  }

  /// Appends a number.
  mutating func append(number: Double) { finish(.number, number) }

  /// Appends that an item has no such value.
  mutating func appendMissing() { finish(.missing, 0) }

  private mutating func finish(_ kind: Kind, _ number: Double) {
    kinds.append(kind)
    kindsSeen |= 1 &<< kind.rawValue
    numbers.append(number)
    ends.append(Int32(arena.count))
  }
}
