import PlumbText

/// What parts must have in common to be one whole: what they were made with.
public struct PartTerms: Hashable, Sendable {
  /// The version of the program that made the part.
  public var version: String

  /// What tells one state of the contracts from another, as hexadecimal digits.
  public var contracts: String

  /// The families of rules that were held.
  public var families: Set<Rule.Family>

  /// How many places of a finding were kept; `nil` for all.
  public var placeLimit: Int?

  /// The deepest nesting of a body.
  public var depthLimit: Int

  /// The servers in place of those that APIs name, by the API's name.
  public var servers: [String: String]

  /// Says what a part is made with.
  ///
  /// - Parameters:
  ///   - version: The version of the program.
  ///   - contracts: What tells one state of the contracts from another.
  ///   - options: What the check is told.
  public init(version: String, contracts: String, options: Checker.Options) {
    self.version = version
    self.contracts = contracts
    families = options.families
    placeLimit = options.placeLimit
    depthLimit = options.depthLimit
    servers = options.servers
  }

  /// What a check is told in order to go on with such parts.
  public var options: Checker.Options {
    var options = Checker.Options()
    options.families = families
    options.placeLimit = placeLimit
    options.depthLimit = depthLimit
    options.servers = servers
    options.keepsSources = true
    return options
  }

  /// What differs from other terms, in words; empty when nothing does.
  public func differences(from other: PartTerms) -> [String] {
    var differences: [String] = []
    if version != other.version { differences.append("plumb \(version) and \(other.version)") }
    if contracts != other.contracts { differences.append("contracts") }
    if families != other.families { differences.append("--families") }
    if placeLimit != other.placeLimit { differences.append("--all-places") }
    if depthLimit != other.depthLimit { differences.append("depths of bodies") }
    if servers != other.servers { differences.append("--base-url") }
    return differences
  }
}

extension PartTerms {
  /// The terms as the line of a part begins with them, and how much it holds.
  func header(exchanges: Int, files: Int) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("plumb", version)
    json.member("contracts", contracts)
    json.name("families")
    json.beginArray()
    for family in Rule.Family.allCases where families.contains(family) {
      json.value(family.rawValue)
    }
    json.endArray()
    json.name("places")
    if let placeLimit { json.value(placeLimit) } else { json.null() }
    json.member("depth", depthLimit)
    json.name("servers")
    json.beginObject()
    for server in servers.sorted(by: { $0.key < $1.key }) { json.member(server.key, server.value) }
    json.endObject()
    json.member("exchanges", exchanges)
    json.member("files", files)
    json.endObject()
    return json.bytes
  }

  /// Reads the terms that the line of a part begins with; `nil` when they are none.
  init?(header: ArraySlice<UInt8>) {
    guard let root = try? JSONDocument(Array(header)).root,
      let version = root["plumb"]?.string, let contracts = root["contracts"]?.string,
      let names = root["families"]?.elements?.map(\.string), let places = root["places"],
      let depth = root["depth"]?.integer, (1...10_000).contains(depth),
      let servers = root["servers"]?.members
    else { return nil }
    self.init(version: version, contracts: contracts, options: Checker.Options())
    let families = names.map { $0.flatMap { Rule.Family(rawValue: $0) } }
    guard families.allSatisfy({ $0 != nil }) else { return nil }
    self.families = Set(families.compactMap(\.self))
    placeLimit = places.integer
    guard placeLimit ?? 0 >= 0 else { return nil }
    depthLimit = depth
    self.servers = [:]
    for server in servers { self.servers[server.name] = server.value.string ?? "" }
  }
}
