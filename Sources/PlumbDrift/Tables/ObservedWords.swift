import PlumbChecking
import PlumbText

/// Says what was seen in the few words that stand in a table.
enum ObservedWords {
  /// How many values are listed.
  private static let listed = 5

  /// What was seen of a row: `string in all 940, /\d\d-\d{4}/`.
  ///
  /// - Parameter total: How many objects could have held it; `nil` for the body itself.
  static func text(_ value: ObservedValue, of total: Int?) -> String {
    guard value.count > 0 else { return "never" }
    var text = types(value)
    if let total {
      text += value.count == total ? " in all \(total)" : " in \(value.count) of \(total)"
    }
    let detail = detail(value)
    return detail.isEmpty ? text : "\(text), \(detail)"
  }

  private static func types(_ value: ObservedValue) -> String {
    let types = SeenTypes(value)
    guard types.kinds == ["list"], let item = value.items.first else {
      return types.words(of: value)
    }
    let null = value.nulls > 0 ? ", null (\(value.nulls))" : ""
    let inner = SeenTypes(item)
    let one = inner.kinds.count == 1 ? inner.kinds.first ?? "value" : "value"
    return "list of \(one)s" + null
  }

  private static func detail(_ value: ObservedValue) -> String {
    if let sizes = value.sizes { return "\(range("\(sizes.least)", "\(sizes.greatest)")) items" }
    if let list = ValueList(value), list.texts.count <= listed { return list.words }
    if value.strings > 0, let form = value.form { return form.words }
    if let numbers = value.numbers { return range(numbers.least.text, numbers.greatest.text) }
    return value.strings > 0 && value.empties == value.strings ? "always empty" : ""
  }

  private static func range(_ least: String, _ greatest: String) -> String {
    least == greatest ? least : "\(least)..\(greatest)"
  }
}
