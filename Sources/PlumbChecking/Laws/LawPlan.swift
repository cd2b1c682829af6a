import PlumbModel
import PlumbText

/// One operation's laws, made ready for reading the tapes of one of its tables.
struct LawPlan: Sendable {
  /// One side of a law.
  enum Side: Sendable {
    case place(TapePlace)
    case parameter(String, isCommaList: Bool)
    case literal(LawValue)
  }

  /// A law that is judged within each exchange.
  struct BodyLaw: Sendable {
    /// Its rank in the book.
    var entry: Int
    var law: Law
    /// The items that are judged one by one; `nil` for the body as a whole.
    var items: TapePlace?
    var left: Side
    var right: Side?

    /// The number of lists around what is judged at once.
    var depth: Int { items?.levels.count ?? 0 }
  }

  /// Values that an exchange leaves behind.
  struct ColumnPlan: Sendable {
    /// Its rank in the book.
    var column: Int
    var side: Side
    /// Whether a law compares its values by size.
    var needsBounds: Bool
  }

  private(set) var laws: [BodyLaw] = []
  private(set) var columns: [ColumnPlan] = []

  /// Puts the places that an operation's laws speak of on a tape's plan.
  ///
  /// - Parameters:
  ///   - operation: The operation's rank among the book's contracts.
  ///   - types: The API's named types.
  init(
    _ book: LawBook,
    operation: Int,
    of contract: Contract,
    types: [String: FieldType] = [:],
    in tape: inout TapePlan
  ) {
    for (rank, entry) in book.entries.enumerated()
    where entry.operation == operation && entry.session == nil {
      let law = entry.law
      var items: TapePlace?
      if let each = law.each {
        items = TapePlace(FieldPath(steps: each.steps + [.items]), in: &tape)
      }
      laws.append(
        BodyLaw(
          entry: rank,
          law: law,
          items: items,
          left: Self.side(law.left, law.each, contract, types, &tape),
          right: law.right.map { Self.side($0, law.each, contract, types, &tape) }
        )
      )
    }
    for (rank, column) in book.columns.enumerated() where column.operation == operation {
      columns.append(
        ColumnPlan(
          column: rank,
          side: Self.side(column.operand, nil, contract, types, &tape),
          needsBounds: book.isCompared(bySize: rank)
        )
      )
    }
  }

  private static func side(
    _ operand: Law.Operand,
    _ each: FieldPath?,
    _ contract: Contract,
    _ types: [String: FieldType],
    _ tape: inout TapePlan
  ) -> Side {
    switch operand {
    case .path(let path), .other(_, let path):
      let whole = LawBook.path(path, in: each)
      var place = TapePlace(whole, in: &tape, withLists: true)
      place.isOptional = contract.isOptional(whole, types)
      return .place(place)
    case .parameter(let name):
      let parameter = contract.parameters.first { $0.name == name }
      return .parameter(name, isCommaList: parameter?.list == .comma)
    case .literal(let literal): return .literal(LawValue(literal: literal))
    }
  }
}

extension Contract {
  /// Whether the row that a path ends at is marked optional.
  fileprivate func isOptional(_ path: FieldPath, _ types: [String: FieldType]) -> Bool {
    guard case .json(var type) = responses.first?.body else { return false }
    var isOptional = false
    for step in path.steps {
      isOptional = false
      switch (step, type.resolved(by: types).shape) {
      case (.items, .list(let item)): type = item
      case (.member(let name), .object(let object)):
        guard let row = object.rows.first(where: { $0.name == name }) else { return false }
        isOptional = row.isOptional
        type = row.type
      default: return false
      }
    }
    return isOptional
  }
}
