import PlumbChecking

extension ValueComparison {
  /// Compares lists of values, forms and lengths.
  mutating func compareTexts(
    _ before: ObservedValue,
    _ after: ObservedValue,
    at row: String
  ) {
    if let old = ValueList(before), let new = after.values.map(ValueList.init(all:)) {
      let added = new.texts.subtracting(old.texts).sorted()
      if !added.isEmpty {
        let words = added.map { "`\($0)`" }.joined(separator: ", ")
        note(.valueAdded, row, old.words, "\(words) besides")
      }
      guard let whole = ValueList(after) else { return }
      let removed = old.texts.subtracting(whole.texts).sorted()
      if !removed.isEmpty {
        let words = removed.map { "`\($0)`" }.joined(separator: ", ")
        note(.valueRemoved, row, "\(words) besides", whole.words)
      }
      return
    }
    guard before.strings >= Self.fewest, after.strings >= Self.fewest else { return }
    guard before.form != after.form else { return compareLengths(before, after, at: row) }
    let rule: ChangeRule =
      before.form == nil ? .formTightened : after.form == nil ? .formLoosened : .formChanged
    // Texts that had no form in common had one by chance.
    guard rule != .formTightened else { return }
    let words = (before.form?.words ?? "any text", after.form?.words ?? "any text")
    // Where there is no form in common, the first text may well have the old one.
    note(rule, row, words.0, words.1, example: rule == .formChanged ? after.firsts[.string] : nil)
  }

  /// Compares the lengths of texts, where all of one side have one: many different texts of one
  /// length, such as hashes, have it by design.
  private mutating func compareLengths(
    _ before: ObservedValue,
    _ after: ObservedValue,
    at row: String
  ) {
    guard let old = before.lengths, let new = after.lengths, old != new else { return }
    let words = (Self.words(of: old), Self.words(of: new))
    if before.values == nil, old.least == old.greatest {
      note(.rangeWidened, row, words.0, words.1)
    } else if after.values == nil, new.least == new.greatest {
      note(.rangeNarrowed, row, words.0, words.1)
    }
  }

  private static func words(of lengths: ObservedValue.Bounds<Int>) -> String {
    let most = lengths.greatest == 1 ? "1 character" : "\(lengths.greatest) characters"
    return lengths.least == lengths.greatest ? "always \(most)" : "\(lengths.least) to \(most)"
  }
}
