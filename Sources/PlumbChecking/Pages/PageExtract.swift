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

  init(
    operation: Int,
    session: UInt64,
    rank: Int,
    entry: Int? = nil,
    _ hold: consuming Hold
  ) {
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

    init(_ hold: consuming Hold) { self.hold = hold }
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

  /// Makes room for so many members.
  mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

  /// Adds a member whose part no other one plays.
  mutating func add(_ member: PageMember, as role: PageRole) {
    entries.append(Entry(role: role, member: member))
  }

  /// The value of a member that is a whole number; `nil` when it is none, or absent.
  func integer(_ role: PageRole) -> Int? {
    for index in entries.indices where entries[index].role == role {
      if case .integer(let value) = entries[index].member.value { return value }
      return nil
    }
    return nil
  }

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
  /// Where each item begins in the body, in bytes from 0.
  var offsets: [UInt32] = []
  /// A hash of what makes each item the same as another: its identity, or the whole item.
  var identities: [UInt64] = []
  /// The values of the sort keys that the request asks for: by reading, then by key.
  var keys: [[KeyColumn]] = []

  /// The number of items.
  var count: Int { offsets.count }

  /// Where the first byte of an item is in the body; `nil` when there is no such item.
  func place(of item: Int) -> Range<Int>? {
    guard offsets.indices.contains(item) else { return nil }
    return Int(offsets[item])..<(Int(offsets[item]) + 1)
  }
}
