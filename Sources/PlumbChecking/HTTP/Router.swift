import PlumbModel
import PlumbText

/// Finds the operation that a request belongs to. A literal segment wins over a parameter.
struct Router: Sendable {
  /// The operation, and the stretches of the URL that its path parameters took.
  struct Match {
    var operation: Int
    var parameters: [Range<Int>]
  }

  private struct Node: Sendable {
    var literals: [(text: [UInt8], node: Int)] = []
    var parameters: [(prefix: [UInt8], suffix: [UInt8], node: Int)] = []
    /// The operations that end here, and those that end here with a slash.
    var ends: [(method: [UInt8], operation: Int)] = []
    var slashEnds: [(method: [UInt8], operation: Int)] = []
  }

  /// A host of an API, and where the paths of its operations begin.
  struct Site: Sendable {
    var host: HostPattern
    /// The host itself where the pattern is one, for a quick comparison.
    var exactHost: [UInt8]
    /// The port, where the API names one.
    var port: Int?
    var basePath: [UInt8]
    var root: Int
  }

  private var nodes: [Node] = []
  private(set) var sites: [Site] = []

  init(operations: [CheckPlan.Operation]) {
    var roots: [String: Int] = [:]
    for (index, operation) in operations.enumerated() {
      let root: Int
      if let known = roots[operation.api.id] {
        root = known
      } else {
        root = addNode()
        roots[operation.api.id] = root
        addSites(of: operation.api, root: root)
      }
      add(operation.contract, index: index, below: root)
    }
  }

  private mutating func addNode() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }

  private mutating func addSites(of api: API, root: Int) {
    let server = URLText(Array(api.server.utf8))
    let host = String(decoding: server.host, as: UTF8.self)
    for pattern in [host] + api.hosts {
      sites.append(
        Site(
          host: HostPattern(pattern),
          exactHost: Array(pattern.utf8),
          port: server.hasPort ? server.port : nil,
          basePath: Self.trimmed(server.path),
          root: root
        )
      )
    }
  }

  private static func trimmed(_ path: [UInt8]) -> [UInt8] {
    path.last == UInt8(ascii: "/") ? Array(path.dropLast()) : path
  }

  private mutating func add(_ contract: Contract, index: Int, below root: Int) {
    var node = root
    for segment in contract.path.segments where segment != .literal("") {
      node = child(of: node, segment)
    }
    let end = (Array(contract.method.utf8), index)
    if contract.path.hasTrailingSlash {
      nodes[node].slashEnds.append(end)
    } else {
      nodes[node].ends.append(end)
    }
  }

  private mutating func child(of node: Int, _ segment: PathTemplate.Segment) -> Int {
    switch segment {
    case .literal(let text):
      let bytes = Array(text.utf8)
      if let known = nodes[node].literals.first(where: { $0.text == bytes }) { return known.node }
      let new = addNode()
      nodes[node].literals.append((bytes, new))
      return new
    case .parameter(_, let prefix, let suffix):
      let before = Array(prefix.utf8)
      let after = Array(suffix.utf8)
      let known = nodes[node].parameters.first { $0.prefix == before && $0.suffix == after }
      if let known { return known.node }
      let new = addNode()
      nodes[node].parameters.append((before, after, new))
      return new
    }
  }

  /// The operation of a request; `nil` when none is under contract.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - url: The parts of the URL.
  ///   - bytes: The buffer that both lie in.
  func match(method: Range<Int>, url: URLLayout, in bytes: RawSpan) -> Match? {
    for rank in sites.indices {
      guard isHost(of: rank, bytes, url.host),
        sites[rank].port == nil || sites[rank].port == url.effectivePort(in: bytes),
        url.path.count >= sites[rank].basePath.count,
        bytes.holds(sites[rank].basePath, at: url.path.lowerBound)
      else { continue }
      let path = (url.path.lowerBound + sites[rank].basePath.count)..<url.path.upperBound
      var found: [Range<Int>] = []
      if let operation = descend(sites[rank].root, path, method, bytes, &found) {
        return Match(operation: operation, parameters: found)
      }
    }
    return nil
  }

  /// Whether a host is a site's.
  func isHost(of rank: Int, _ bytes: RawSpan, _ host: Range<Int>) -> Bool {
    if sites[rank].exactHost.count == host.count,
      bytes.holds(sites[rank].exactHost, at: host.lowerBound)
    {
      return true
    }
    return sites[rank].host.matches(bytes.text(host))
  }

  /// Whether a segment, percent-encoded or not, is this very text.
  private func isLiteral(_ text: [UInt8], _ bytes: RawSpan, _ segment: Range<Int>) -> Bool {
    if text.count == segment.count { return bytes.holds(text, at: segment.lowerBound) }
    guard segment.contains(where: { bytes.byte($0) == UInt8(ascii: "%") }) else { return false }
    return Array(PercentEncoding.decode(bytes.text(segment)).utf8) == text
  }

  /// The operation of a path below a node; of any method where none is given.
  func descend(
    _ index: Int,
    _ rest: Range<Int>,
    _ method: Range<Int>?,
    _ bytes: RawSpan,
    _ found: inout [Range<Int>]
  ) -> Int? {
    if rest.isEmpty { return end(nodes[index], hasSlash: false, method, bytes) }
    guard bytes.byte(rest.lowerBound) == UInt8(ascii: "/") else { return nil }
    if rest.count == 1 { return end(nodes[index], hasSlash: true, method, bytes) }
    let start = rest.lowerBound + 1
    var stop = start
    while stop < rest.upperBound, bytes.byte(stop) != UInt8(ascii: "/") { stop += 1 }
    let segment = start..<stop
    let after = stop..<rest.upperBound
    for rank in nodes[index].literals.indices
    where isLiteral(nodes[index].literals[rank].text, bytes, segment) {
      let next = nodes[index].literals[rank].node
      if let operation = descend(next, after, method, bytes, &found) { return operation }
    }
    for parameter in nodes[index].parameters {
      let least = parameter.prefix.count + parameter.suffix.count
      guard segment.count > least, bytes.holds(parameter.prefix, at: start),
        bytes.holds(parameter.suffix, at: stop - parameter.suffix.count)
      else { continue }
      found.append((start + parameter.prefix.count)..<(stop - parameter.suffix.count))
      if let operation = descend(parameter.node, after, method, bytes, &found) { return operation }
      found.removeLast()
    }
    return nil
  }

  private func end(
    _ node: Node,
    hasSlash: Bool,
    _ method: Range<Int>?,
    _ bytes: RawSpan
  ) -> Int? {
    let inOrder = hasSlash ? [node.slashEnds, node.ends] : [node.ends, node.slashEnds]
    for ends in inOrder {
      let match = ends.first {
        guard let method else { return true }
        return $0.method.count == method.count && bytes.holds($0.method, at: method.lowerBound)
      }
      if let match { return match.operation }
    }
    return nil
  }
}
