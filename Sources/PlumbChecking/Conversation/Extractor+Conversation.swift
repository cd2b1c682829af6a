import PlumbModel
import PlumbText

extension Extractor {
  /// Keeps what judging this exchange together with others needs.
  func keepConversation(
    _ layout: ExchangeLayout,
    _ match: Router.Match,
    in bytes: RawSpan,
    from source: ExchangeSource
  ) {
    guard !walker.isBroken else { return }
    let conversation = plan.operations[match.operation].conversation
    let tape = walker.tape.pointee
    if let listing = conversation.listing {
      let (members, items) = listing.read(tape, in: bytes, body: layout.body)
      var page = PageExtract(
        operation: match.operation,
        session: sessionHash(source),
        rank: source.rank,
        entry: source.entry,
        url: bytes.text(layout.url)
      )
      page.members = members
      page.items = items
      page.linkField = linkField(layout, bytes)
      if let order = conversation.order {
        let query = Query(bytes.text(URLLayout(layout.url, in: bytes).query))
        if let choice = order.plan.choice(for: query) {
          page.choice = choice
          page.order = order.columns(for: choice, tape, in: bytes)
          page.items.keys = page.order.asked
        }
      }
      extract.pages.append(page)
    }
  }

  private func linkField(_ layout: ExchangeLayout, _ bytes: RawSpan) -> String? {
    let name = Array("link".utf8)
    let fields = layout.fields.filter { FieldName.isEqual($0.name, name, in: bytes) }
    guard !fields.isEmpty else { return nil }
    return fields.map { bytes.text($0.value) }.joined(separator: ", ")
  }
}
