import PlumbText

/// The different strings of one place, as long as they are few.
struct FewTexts {
  private var hashes: [UInt64] = []
  private(set) var texts: [[UInt8]] = []
  private(set) var counts: [Int] = []
  /// Which was added last: it often comes again.
  private var latest = 0
  /// Whether they are many, so that none is kept.
  private(set) var areMany = false

  /// Adds a string.
  mutating func add(_ bytes: RawSpan, _ text: Range<Int>) {
    let hash = text.isEmpty ? 0 : ShortHash.of(text.lowerBound, text.count, bytes)
    if latest < hashes.count, hashes[latest] == hash, isKnown(latest, bytes, text) {
      return counts[latest] += 1
    }
    for index in hashes.indices where hashes[index] == hash && isKnown(index, bytes, text) {
      latest = index
      return counts[index] += 1
    }
    guard hashes.count < ObservationLimits.distinct, text.count <= ObservationLimits.valueLength
    else {
      self = FewTexts()
      return areMany = true
    }
    hashes.append(hash)
    texts.append(bytes.array(text))
    counts.append(1)
  }

  private func isKnown(_ index: Int, _ bytes: RawSpan, _ text: Range<Int>) -> Bool {
    texts[index].count == text.count && bytes.holds(texts[index], at: text.lowerBound)
  }
}
