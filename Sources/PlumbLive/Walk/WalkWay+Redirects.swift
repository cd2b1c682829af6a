import PlumbModel

/// Redirects, as far as they stay with the API.
extension WalkWay {
  /// Follows redirects from an answer, each of which is an exchange of its own.
  mutating func redirects(
    from first: Walk.Step,
    _ stop: WalkPlan.Stop,
    _ index: Int
  ) async throws {
    var last = first
    var own: Set<String> = [first.exchange.request.url]
    while own.count <= 5, ending == nil {
      let response = last.exchange.response
      guard [301, 302, 303, 307, 308].contains(response.status), response.failure == nil,
        Courier.isSafe(last.exchange.request.method),
        let target = response.fields.value(of: "Location")
      else { return }
      let url = walk.site.address(of: target, from: last.exchange.request.url)
      guard let url else {
        await keeper.remark(
          .redirectElsewhere(Site.origin(of: target), from: last.exchange.request.url)
        )
        return
      }
      guard own.insert(url).inserted else { return }
      var request = stop.request
      request.url = url
      let key = Key(request, without: stop.without, number: 0)
      guard seen[key] == nil else { return }
      let step = try await step(
        request,
        operation: router.contract(of: request)?.id,
        without: stop.without,
        number: 0,
        isAgain: false
      )
      guard var step else { return }
      step.stop = index
      step = try await take(step)
      seen[key] = page(of: step, asking: request)
      last = step
    }
  }
}
