import PlumbChecking
import PlumbDrift
import PlumbModel
import PlumbNotation
import PlumbText
import StandIn
import Synchronization
import Testing

/// The rows of the proof as drift: the session without the fault, then the one with it.
@Suite struct DriftProofTests {
  /// The contracts of all stand-ins, and the checker that holds answers to them.
  private static let prepared = Result {
    let library = try Proof.library.get()
    let documents = Documents(
      apis: library.apis,
      contracts: library.contracts,
      isWhole: true
    )
    return (documents: documents, checker: checker(of: documents))
  }

  private static func checker(of documents: Documents) -> Checker {
    var options = Checker.Options()
    options.observesValues = true
    return Checker(apis: documents.apis, contracts: documents.contracts, options: options)
  }

  private static func sight(of exchanges: [Exchange], _ checker: Checker) throws -> Sight {
    let extractor = checker.makeExtractor()
    try Checks.read([(exchanges, "session")], extractor)
    let extract = extractor.finish()
    return Sight(report: checker.report(on: extract), responses: checker.observed(on: extract))
  }

  /// The sessions without faults, by listing: many faults are put into one.
  private static let sightsBefore = Mutex<[String: Sight]>([:])

  private static func sightBefore(_ listing: ProofListing) throws -> Sight {
    let key = "\(listing.name) \(listing.exchanges.count) \(listing.pageSize)"
    if let known = sightsBefore.withLock({ $0[key] }) { return known }
    let sight = try sight(of: listing.exchanges, prepared.get().checker)
    sightsBefore.withLock { $0[key] = sight }
    return sight
  }

  @Test(arguments: Proof.cases)
  func `names what changed, and nothing else`(_ row: ProofCase) throws {
    let (documents, checker) = try Self.prepared.get()
    let before = try Self.sightBefore(row.listing)
    let after = try Self.sight(of: row.exchanges(), checker)

    let report = Drift(documents: documents).report(on: [
      DriftSide(label: "before", content: .observed(before)),
      DriftSide(label: "after", content: .observed(after)),
    ])

    // Another collation than before is drift, though no document may speak of it.
    let findings = after.report.findings.filter {
      $0.severity > .note || $0.kind.contains("collation")
    }
    #expect(report.changes.map(\.finding) == findings.map(\.rule))
    // The other way round, what was broken is mended.
    let back = Drift(documents: documents).report(on: [
      DriftSide(label: "after", content: .observed(after)),
      DriftSide(label: "before", content: .observed(before)),
    ])
    #expect(back.changes.map(\.rule) == report.changes.map(\.rule.mirror))
    guard let change = report.changes.first, let finding = findings.first else { return }
    #expect(change.operation == finding.operation)
    #expect(try Self.kinds(of: finding).contains(change.rule.kind))
    let isOfFields = RuleCatalogue.rule(finding.rule)?.family == .fields
    #expect(!isOfFields || change.row == finding.field)
  }

  /// What a change may be about that a finding shows.
  private static func kinds(of finding: Finding) throws -> Set<ChangeKind> {
    let id = String(finding.rule.prefix { $0 != ":" })
    return switch try #require(RuleCatalogue.rule(id)).family {
    case .pages: [.paging]
    case .order: [.order]
    case .links: [.link]
    case .laws: [.law]
    case .body: [.response]
    case .http, .coverage: [.response, .parameter, .added, .type, .optional, .removed, .null]
    case .fields:
      [
        .added, .removed, .renamed, .moved, .type, .optional, .null, .values, .range,
      ]
    }
  }

  /// Each fault once for each API: contracts are compiled anew for each.
  private static let patched = Dictionary(
    grouping: Proof.cases,
    by: { "\($0.fault) \($0.listing.exchanges.first?.request.url.prefix(24) ?? "")" }
  ).values.compactMap(\.first).sorted { $0.testDescription < $1.testDescription }

  @Test(arguments: patched)
  func `patches contracts until nothing differs that a contract can say`(_ row: ProofCase) throws {
    var (documents, checker) = try Self.prepared.get()
    let exchanges = try row.exchanges()
    var sight = try Self.sight(of: exchanges, checker)
    var left: [Change] = []
    for _ in 0..<4 {
      let patch = ContractPatch(of: documents, to: sight)
      left = patch.unpatched
      guard patch.contracts != documents.contracts else { break }
      documents.contracts = try Self.writtenAndRead(patch.contracts, documents)
      checker = Self.checker(of: documents)
      sight = try Self.sight(of: exchanges, checker)
    }

    let report = Drift(documents: documents).report(on: [
      DriftSide(label: "contracts", content: .documented(documents)),
      DriftSide(label: "after", content: .observed(sight)),
    ])

    #expect(report.changes.count == left.count)
    // What is left are pages that contradict themselves, JSON that is none, good requests that are
    // refused, links to nowhere, answers that differ from what their own defaults give: faults of
    // the API.
    let faults: Set<ChangeKind> = [.paging, .response, .parameter, .link]
    let wrong = report.changes.filter {
      !faults.contains($0.rule.kind) && $0.finding != "default-differs"
    }
    #expect(wrong == [])
  }

  /// The contracts that are not as they were, as they read when they were written to a file.
  private static func writtenAndRead(
    _ contracts: [Contract],
    _ documents: Documents
  ) throws -> [Contract] {
    try zip(documents.contracts, contracts).map { old, new in
      guard old != new, let api = documents.apis.first(where: { $0.id == new.api }) else {
        return old
      }
      // Its laws and links may name operations of other files.
      let text = NotationWriter.text(of: [new], api: api)
      let library = try ContractLoader.load([
        ContractLoader.Folder(
          id: api.id,
          api: NotationFile(path: "api.yaml", text: NotationWriter.text(of: api)),
          contracts: [NotationFile(path: "patched.yaml", text: text)]
        )
      ])
      return try #require(library.contracts.first)
    }
  }
}
