import PlumbModel
import PlumbText

/// Links that contracts document.
extension WalkWay {
  /// Follows a link, unless its address was asked already.
  mutating func follow(_ link: FoundLink) async throws {
    let request = Exchange.Request(
      url: link.url,
      fields: [HTTPField(name: "Accept", value: "application/json")]
    )
    let key = Key(request, without: [], number: 0)
    guard seen[key] == nil else { return }
    let step = try await step(
      request,
      operation: router.contract(of: request)?.id,
      without: [],
      number: 0,
      isAgain: false,
      link: link
    )
    guard let step else { return }
    seen[key] = page(of: try await take(step), asking: request)
  }

  /// Keeps the documented links of an answer, to be followed when the listings are walked.
  mutating func collect(_ step: Walk.Step) {
    let depth = (step.link?.depth ?? 0) + 1
    guard depth <= walk.options.depth, step.exchange.response.status == 200,
      let contract = walk.contracts.first(where: { $0.id == step.operation }),
      !contract.links.isEmpty, let body = try? JSONDocument(step.exchange.response.body).root
    else { return }
    for link in contract.links {
      for place in body.places(at: link.at) {
        guard let text = place.node.string,
          let url = walk.site.address(of: text, from: step.exchange.request.url),
          linked.insert(url).inserted
        else { continue }
        links.append(
          FoundLink(
            url: url,
            operation: contract.id,
            link: link,
            pointer: place.pointer.description,
            source: step.exchange.request,
            depth: depth
          )
        )
      }
    }
  }
}
