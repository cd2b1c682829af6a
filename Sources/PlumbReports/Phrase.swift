import PlumbChecking

/// Numbers in words.
enum Phrase {
  /// `3 of 67 items, in 1 of 4 exchanges`
  static func occurrences(_ count: Finding.Occurrences) -> String {
    let exchanges = "in \(count.exchanges.grouped) of \(count.ofExchanges.of("exchange"))"
    guard count.unit != "exchanges" else { return exchanges }
    let unit = count.unit.visible
    guard let of = count.of else {
      return "\(count.count.grouped) \(count.count == 1 ? unit.singular : unit), \(exchanges)"
    }
    return "\(count.count.grouped) of \(of.grouped) \(of == 1 ? unit.singular : unit), \(exchanges)"
  }

  /// What is wrong and how often, in one sentence without its full stop.
  static func sentence(of finding: Finding) -> String {
    "\(finding.message); \(occurrences(finding.occurrences))"
  }

  /// What the findings come to: `1 error, 2 notes in 52 exchanges`.
  static func verdict(of totals: Report.Summary) -> String {
    let judged = totals.exchanges - totals.unjudged
    let counts = [
      totals.errors > 0 ? totals.errors.of("error") : nil,
      totals.warnings > 0 ? totals.warnings.of("warning") : nil,
      totals.notes > 0 ? totals.notes.of("note") : nil,
      totals.accepted > 0 ? "\(totals.accepted.grouped) accepted" : nil,
    ].compactMap { $0 }
    guard counts.isEmpty else {
      return "\(counts.joined(separator: ", ")) in \(judged.of("exchange"))"
    }
    guard judged > 0 else { return "nothing was judged" }
    return "no findings in \(judged.of("exchange"))"
  }

  /// `1.2 MB`, in powers of ten.
  static func size(_ bytes: Int) -> String {
    let units = ["kB", "MB", "GB", "TB"]
    guard bytes >= 1000 else { return bytes.of("byte") }
    var tenths = (bytes + 50) / 100
    var unit = 0
    while tenths >= 10_000, unit + 1 < units.count {
      tenths = (tenths + 500) / 1000
      unit += 1
    }
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  /// Why exchanges could not be judged, as what stands after their number.
  static func reason(_ reason: Report.Unjudged.Reason) -> String {
    switch reason {
    case .noContract: "without a contract"
    case .weather: "refused for speed (429) or failed by the server (5xx)"
    case .failed: "without a whole answer"
    }
  }
}

extension Int {
  /// The number with its digits in groups of three from 10,000 on.
  var grouped: String {
    let digits = String(magnitude)
    guard digits.count > 4 else { return String(self) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return self < 0 ? "-" + text : text
  }

  /// `1 error`, `2 errors`.
  public func of(_ noun: String) -> String { of(noun, "\(noun)s") }

  /// `1 body`, `2 bodies`.
  func of(_ noun: String, _ plural: String) -> String {
    "\(grouped) \(self == 1 ? noun : plural)"
  }
}

extension String {
  /// A counted word without the ending of its plural: `items` to `item`, `bodies` to `body`.
  fileprivate var singular: String {
    if hasSuffix("ies") { return dropLast(3) + "y" }
    return hasSuffix("s") ? String(dropLast()) : self
  }
}
