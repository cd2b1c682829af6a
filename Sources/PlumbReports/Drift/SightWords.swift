import PlumbChecking
import PlumbDrift
import PlumbText

/// Says what was seen of a row, one fact after the other.
enum SightWords {
  /// One thing that is known.
  struct Fact {
    /// What it is: `last seen`.
    var name: String
    /// What is known of it, in parts of which some are code.
    var text: HTMLText
  }

  /// What was seen beyond what stands in the table: values, bounds, the first and the last place.
  static func facts(of sight: RowSight) -> [Fact] {
    var facts: [Fact] = []
    func add(_ name: String, _ parts: [SentencePart]) {
      facts.append(Fact(name: name, text: HTMLText(parts: parts)))
    }
    let value = sight.value
    if let words = values(of: value) ?? value.items.first.flatMap(values) { add("values", words) }
    if let bounds = value.numbers {
      add("numbers", [plain(range(bounds.least.text, bounds.greatest.text))])
    }
    if let bounds = value.lengths, bounds.greatest > 0 {
      add("lengths", [plain(range("\(bounds.least)", "\(bounds.greatest)"))])
    }
    if let bounds = value.sizes {
      add("items", [plain(range("\(bounds.least)", "\(bounds.greatest)"))])
    }
    if value.empties > 0 { add("empty", [plain(value.empties.grouped)]) }
    if let place = sight.first { add("first seen", address(place)) }
    if let place = sight.last { add("last seen", address(place)) }
    return facts
  }

  /// Where something stands, as code.
  static func address(_ place: Place) -> [SentencePart] {
    let texts = [place.address, place.pointer].filter { !$0.isEmpty }
    return [SentencePart(text: texts.joined(separator: " ").visible, isCode: true)]
  }

  private static func range(_ least: String, _ greatest: String) -> String {
    least == greatest ? least : "\(least)..\(greatest)"
  }

  private static func plain(_ text: String) -> SentencePart {
    SentencePart(text: text.visible, isCode: false)
  }

  /// The different values, the frequent ones first; `nil` where there are none, or many.
  private static func values(of value: ObservedValue) -> [SentencePart]? {
    guard let values = value.values, !values.isEmpty else { return nil }
    let sorted = values.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    return sorted.map(\.element).enumerated().flatMap { rank, value in
      [
        plain(rank == 0 ? "" : ", "),
        SentencePart(text: value.text.visible, isCode: !value.text.isEmpty),
        plain((value.text.isEmpty ? "empty " : " ") + "(\(value.count.grouped))"),
      ]
    }
  }
}
