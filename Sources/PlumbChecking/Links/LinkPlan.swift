import PlumbModel
import PlumbText

/// One operation's links, made ready for reading the tapes of one of its tables.
struct LinkPlan: Sendable {
  /// A part of a target.
  enum Part: Sendable {
    /// This very text, and the same with its slashes escaped as JSON permits.
    case text(plain: [UInt8], escaped: [UInt8])
    /// The request's parameter.
    case parameter(String)
    /// A value of the body, by its rank in ``Target/members``.
    case member(Int)
  }

  /// A value that an address is made of.
  struct Member: Sendable {
    var place: TapePlace
    /// The slot where the items begin in whose one both values lie; -1 for the whole body.
    var scope: Int32
  }

  /// A documented link.
  struct Target: Sendable {
    var link: Link
    var at: TapePlace
    var parts: [Part]
    var members: [Member]
    /// Whether it leads to an operation under contract, so that what it leads to may be recorded.
    var leadsToContract: Bool
    /// Whether some operation's path is met whatever the values are, as long as nothing in them
    /// needs an escape.
    var leadsAnywhere: Bool
  }

  let targets: [Target]
  /// Where else there may be addresses, which must lead to documented operations.
  let pages: [TapePlace]
  let server: LinkServer
  /// Whether every operation is under contract.
  let isComplete: Bool

  /// Where addresses stand that may lead to operations under contract.
  var given: [TapePlace] { targets.filter(\.leadsToContract).map(\.at) + pages }

  /// Whether there is anything to judge.
  var isEmpty: Bool { targets.isEmpty && (!isComplete || pages.isEmpty) }

  /// Puts the places that an operation's links speak of on a tape's plan.
  ///
  /// - Parameter leads: Where the links of the API lead.
  init(
    _ contract: Contract,
    of api: API,
    in tape: inout TapePlan,
    _ leads: inout LinkLeads
  ) {
    var targets: [Target] = []
    for link in contract.links { targets.append(Self.target(link, &tape, leads.lead(of: link))) }
    self.targets = targets
    server = leads.server
    isComplete = api.isComplete
    guard api.isComplete else {
      pages = []
      return
    }
    var paths = AddressRows(contract, of: api).paths
    if case .window(let window) = contract.paging?.dialect {
      paths += [window.next, window.prev].compactMap(\.self)
        .map { FieldPath(steps: [.member($0)]) }.filter { !paths.contains($0) }
    }
    let linked = contract.links.map(\.at)
    pages = paths.filter { !linked.contains($0) }
      .map { TapePlace($0, in: &tape, isAddress: true) }
  }

  private static func target(
    _ link: Link,
    _ tape: inout TapePlan,
    _ lead: LinkLeads.Lead
  ) -> Target {
    var members: [Member] = []
    var parts: [Part] = []
    for part in link.parts {
      switch part {
      case .text(let text):
        let escaped = text.split(separator: "/", omittingEmptySubsequences: false)
          .joined(separator: "\\/")
        parts.append(.text(plain: Array(text.utf8), escaped: Array(escaped.utf8)))
      case .parameter(let name): parts.append(.parameter(name))
      case .member(let levels, let path):
        guard let around = object(around: link.at, levelsUp: levels) else { continue }
        let place = TapePlace(FieldPath(steps: around + path.steps), in: &tape)
        let depth = around.count { $0 == .items }
        parts.append(.member(members.count))
        members.append(
          Member(place: place, scope: depth == 0 ? -1 : place.levels[depth - 1].items)
        )
      }
    }
    let at = TapePlace(link.at, in: &tape)
    return Target(
      link: link,
      at: at,
      parts: parts,
      members: members,
      leadsToContract: lead.isToContract,
      leadsAnywhere: lead.isAlways
    )
  }

  /// The steps to the object that holds a place, or to one further out.
  private static func object(around path: FieldPath, levelsUp: Int) -> [FieldPath.Step]? {
    let members = path.steps.indices.filter { path.steps[$0] != .items }
    guard levelsUp < members.count else { return nil }
    return Array(path.steps[..<members[members.count - 1 - levelsUp]])
  }
}

/// Where an API's addresses begin.
struct LinkServer: Sendable {
  let url: URLReference
  /// The server as it is written, without a slash at the end.
  let text: String
  /// The same with its slashes escaped as JSON permits.
  let escapedText: String
  private let hosts: [HostPattern]

  init(_ api: API) {
    text = api.server.hasSuffix("/") ? String(api.server.dropLast()) : api.server
    escapedText = text.split(separator: "/", omittingEmptySubsequences: false)
      .joined(separator: "\\/")
    url = URLReference(text) ?? URLReference(path: "")
    hosts = api.hosts.map { HostPattern($0) }
  }

  /// Whether an absolute address is on the server's host and port, or on one of the API's others.
  func isOwn(_ other: URLReference) -> Bool {
    guard other.scheme?.lowercased() == url.scheme?.lowercased(), let host = other.host else {
      return false
    }
    if host.lowercased() == url.host?.lowercased() {
      return Self.port(of: other) == Self.port(of: url)
    }
    return hosts.contains { $0.matches(host) }
  }

  private static func port(of url: URLReference) -> Int? {
    url.port ?? ["https": 443, "http": 80][url.scheme?.lowercased() ?? ""]
  }
}
