import PlumbModel

/// One term of a sort key, as far as an item has been read.
struct KeyTerm {
  /// What a place is to a term.
  enum Part: Hashable, Sendable {
    case value
    /// The list whose items are counted.
    case list
    /// An item of that list.
    case item
    /// The outermost list around it.
    case outer
  }

  /// The places that the term is made of.
  let parts: [(path: FieldPath, part: Part)]

  private let term: SortKey.Term
  private let collation: SortKey.Collation?
  private var kind = KeyColumn.Kind.missing
  private var text: [UInt8] = []
  private var value = 0.0
  private var sawList = false
  private var sawOuter = false
  private var items = 0
  private var values = 0

  init(_ term: SortKey.Term, _ collation: SortKey.Collation?) {
    self.term = term
    self.collation = collation
    guard case .count = term else {
      parts = [(term.path, .value)]
      return
    }
    let list = term.countedList
    var parts: [(path: FieldPath, part: Part)] = [
      (list, .list), (FieldPath(steps: list.steps + [.items]), .item),
    ]
    if let outer = list.outermostList { parts.append((outer, .outer)) }
    self.parts = parts
  }

  /// Forgets the item before.
  mutating func clear() {
    kind = .missing
    text.removeAll(keepingCapacity: true)
    value = 0
    sawList = false
    sawOuter = false
    items = 0
    values = 0
  }

  /// Takes a text.
  mutating func take(_ part: Part, text new: some Collection<UInt8>) {
    switch part {
    case .item: items += 1
    case .list: values += 1
    case .outer: break
    case .value:
      guard kind == .missing || isLess(text: new) else { return }
      kind = .text
      text.removeAll(keepingCapacity: true)
      text.append(contentsOf: new)
    }
  }

  /// Takes any other value.
  mutating func take(_ part: Part, _ token: KeyToken) {
    switch (part, token) {
    case (.item, _): items += 1
    case (.list, .list): sawList = true
    case (.list, .null): break
    case (.list, _): values += 1
    case (.outer, .list): sawOuter = true
    case (.outer, _): break
    case (.value, .number(let new)): take(new)
    case (.value, .boolean(let new)): take(new ? 1 : 0)
    case (.value, _): break
    }
  }

  /// The term as a number; `nil` when it is missing or a text.
  var number: Double? {
    guard case .count = term else { return kind == .number ? value : nil }
    if sawList { return Double(items) }
    return sawOuter ? Double(values) : nil
  }

  /// Appends the term to its column.
  func append(to column: inout KeyColumn) {
    if let number {
      column.append(number: number)
    } else if kind == .text {
      column.append(text: text)
    } else {
      column.appendMissing()
    }
  }

  private mutating func take(_ new: Double) {
    if kind == .missing {
      kind = .number
      value = new
    } else if case .least = term, kind == .number {
      value = min(value, new)
    }
  }

  private func isLess(text new: some Collection<UInt8>) -> Bool {
    guard case .least = term, kind == .text else { return false }
    switch collation {
    case .bytes: return new.lexicographicallyPrecedes(text)
    case .numeric:
      guard let new = CollatedText.number(Array(new)) else { return false }
      return CollatedText.number(text).map { new < $0 } ?? true
    case .text, nil:
      return CollatedText.folded(new).lexicographicallyPrecedes(CollatedText.folded(text))
    }
  }
}
