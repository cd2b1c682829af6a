import PlumbModel
import PlumbText

extension PageExtract {
  /// Writes the page into a part.
  func write(to part: inout PartEncoder) {
    part.count(operation)
    part.fixed(session)
    part.count(rank)
    part.number(entry ?? -1)
    part.fixed(content)
    part.fixed(standing)
    part.said(hold.url)
    part.optional(hold.position) { $0.write(to: &$1) }
    hold.members.write(to: &part)
    part.optional(hold.linkField) { $1.said($0) }
    part.list(hold.path) { $1.saidName($0) }
    part.list(hold.columns) { $0.write(to: &$1) }
    part.number(hold.choice ?? -1)
    hold.order.write(to: &part)
    hold.items.write(to: &part, orderKeys: hold.order.asked)
  }

  /// Reads a page out of a part.
  init(from part: inout PartDecoder, _ bounds: PartBounds) throws(PartFault) {
    let operation = try part.count(below: bounds.plan.operations.count)
    let session = try part.fixed()
    let rank = try part.count(below: bounds.files)
    let entry = try part.number()
    let content = try part.fixed()
    let standing = try part.fixed()
    var hold = Hold(url: try part.text())
    hold.position = try part.optional { part throws(PartFault) in
      try PagePosition(from: &part, session: session)
    }
    hold.members = try PageMembers(from: &part)
    hold.linkField = try part.optional { part throws(PartFault) in try part.text() }
    hold.path = try part.list { part throws(PartFault) in try part.name() }
    hold.columns = try part.list { part throws(PartFault) in try LawColumn(from: &part) }
    let columns = bounds.plan.laws.columns.count
    guard hold.columns.allSatisfy({ $0.column < columns }) else { throw PartFault() }
    let choice = try part.number()
    hold.choice = choice < 0 ? nil : choice
    hold.order = try OrderColumns(from: &part)
    hold.items = try ItemColumns(from: &part, orderKeys: hold.order.asked)
    let order = bounds.plan.operations[operation].conversation.order?.plan
    guard hold.order.fits(order, choice: hold.choice, items: hold.items.count) else {
      throw PartFault()
    }
    self.init(
      operation: operation,
      session: session,
      rank: rank,
      entry: entry < 0 ? nil : entry,
      hold
    )
    self.content = content
    self.standing = standing
  }
}

extension PagePosition {
  fileprivate func write(to part: inout PartEncoder) {
    part.object(listing) { $0.write(to: &$1) }
    part.optional(asked) { $0.write(to: &$1) }
    part.optional(links.next) { $0.write(to: &$1) }
    part.optional(links.prev) { $0.write(to: &$1) }
  }

  fileprivate init(from part: inout PartDecoder, session: UInt64) throws(PartFault) {
    listing = try part.object { part throws(PartFault) in
      try ListingAddress.read(from: &part, session: session)
    }
    asked = try part.optional { part throws(PartFault) in try AskedWindow(from: &part) }
    links.next = try part.optional { part throws(PartFault) in try PageLink(from: &part) }
    links.prev = try part.optional { part throws(PartFault) in try PageLink(from: &part) }
  }
}

extension ListingAddress {
  /// Writes what judging needs of the address; what only reading needs stays behind.
  fileprivate func write(to part: inout PartEncoder) {
    part.optional(key) { key, part in
      part.name(key.host)
      part.list(key.path) { $1.saidName($0) }
      let filters = key.filters
      part.list(filters.items) { item, part in
        part.name(item.name)
        part.name(part.redactor.redacted(item))
      }
    }
  }

  fileprivate static func read(
    from part: inout PartDecoder,
    session: UInt64
  ) throws(PartFault) -> ListingAddress {
    let key = try part.optional { part throws(PartFault) in
      ChainKey(
        session: session,
        host: try part.name(),
        path: try part.list { part throws(PartFault) in try part.name() },
        filters: Query(
          items: try part.list { part throws(PartFault) in
            Query.Item(name: try part.name(), value: try part.name())
          }
        )
      )
    }
    return ListingAddress(
      rest: [],
      hasQuery: false,
      key: key,
      path: [],
      query: Query(items: []),
      items: [],
      choice: nil,
      standing: 0
    )
  }
}

extension Redactor {
  /// The value of a parameter, without a credential.
  fileprivate func redacted(_ item: Query.Item) -> String {
    soundsSecret(item.name) ? Self.word : redacted(item.value)
  }
}

extension AskedWindow {
  fileprivate func write(to part: inout PartEncoder) {
    part.number(start)
    part.optional(end) { $1.number($0) }
    part.optional(size) { $1.number($0) }
    part.flag(isDefault)
  }

  fileprivate init(from part: inout PartDecoder) throws(PartFault) {
    start = try part.number()
    end = try part.optional { part throws(PartFault) in try part.number() }
    size = try part.optional { part throws(PartFault) in try part.number() }
    isDefault = try part.flag()
  }
}

extension PageLink {
  fileprivate func write(to part: inout PartEncoder) {
    part.optional(asked) { $0.write(to: &$1) }
    part.flag(leavesHost)
    part.optional(change) { $1.said($0) }
  }

  fileprivate init(from part: inout PartDecoder) throws(PartFault) {
    self.init(asked: try part.optional { part throws(PartFault) in try AskedWindow(from: &part) })
    leavesHost = try part.flag()
    change = try part.optional { part throws(PartFault) in try part.text() }
  }
}

extension PageMembers {
  fileprivate func write(to part: inout PartEncoder) {
    let present = PageRole.allCases.filter { self[$0] != nil }
    part.list(present) { role, part in
      part.byte(role.rawValue)
      if let member = self[role] { member.write(to: &part) }
    }
  }

  fileprivate init(from part: inout PartDecoder) throws(PartFault) {
    let count = try part.count(below: PageRole.allCases.count + 1)
    reserve(count)
    for _ in 0..<count {
      guard let role = PageRole(rawValue: try part.byte()) else { throw PartFault() }
      self[role] = try PageMember(from: &part)
    }
  }
}

extension PageMember {
  fileprivate func write(to part: inout PartEncoder) {
    switch value {
    case .integer(let integer):
      part.byte(0)
      part.number(integer.clamped)
    case .text(let text):
      part.byte(1)
      part.said(text)
    case .null: part.byte(2)
    }
    part.saidName(pointer)
    part.count(offset)
    part.count(length)
  }

  fileprivate init(from part: inout PartDecoder) throws(PartFault) {
    switch try part.byte() {
    case 0: value = .integer(try part.number())
    case 1: value = .text(try part.text())
    case 2: value = .null
    default: throw PartFault()
    }
    pointer = try part.name()
    offset = try part.count()
    length = try part.count()
  }
}

extension ChainKey {
  fileprivate init(session: UInt64, host: String, path: [String], filters: Query) {
    self.session = session
    self.host = host
    self.path = path
    self.filters = filters
  }
}
