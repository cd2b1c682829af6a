import PlumbModel
import PlumbText

extension SessionReading {
  /// Judges item by item whether each holds all values of another listing; an item without values
  /// is not judged.
  func eachContains(_ chain: Int?) -> SessionBreaks {
    var breaks = SessionBreaks()
    guard let each = law.each else { return breaks }
    let depth = each.steps.count { $0 == .items } + 1
    let parts = elements(sides.left, law.left, chain)
    let kind = parts.lazy.compactMap(\.column.kind).first
    let wholes = whole(sides.right, law.right, chain)
    guard let set = WholeSide(self, sides.right, law.right, wholes, kind), set.isWhole,
      !set.hashes.isEmpty
    else { return breaks }
    for part in parts where !part.column.isMixed && part.column.kind == set.kind {
      judge(part, depth, set, &breaks)
    }
    breaks.first?.others = pages(of: wholes)
    return breaks
  }

  private func judge(_ part: Part, _ depth: Int, _ set: WholeSide, _ breaks: inout SessionBreaks) {
    let column = part.column
    var groups: [ArraySlice<Int32>: (first: Int, values: Set<UInt64>)] = [:]
    for (rank, hash) in column.hashes.enumerated() {
      groups[column.indices(of: rank).prefix(depth), default: (rank, [])].values.insert(hash)
    }
    guard !groups.isEmpty else { return }
    breaks.times += 1
    breaks.of += groups.count
    let broken = groups.values.filter { !$0.values.isSuperset(of: set.hashes) }.map(\.first)
    breaks.count += broken.count
    guard breaks.first == nil, let first = broken.min() else { return }
    breaks.first = SessionWords(reading: self).finding(
      part,
      first,
      found: "others",
      expected: LawPhrase(law: law).expected(set.texts, of: set.hashes.count)
    )
  }
}
