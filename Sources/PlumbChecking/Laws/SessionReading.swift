import PlumbModel
import PlumbText

/// Judges one law over the pages of a session, or over those of one chain.
struct SessionReading {
  let entry: LawBook.Entry
  let sides: LawBook.SessionSides
  let book: LawBook
  let contracts: [Contract]
  let pages: [LawPage]

  /// A page with its column.
  struct Part {
    var page: Int
    var column: LawColumn
  }

  var law: Law { entry.law }

  /// Whether each item by itself is held against another listing.
  private var isItemByItem: Bool {
    if case .path = law.left { law.each != nil } else { false }
  }

  /// Judges the law; over everything when no chain is given.
  func judge(chain: Int?) -> SessionBreaks {
    switch law.relation {
    case .unique, .atMost, .moreThan:
      var breaks = SessionBreaks()
      for parts in chains(of: sides.left, chain) {
        var counted = counted(parts)
        counted.first?.others = parts.prefix(1).map(\.page)
        breaks.add(counted)
      }
      return breaks
    case .contains where isItemByItem: return eachContains(chain)
    case .contains: return judge(sides.right, law.right, against: sides.left, law.left, chain)
    case .equal, .within, .apartFrom, .atMostEqual, .less:
      return judge(sides.left, law.left, against: sides.right, law.right, chain)
    }
  }

  // MARK: - Pages

  private func isParameter(_ operand: Law.Operand?) -> Bool {
    if case .parameter = operand { true } else { false }
  }

  private func parts(
    of source: LawBook.Source?,
    where isWanted: (LawPage) -> Bool
  ) -> [Part] {
    guard case .column(let number) = source else { return [] }
    return pages.enumerated().compactMap { rank, page in
      guard page.operation == book.columns[number].operation, isWanted(page) else { return nil }
      return page.column(number).map { Part(page: rank, column: $0) }
    }
  }

  /// The values that are judged one by one: any exchange's own, another listing's when it is whole.
  func elements(
    _ source: LawBook.Source?,
    _ operand: Law.Operand?,
    _ chain: Int?
  ) -> [Part] {
    let isOther = if case .other = operand { true } else { false }
    return parts(of: source) { page in
      if let chain { return page.chain == chain }
      return !isOther || (page.isComplete && page.isUnfiltered)
    }
  }

  /// The values that others are held against: all there are.
  func whole(
    _ source: LawBook.Source?,
    _ operand: Law.Operand?,
    _ chain: Int?
  ) -> [Part] {
    parts(of: source) { page in
      if let chain { return page.chain == chain }
      return isParameter(operand) || (page.isComplete && page.isUnfiltered)
    }
  }

  /// A page of each chain that values are taken from.
  func pages(of parts: [Part]) -> [Int] {
    var known: Set<Int> = []
    return parts.map(\.page).filter { known.insert(pages[$0].chain).inserted }
  }

  private func chains(of source: LawBook.Source, _ chain: Int?) -> [[Part]] {
    let parts = whole(source, law.left, chain)
    return Dictionary(grouping: parts) { pages[$0.page].chain }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: - Judging

  private func judge(
    _ source: LawBook.Source?,
    _ operand: Law.Operand?,
    against other: LawBook.Source?,
    _ otherOperand: Law.Operand?,
    _ chain: Int?
  ) -> SessionBreaks {
    var breaks = SessionBreaks()
    let others = whole(other, otherOperand, chain)
    if case .column = other, others.isEmpty { return breaks }
    let parts = elements(source, operand, chain)
    let kind = parts.lazy.compactMap(\.column.kind).first
    guard let set = WholeSide(self, other, otherOperand, others, kind)
    else { return breaks }
    if law.relation == .within || law.relation == .contains {
      guard set.isWhole else { return breaks }
    }
    for part in parts {
      judge(part, operand, set, &breaks)
    }
    breaks.first?.others = self.pages(of: whole(other, otherOperand, chain))
    return breaks
  }

  private func judge(
    _ part: Part,
    _ operand: Law.Operand?,
    _ set: WholeSide,
    _ breaks: inout SessionBreaks
  ) {
    var column = part.column
    if isParameter(operand), let kind = set.kind { column.read(as: kind) }
    guard !column.isMixed, !column.hashes.isEmpty, set.kind == nil || set.kind == column.kind
    else { return }
    switch law.relation {
    case .less, .atMostEqual:
      guard let most = column.greatest, let least = set.least,
        let holds = SizeVerdict.holds(
          most.value,
          least,
          allowsEqual: law.relation == .atMostEqual
        )
      else { return }
      breaks.times += 1
      breaks.of += 1
      if !holds { add(Part(page: part.page, column: column), most.rank, set, &breaks) }
    default:
      guard law.relation != .equal || !set.hashes.isEmpty else { return }
      breaks.times += 1
      breaks.of += column.hashes.count
      for (rank, hash) in column.hashes.enumerated() where !holds(hash, set) {
        add(Part(page: part.page, column: column), rank, set, &breaks)
      }
    }
  }

  private func holds(_ hash: UInt64, _ set: WholeSide) -> Bool {
    switch law.relation {
    case .equal: set.hashes.count == 1 && set.hashes.contains(hash)
    case .apartFrom: !set.hashes.contains(hash)
    default: set.hashes.contains(hash)
    }
  }

  private func add(_ part: Part, _ rank: Int, _ set: WholeSide, _ breaks: inout SessionBreaks) {
    breaks.count += 1
    guard breaks.first == nil else { return }
    let expected = LawPhrase(law: law).expected(
      law.relation == .contains ? [text(part.column, rank)] : set.texts,
      of: law.relation == .contains ? 1 : set.hashes.count
    )
    breaks.first = SessionWords(reading: self).finding(
      part,
      rank,
      found: law.relation == .contains ? "others" : text(part.column, rank),
      expected: expected
    )
  }

  private func text(_ column: LawColumn, _ rank: Int) -> String {
    column.first.indices.contains(rank) ? column.first[rank].quoted : "another value"
  }

  // MARK: - Counting

  private func counted(_ parts: [Part]) -> SessionBreaks {
    var breaks = SessionBreaks()
    guard let last = parts.last else { return breaks }
    let count = parts.reduce(0) { $0 + $1.column.count }
    let isWhole = parts.allSatisfy(\.column.isWhole)
    let words = SessionWords(reading: self)
    let expected = LawPhrase(law: law).expected([], of: 0)
    let found = count == 1 ? "1 value" : "\(count) values"
    switch law.relation {
    case .unique:
      var seen: Set<UInt64> = []
      for part in parts {
        for (rank, hash) in part.column.hashes.enumerated() where !seen.insert(hash).inserted {
          breaks.count += 1
          guard breaks.first == nil else { continue }
          let found = text(part.column, rank)
          breaks.first = words.finding(part, rank, found: found, expected: expected)
        }
      }
      breaks.of = parts.reduce(0) { $0 + $1.column.hashes.count }
      breaks.times = breaks.of > 0 ? 1 : 0
    case .atMost(let most):
      breaks.of = 1
      breaks.times = 1
      guard count > most else { break }
      breaks.count = 1
      breaks.first = words.finding(last, nil, found: found, expected: expected)
    case .moreThan(let least) where isWhole:
      breaks.of = 1
      breaks.times = 1
      guard count <= least else { break }
      breaks.count = 1
      breaks.first = words.finding(last, nil, found: found, expected: expected)
    default: break
    }
    return breaks
  }
}
