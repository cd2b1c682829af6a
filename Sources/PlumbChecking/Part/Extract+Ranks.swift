extension Extract {
  /// The extract with its files ranked by their names, from 0: as all parts have them.
  func rankedByName() -> Extract {
    let files = Set(names.values).sorted { FileOrder.precedes($0, $1) }
    let ranks = Dictionary(uniqueKeysWithValues: zip(files, files.indices))
    return ranked { ranks[names[$0] ?? ""] ?? 0 }
  }

  /// Joins what several threads kept; `nil` when there was none.
  ///
  /// Files that lines of a stream named have a rank in each thread only: then names decide.
  public static func joined(_ extracts: [Extract]) -> Extract? {
    let isNamed = extracts.contains { !$0.namedByLines.isEmpty }
    let ranked = isNamed ? sharingRanks(extracts.map { $0.rankedByName() }) : extracts
    guard var whole = ranked.first else { return nil }
    for extract in ranked.dropFirst() { whole.merge(extract) }
    return whole
  }

  /// Extracts whose files are ranked by name, each by itself, with ranks for all together.
  static func sharingRanks(_ extracts: [Extract]) -> [Extract] {
    let names = extracts.reduce(into: Set<String>()) { $0.formUnion($1.names.values) }
    let files = names.sorted { FileOrder.precedes($0, $1) }
    let ranks = Dictionary(uniqueKeysWithValues: zip(files, files.indices))
    return extracts.map { extract in
      let own = (0..<extract.names.count).map { ranks[extract.names[$0] ?? ""] ?? 0 }
      return extract.ranked { own[$0] }
    }
  }

  /// The extract with other ranks for its files.
  func ranked(_ rank: (Int) -> Int) -> Extract {
    var extract = self
    extract.names = [:]
    for (old, name) in names { extract.names[rank(old)] = name }
    extract.namedByLines = Set(namedByLines.map(rank))
    for index in extract.sources.indices {
      extract.sources[index].rank = rank(extract.sources[index].rank)
    }
    for entry in extract.entries.indices {
      for place in extract.entries[entry].places.indices {
        extract.entries[entry].places[place].rerank(rank)
      }
    }
    extract.unjudged = unjudged.mapValues { $0.ranked(rank) }
    for index in extract.answers.indices {
      extract.answers[index].rank = Int32(rank(Int(extract.answers[index].rank)))
    }
    for index in extract.pages.indices { extract.pages[index].rank = rank(pages[index].rank) }
    for index in extract.refusals.indices {
      extract.refusals[index].page.rank = rank(refusals[index].page.rank)
    }
    for index in extract.relations.indices {
      extract.relations[index].page.rank = rank(relations[index].page.rank)
    }
    return extract
  }
}

extension LogPlace {
  /// Takes the rank among files whose order is known.
  mutating func rerank(_ rank: (Int) -> Int) {
    self.rank = rank(self.rank)
    isByName = false
  }
}

extension UnjudgedTally {
  fileprivate func ranked(_ rank: (Int) -> Int) -> UnjudgedTally {
    func ranked(_ count: Count) -> Count {
      var count = count
      count.first.rerank(rank)
      return count
    }
    return UnjudgedTally(
      counts: counts.mapValues(ranked),
      others: others.map(ranked),
      last: last
    )
  }
}
