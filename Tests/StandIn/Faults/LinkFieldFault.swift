import PlumbModel

/// What can be wrong with the links of the header field `Link`.
public enum LinkFieldFault: String, Hashable, Sendable, CaseIterable {
  /// The link to the next page is left out.
  case nextMissing = "next-missing"
  /// The next page is the page itself.
  case nextLoop = "next-loop"
  /// The next page is on another host.
  case nextHost = "next-host"
  /// The next page lacks the filter.
  case nextDropsFilter = "next-drops-filter"
  /// The field has no angle brackets.
  case malformed
  /// The link to the page before is left out.
  case prevMissing = "prev-missing"
  /// The first page has a page before.
  case prevUnexpected = "prev-unexpected"
  /// The page before is the page itself.
  case prevLoop = "prev-loop"
  /// The page before is on another host.
  case prevHost = "prev-host"
  /// The page before lacks the filter.
  case prevDropsFilter = "prev-drops-filter"

  /// Puts the fault into an answer's header fields.
  func apply(to answer: inout Answer, request: Exchange.Request) {
    guard let index = answer.fields.firstIndex(where: { $0.name == "Link" }) else { return }
    var links = answer.fields[index].value.components(separatedBy: ", ")
    let relation = rawValue.hasPrefix("next") ? "next" : "prev"
    let place = links.firstIndex { $0.hasSuffix("rel=\"\(relation)\"") }
    switch self {
    case .malformed: links = links.map { String($0.filter { $0 != "<" && $0 != ">" }) }
    case .prevUnexpected:
      if place == nil { links.append("<\(request.url)&after=R0>; rel=\"prev\"") }
    default:
      guard let place else { return }
      edit(&links, place, request.url)
    }
    answer.fields[index].value = links.joined(separator: ", ")
    if links.isEmpty { answer.fields.remove(at: index) }
  }

  private func edit(_ links: inout [String], _ place: Int, _ url: String) {
    let relation = rawValue.hasPrefix("next") ? "next" : "prev"
    switch self {
    case .nextMissing, .prevMissing: links.remove(at: place)
    case .nextLoop, .prevLoop: links[place] = "<\(url)>; rel=\"\(relation)\""
    case .nextHost, .prevHost:
      links[place] = links[place].replacing("birds.example.org", with: "localhost")
    case .nextDropsFilter, .prevDropsFilter:
      links[place] = links[place].replacing("habitat=sea&", with: "")
    case .malformed, .prevUnexpected: break
    }
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [String] {
    var rest = self[...]
    var parts: [String] = []
    while let found = rest.firstRange(of: mark) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}
