import PlumbModel

/// Finds the recordings that answer a request.
struct ReplayIndex: Sendable {
  /// The recordings of one request, in the order in which they are played.
  struct Group: Sendable {
    /// Their places among all recordings.
    var members: [Int]
  }

  /// What was recorded.
  let recordings: [RecordedRequest]

  /// All groups.
  private(set) var groups: [Group] = []

  /// The servers that were recorded, e.g. `https://api.example.org`, in the order first seen.
  private(set) var origins: [String] = []

  private let options: ReplayOptions
  private var byKey: [RequestKey: Int32] = [:]
  /// Where the same was asked of several servers: the groups of all but the first, by server.
  private var byServer: [String: [RequestKey: Int32]] = [:]
  /// Where the group is by method and target exactly as recorded, where that is not the one spelling
  /// of the key, so that most requests need not be spelled anew.
  private var byTarget: [String: Int32] = [:]
  private let usesTarget: Bool
  /// Where one request was made in several manners: the group of each, by the first one's.
  private var byManner: [Int: [(manner: RequestManner, group: Int)]] = [:]

  init(_ recordings: [RecordedRequest], options: ReplayOptions) {
    self.recordings = recordings
    self.options = options
    usesTarget = options.fields.isEmpty && !options.matchesBody
    byKey.reserveCapacity(recordings.count)
    var known: Set<Substring> = []
    var servers: [Substring] = []
    for (place, recording) in recordings.enumerated() {
      let target = RequestTarget(recording.request.url)
      if known.insert(target.origin).inserted { origins.append(String(target.origin)) }
      let key = RequestKey(recording.request, target, options: options)
      if let group = byKey[key], servers[Int(group)] != target.authority {
        let server = String(target.authority)
        let other = byServer[server]?[key] ?? addGroup(of: target, to: &servers)
        byServer[server, default: [:]][key] = other
        groups[Int(other)].members.append(place)
        continue
      }
      let group = byKey[key] ?? addGroup(of: target, to: &servers)
      byKey[key] = group
      groups[Int(group)].members.append(place)
      guard usesTarget else { continue }
      let exact = Self.exact(recording.request.method, target)
      if exact != key.text { byTarget[exact] = group }
    }
    tellMannersApart()
    dropFailures()
  }

  private mutating func addGroup(of target: RequestTarget, to servers: inout [Substring]) -> Int32 {
    groups.append(Group(members: []))
    servers.append(target.authority)
    return Int32(groups.count - 1)
  }

  /// Returns the group that answers a request; `nil` when none does.
  ///
  /// A `HEAD` that was not recorded is answered from `GET`. Where several servers were asked the
  /// same, the one that the client names answers, else the first; where one request was made in
  /// several manners, the one that is most like the client's.
  func group(for request: Exchange.Request, _ target: RequestTarget) -> Int? {
    guard let group = firstGroup(for: request, target) else { return nil }
    guard !byManner.isEmpty, let manners = byManner[group] else { return group }
    var best = (likeness: -1, group: group)
    for (manner, group) in manners {
      let likeness = manner.likeness(to: request)
      if likeness > best.likeness { best = (likeness, group) }
    }
    return best.group
  }

  private func firstGroup(for request: Exchange.Request, _ target: RequestTarget) -> Int? {
    if !byServer.isEmpty, let others = byServer[String(target.authority)],
      let group = others[RequestKey(request, target, options: options)]
    {
      return Int(group)
    }
    if usesTarget {
      // A target in the one spelling is its own key.
      let exact = Self.exact(request.method, target)
      if let group = byKey[RequestKey(text: exact)] ?? byTarget[exact] { return Int(group) }
    }
    if let group = byKey[RequestKey(request, target, options: options)] { return Int(group) }
    guard request.method == "HEAD" else { return nil }
    var get = request
    get.method = "GET"
    return firstGroup(for: get, target)
  }

  /// A request with a key and one without are no repeats of each other.
  private mutating func tellMannersApart() {
    for index in groups.indices where groups[index].members.count > 1 {
      let manners = RequestManner.manners(of: groups[index].members.map { recordings[$0].request })
      guard let first = manners.first, manners.contains(where: { $0 != first }) else { continue }
      let members = groups[index].members
      groups[index].members = []
      var known = [(manner: first, group: index)]
      for (place, manner) in zip(members, manners) {
        if let group = known.first(where: { $0.manner == manner })?.group {
          groups[group].members.append(place)
        } else {
          known.append((manner, groups.count))
          groups.append(Group(members: [place]))
        }
      }
      byManner[index] = known
    }
  }

  /// An attempt that failed before one that did not is no answer.
  private mutating func dropFailures() {
    for index in groups.indices where groups[index].members.count > 1 {
      let whole = groups[index].members.filter { recordings[$0].failure == nil }
      if !whole.isEmpty { groups[index].members = whole }
    }
  }

  private static func exact(_ method: String, _ target: RequestTarget) -> String {
    var text = method
    text += " "
    text += target.path
    if let query = target.query {
      text += "?"
      text += query
    }
    return text
  }
}
