import PlumbModel
import PlumbText

extension Extractor {
  /// Judges the values of an exchange, and keeps what judging it together with others needs.
  func keepConversation(
    _ layout: ExchangeLayout,
    _ match: Router.Match,
    in bytes: RawSpan,
    from source: ExchangeSource
  ) {
    let conversation = plan.operations[match.operation].conversation
    guard !walker.isBroken, conversation.keepsPages || conversation.hasRelations else { return }
    let session = sessionHash(source)
    let tape = walker.tape
    let reading = listingReaders[match.operation].read(
      layout.url,
      path: match.parameters,
      session: session,
      in: bytes
    )
    var hold = PageExtract.Hold(url: bytes.text(layout.url), path: reading.listing.path)
    if conversation.hasRelations {
      let request = RequestValues(url: hold.url, items: reading.listing.items)
      let page = ConversationWriter.Page(rank: source.rank, entry: source.entry, url: hold.url)
      hold.columns = judgeRelations(layout, tape, request, match.operation, page, in: bytes)
      if holdsRequests {
        let given = linkJudges[match.operation].given(in: tape, bytes)
        if !given.isEmpty { extract.given[session, default: []] += given }
      }
    }
    guard conversation.keepsPages else { return }
    if let listing = conversation.listing {
      (hold.members, hold.items) = listing.read(tape, in: bytes, body: layout.body)
      hold.linkField = linkField(layout, bytes)
      if let order = conversation.order, let choice = reading.listing.choice {
        hold.choice = choice
        hold.order = order.columns(for: choice, tape, in: bytes)
        hold.items.keys = hold.order.asked
      }
      hold.position = position(of: hold, match.operation, reading, layout.body.lowerBound, bytes)
    }
    let content = conversation.hasDefaults ? content(of: hold, match.operation, layout, bytes) : 0
    var page = PageExtract(
      operation: match.operation,
      session: session,
      rank: source.rank,
      entry: source.entry,
      hold
    )
    page.content = content
    page.standing = reading.standing
    extract.pages.append(page)
  }

  /// Where a page stands in its listing; `nil` where only all pages together tell.
  private func position(
    of page: PageExtract.Hold,
    _ operation: Int,
    _ reading: ListingReader.Reading,
    _ start: Int,
    _ bytes: RawSpan
  ) -> PagePosition? {
    guard let terms = plan.operations[operation].conversation.terms, terms.isByPlace,
      reading.listing.key != nil
    else { return nil }
    func link(_ role: PageRole) -> PageLink? {
      guard let member = page.members[role], case .text(let text) = member.value, !text.isEmpty
      else { return nil }
      let range = (start + member.offset)..<(start + member.offset + member.length)
      return listingReaders[operation].link(
        range,
        text,
        from: reading.listing,
        url: page.url,
        in: bytes
      )
    }
    return PagePosition(
      listing: reading.listing,
      asked: reading.asked,
      links: PageLinks(
        next: terms.hasNext ? link(.next) : nil,
        prev: terms.hasPrev ? link(.prev) : nil
      )
    )
  }

  /// Judges links and laws within an exchange; what the laws over whole listings need comes back.
  private func judgeRelations(
    _ layout: ExchangeLayout,
    _ tape: SlotTape,
    _ request: RequestValues,
    _ operation: Int,
    _ page: ConversationWriter.Page,
    in bytes: RawSpan
  ) -> [LawColumn] {
    let slots = plan.operations[operation].conversation.tape.paths.count
    let linksHold = linkJudges[operation].hold(tape, bytes)
    let open = lawJudges[operation].open(
      tape,
      slots: slots,
      bytes,
      request,
      exercised: &extract.lawsJudged
    )
    var columns = lawJudges[operation].columns(in: tape, bytes, request)
    if !linksHold || !open.isEmpty || columns == nil {
      let flat = tape.flat()
      tapeIndex.fill(flat, slots: slots)
      judgeOpen(layout, flat, request, operation, page, links: !linksHold, open, in: bytes)
      if columns == nil {
        columns = lawJudges[operation].columns(in: flat, tapeIndex, bytes, request)
      }
    }
    guard var columns else { return [] }
    for index in columns.indices { columns[index].move(by: -layout.body.lowerBound) }
    return columns
  }

  /// Judges what may be broken.
  private func judgeOpen(
    _ layout: ExchangeLayout,
    _ tape: BodyTape,
    _ request: RequestValues,
    _ operation: Int,
    _ page: ConversationWriter.Page,
    links: Bool,
    _ laws: [Int],
    in bytes: RawSpan
  ) {
    let router = plan.router
    var found: [RelationFinding] = []
    if links {
      found = linkJudges[operation].findings(in: tape, tapeIndex, bytes, request) { other, url in
        router.isDocumented(url, in: other)
      }
    }
    found += lawJudges[operation].findings(
      in: tape,
      tapeIndex,
      bytes,
      request,
      ranks: laws,
      exercised: &extract.lawsJudged
    )
    for var relation in found {
      relation.finding.range = relation.finding.range.map {
        ($0.lowerBound - layout.body.lowerBound)..<($0.upperBound - layout.body.lowerBound)
      }
      extract.relations.append(
        Extract.Relation(operation: operation, page: page, finding: relation)
      )
    }
  }

  /// A hash of what an answer says: of a listing its numbers and items, else its whole body but for
  /// the addresses that repeat the request.
  private func content(
    of page: PageExtract.Hold,
    _ operation: Int,
    _ layout: ExchangeLayout,
    _ bytes: RawSpan
  ) -> UInt64 {
    guard plan.operations[operation].contract.paging != nil else {
      let path = URLLayout(layout.url, in: bytes).path
      let stretches = OwnAddresses.stretches(in: layout.body, of: path, bytes)
      return DefaultJudge.digest(layout.body, without: stretches, in: bytes)
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for role in [PageRole.start, .end, .total] {
      if let value = page.members.integer(role) {
        hash = (hash ^ UInt64(bitPattern: Int64(value))) &* 0x9e37_79b1_85eb_ca87
      }
    }
    for identity in page.items.identities { hash = (hash ^ identity) &* 0x9e37_79b1_85eb_ca87 }
    return hash
  }

  private func linkField(_ layout: ExchangeLayout, _ bytes: RawSpan) -> String? {
    let fields = layout.fields.filter { FieldName.isEqual($0.name, FieldName.link, in: bytes) }
    guard !fields.isEmpty else { return nil }
    return fields.map { bytes.text($0.value) }.joined(separator: ", ")
  }
}
