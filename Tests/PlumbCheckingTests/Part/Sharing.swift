import PlumbChecking
import PlumbModel
import PlumbText
import TestSupport

/// Exchanges that are read in shares, written as parts, and merged again.
struct Sharing {
  /// One exchange as its file holds it.
  struct Recorded: Sendable {
    var bytes: [UInt8]
    var layout: ExchangeLayout
    var source: ExchangeSource
  }

  let checker: Checker
  let terms: PartTerms
  let exchanges: [Recorded]

  /// Records exchanges of several sessions.
  init(
    _ sessions: [(exchanges: [Exchange], name: String)],
    apis: [API],
    contracts: [Contract],
    options: Checker.Options = Checker.Options()
  ) throws {
    var options = options
    options.keepsSources = true
    checker = Checker(apis: apis, contracts: contracts, options: options)
    terms = PartTerms(version: "1", contracts: "c", options: options)
    var reader = RecordingReader()
    var exchanges: [Recorded] = []
    for session in sessions {
      for exchange in session.exchanges {
        let number = String(exchanges.count)
        let padding = String(repeating: "0", count: max(4 - number.count, 0))
        var layout = ExchangeLayout()
        let bytes = Recording.encode(exchange)
        let padded = bytes + [UInt8](repeating: 0, count: ExchangeLayout.padding)
        _ = try reader.layout(of: padded.span, count: bytes.count, into: &layout)
        let source = ExchangeSource(
          file: "\(padding)\(number).http",
          rank: exchanges.count,
          session: session.name
        )
        exchanges.append(Recorded(bytes: padded, layout: layout, source: source))
      }
    }
    self.exchanges = exchanges
  }

  /// What the exchanges of these ranks leave behind, read in the order given.
  ///
  /// - Parameter isNamed: Whether each exchange names its file, which then has no rank of its own.
  func extract(_ ranks: some Sequence<Int>, isNamed: Bool = false) -> Extract {
    let extractor = checker.makeExtractor()
    for (order, rank) in ranks.enumerated() {
      let exchange = exchanges[rank]
      let bytes = exchange.bytes.span.bytes
      let end = exchange.bytes.count - ExchangeLayout.padding
      var source = exchange.source
      source.isNamed = isNamed
      if isNamed { source.rank = order + 1 }
      extractor.extract(exchange.layout, in: bytes, from: source) { range in
        FilePlace.locate(range, in: bytes, end: end)
      }
    }
    let extract = extractor.finish()
    return Extract.joined([extract]) ?? extract
  }

  /// The report on all of them, read by one in their order.
  func whole() -> Report { checker.report(on: extract(exchanges.indices)) }

  /// An extract as it is written.
  func line(_ extract: Extract) -> [UInt8] {
    let redactor = Redactor(secrets: [])
    return checker.part(of: extract, terms: terms, notes: PartNotes(), redactor: redactor)
  }

  /// What was written, read again.
  func read(_ line: [UInt8]) throws -> Part { try checker.read(PartLine(line.dropLast())) }

  /// Cuts all exchanges into shares at random, each in an order of its own.
  func shares(_ count: Int, _ dice: inout SplitMix64) -> [[Int]] {
    var shares = [[Int]](repeating: [], count: count)
    for rank in exchanges.indices.shuffled(using: &dice) {
      shares[dice.below(count)].append(rank)
    }
    return shares
  }

  /// The report on shares that were written, and merged in any order: some first with each other.
  func report(on shares: [[Int]], isNamed: Bool, _ dice: inout SplitMix64) throws -> Report {
    var lines = shares.map { line(extract($0, isNamed: isNamed)) }
    while lines.count > 3, dice.chance(50) {
      let some = (0..<2).map { _ in lines.remove(at: dice.below(lines.count)) }
      lines.append(line(try checker.merge(some.map(read))))
    }
    return checker.report(on: try checker.merge(lines.shuffled(using: &dice).map(read)))
  }
}
