import PlumbModel
import PlumbText

/// The laws of all contracts, by rank, with the columns that judging whole listings needs.
struct LawBook: Sendable {
  /// One law.
  struct Entry: Sendable {
    /// The operation that it belongs to, by its rank among the contracts.
    var operation: Int
    var law: Law
    /// Its sides as columns; `nil` when the law is judged within each exchange.
    var session: SessionSides?
  }

  /// The two sides of a law that is judged over a session.
  struct SessionSides: Hashable, Sendable {
    var left: Source
    var right: Source?
    /// Whether both sides are of one listing, which is then judged chain by chain.
    var isWithinChain: Bool
  }

  /// Where a side's values come from.
  enum Source: Hashable, Sendable {
    case column(Int)
    case literal(String)
    /// An operation that is not under contract, or what cannot be taken apart by items.
    case nowhere
  }

  /// Values that each exchange of an operation leaves behind.
  struct Column: Hashable, Sendable {
    var operation: Int
    var operand: Law.Operand
  }

  private(set) var entries: [Entry] = []
  private(set) var columns: [Column] = []

  /// Reads the laws of all contracts; operations are ranked as the contracts are.
  init(_ contracts: [Contract]) {
    for (operation, contract) in contracts.enumerated() {
      for law in contract.laws {
        let sides = sessionSides(of: law, operation, contracts)
        entries.append(Entry(operation: operation, law: law, session: sides))
      }
    }
  }

  /// The name of a law within its API: `operation.law`.
  func name(of entry: Int, _ contracts: [Contract]) -> String {
    "\(contracts[entries[entry].operation].id).\(entries[entry].law.name)"
  }

  /// The names of the laws that were never judged, sorted.
  ///
  /// - Parameter exercised: For each law, how often it was judged, within exchanges and over sessions.
  func neverExercised(_ exercised: [Int], _ contracts: [Contract]) -> [String] {
    entries.indices.filter { exercised[$0] == 0 }.map { name(of: $0, contracts) }.sorted()
  }

  /// Whether a law compares the values of a column by size.
  func isCompared(bySize column: Int) -> Bool {
    entries.contains { entry in
      guard let sides = entry.session else { return false }
      let isSize = entry.law.relation == .less || entry.law.relation == .atMostEqual
      return isSize && (sides.left == .column(column) || sides.right == .column(column))
    }
  }

  private mutating func sessionSides(
    of law: Law,
    _ operation: Int,
    _ contracts: [Contract]
  ) -> SessionSides? {
    let operands = [law.left] + [law.right].compactMap(\.self)
    let isAcross = operands.contains { if case .other = $0 { true } else { false } }
    let isWithinChain = !isAcross && needsWholeListing(law, contracts[operation])
    guard isAcross || isWithinChain else { return nil }
    return SessionSides(
      left: source(law.left, law, operation, contracts),
      right: law.right.map { source($0, law, operation, contracts) },
      isWithinChain: isWithinChain
    )
  }

  /// Whether a law speaks of all items of a listing that is divided into pages.
  private func needsWholeListing(_ law: Law, _ contract: Contract) -> Bool {
    guard law.each == nil, let items = contract.paging?.items else { return false }
    let listing = items.steps.last == .items ? items.steps : items.steps + [.items]
    func isListed(_ operand: Law.Operand?) -> Bool {
      guard case .path(let path) = operand else { return false }
      return path.steps.starts(with: listing)
    }
    return switch law.relation {
    case .unique, .atMost, .moreThan, .contains: isListed(law.left)
    case .within, .apartFrom: isListed(law.right)
    case .equal, .atMostEqual, .less: false
    }
  }

  private mutating func source(
    _ operand: Law.Operand,
    _ law: Law,
    _ operation: Int,
    _ contracts: [Contract]
  ) -> Source {
    switch operand {
    case .literal(let literal): return .literal(literal)
    case .parameter:
      return .column(column(Column(operation: operation, operand: operand)))
    case .path(let path):
      let whole = Self.path(path, in: law.each)
      return .column(column(Column(operation: operation, operand: .path(whole))))
    case .other(let name, let path):
      let api = contracts[operation].api
      let other = contracts.firstIndex { $0.id == name && $0.api == api }
      guard let other else { return .nowhere }
      return .column(column(Column(operation: other, operand: .path(path))))
    }
  }

  private mutating func column(_ column: Column) -> Int {
    if let known = columns.firstIndex(of: column) { return known }
    columns.append(column)
    return columns.count - 1
  }

  /// A path from the root of the body to what a law names inside the items of a list.
  static func path(_ path: FieldPath, in each: FieldPath?) -> FieldPath {
    guard let each else { return path }
    return FieldPath(steps: each.steps + [.items] + path.steps)
  }
}
