public import PlumbModel
import PlumbText

/// An address in an answer that was asked, and where nothing is.
public struct DeadLink: Hashable, Sendable {
  /// What dead links have in common that one cause explains.
  public struct Kind: Hashable, Sendable {
    /// The operation whose answers hold them, as `api/operation`.
    public var operation: String
    /// Where in the body they stand.
    public var at: FieldPath

    /// Creates a kind.
    public init(operation: String, at: FieldPath) {
      self.operation = operation
      self.at = at
    }
  }

  /// The kind.
  public var kind: Kind
  /// The address that was asked.
  public var url: String
  /// The status of the answer.
  public var status: Int
  /// Where the address stands; `nil` when its recording cannot be read again.
  public var place: Place?

  /// Creates a dead link.
  public init(kind: Kind, url: String, status: Int, place: Place?) {
    self.kind = kind
    self.url = url
    self.status = status
    self.place = place
  }
}

extension Report {
  /// Adds what following links found, one finding for each kind.
  ///
  /// - Parameters:
  ///   - links: The dead links, in the order in which they were followed.
  ///   - followed: How many links of each kind were followed.
  ///   - contracts: The operations.
  ///   - placeLimit: How many places a finding keeps.
  public mutating func add(
    _ links: [DeadLink],
    followed: [DeadLink.Kind: Int],
    contracts: [Contract],
    placeLimit: Int = 20
  ) {
    let rule = Rule.linkDead
    for (kind, links) in Dictionary(grouping: links, by: \.kind) {
      let contract = contracts.first { $0.qualifiedName == kind.operation }
      let link = contract?.links.first { $0.at == kind.at }
      guard let contract, let link, let first = links.first else { continue }
      let field = kind.at.pointer { _ in "*" }
      let sources = Set(links.compactMap(\.place?.recording)).count
      summary.errors += 1
      findings.append(
        Finding(
          rule: rule.id,
          severity: rule.severity,
          operation: kind.operation,
          field: field,
          message: "`\(kind.at)` is documented to lead to \"\(link.target)\", "
            + "\"\(first.url)\" is answered with \(first.status)",
          expected: "an answer",
          found: "\(first.status)",
          kind: "\(first.status)",
          occurrences: Finding.Occurrences(
            count: links.count,
            of: followed[kind],
            unit: "links",
            exchanges: sources,
            ofExchanges: sources
          ),
          places: links.prefix(placeLimit).compactMap(\.place),
          contract: ContractPlace(place: link.place, row: nil, title: contract.title),
          fingerprint: Fingerprint.of(
            rule: rule.id,
            operation: kind.operation,
            field: field,
            kind: "\(first.status)"
          ),
          reproduce: nil
        )
      )
    }
    findings.sort(by: Judge.isBefore)
  }
}
