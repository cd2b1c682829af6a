import PlumbModel
import PlumbText

/// Where the links of one API lead, worked out once for each way in which they are written: many
/// operations link alike.
struct LinkLeads {
  /// Where a link leads.
  struct Lead {
    /// Whether it may lead to an operation under contract.
    var isToContract: Bool
    /// Whether it does so whatever its values are, as long as nothing in them needs an escape.
    var isAlways: Bool
  }

  /// Where the API's addresses begin.
  let server: LinkServer
  private let paths: [PathTemplate]
  private var known: [String: Lead] = [:]

  /// Knows an API by the paths of all its operations.
  init(_ api: API, paths: [PathTemplate] = []) {
    server = LinkServer(api)
    self.paths = paths
  }

  /// Where a link leads.
  mutating func lead(of link: Link) -> Lead {
    if let lead = known[link.target] { return lead }
    let example = Self.example(of: link)
    let isToContract = paths.contains { $0.match(example, ignoringTrailingSlash: true) != nil }
    let shape = isToContract ? LinkShape(link) : nil
    let isAlways = shape.map { shape in paths.contains { shape.isAlways($0) } } ?? false
    let lead = Lead(isToContract: isToContract, isAlways: isAlways)
    known[link.target] = lead
    return lead
  }

  /// A path that a link may lead to.
  private static func example(of link: Link) -> String {
    let parts = link.parts.map { part in
      if case .text(let text) = part { text } else { "0" }
    }
    return String(parts.joined().prefix { $0 != "?" })
  }
}
