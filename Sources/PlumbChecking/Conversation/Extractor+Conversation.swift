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
    let tape = walker.tape.pointee
    var page = PageExtract(
      operation: match.operation,
      session: sessionHash(source),
      rank: source.rank,
      entry: source.entry,
      url: bytes.text(layout.url)
    )
    let query = Query(bytes.text(URLLayout(layout.url, in: bytes).query))
    page.path = match.parameters.map { PercentEncoding.decode(bytes.text($0)) }
    if conversation.hasRelations {
      let request = request(of: page, query, match.operation)
      judgeRelations(layout, tape, request, &page, in: bytes)
    }
    guard conversation.keepsPages else { return }
    if let listing = conversation.listing {
      (page.members, page.items) = listing.read(tape, in: bytes, body: layout.body)
      page.linkField = linkField(layout, bytes)
      if let order = conversation.order, let choice = order.plan.choice(for: query) {
        page.choice = choice
        page.order = order.columns(for: choice, tape, in: bytes)
        page.items.keys = page.order.asked
      }
    }
    if conversation.hasDefaults { page.content = content(of: page, layout, in: bytes) }
    extract.pages.append(page)
  }

  /// The parameters of a request by the names of the contract.
  private func request(of page: PageExtract, _ query: Query, _ operation: Int) -> RequestValues {
    let names = plan.operations[operation].contract.path.parameterNames
    let path = zip(names, page.path).map { Query.Item(name: $0, value: $1) }
    return RequestValues(url: page.url, items: path + query.items)
  }

  private func judgeRelations(
    _ layout: ExchangeLayout,
    _ tape: BodyTape,
    _ request: RequestValues,
    _ page: inout PageExtract,
    in bytes: RawSpan
  ) {
    let operation = page.operation
    tapeIndex.fill(tape, slots: plan.operations[operation].conversation.tape.paths.count)
    let router = plan.router
    var found = linkJudges[operation].findings(in: tape, tapeIndex, bytes, request) { other, url in
      router.isDocumented(url, in: other)
    }
    found += lawJudges[operation].findings(
      in: tape,
      tapeIndex,
      bytes,
      request,
      exercised: &extract.lawsJudged
    )
    let place = ConversationWriter.Page(rank: page.rank, entry: page.entry, url: page.url)
    for var relation in found {
      relation.finding.range = relation.finding.range.map {
        ($0.lowerBound - layout.body.lowerBound)..<($0.upperBound - layout.body.lowerBound)
      }
      extract.relations.append(
        Extract.Relation(operation: operation, page: place, finding: relation)
      )
    }
    page.columns = lawJudges[operation].columns(in: tape, tapeIndex, bytes, request)
    for index in page.columns.indices { page.columns[index].move(by: -layout.body.lowerBound) }
  }

  /// A hash of what an answer says: of a listing its numbers and items, else its whole body.
  private func content(
    of page: PageExtract,
    _ layout: ExchangeLayout,
    in bytes: RawSpan
  ) -> UInt64 {
    guard plan.operations[page.operation].conversation.listing != nil else {
      return layout.bodyHash != 0 ? layout.bodyHash : BodyDigest.of(layout.body, in: bytes)
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for role in [PageRole.start, .end, .total] {
      if case .integer(let value) = page.members[role]?.value {
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
