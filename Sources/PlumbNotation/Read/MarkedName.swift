/// The name of a row or parameter with the marks behind it.
///
/// One `?` is the documentation's *optional*, `|null` behind it says that `null` is documented. A
/// name that really ends like that is written with the mark doubled: `a??` is the required member
/// `a?`, `......` the member `...`.
struct MarkedName: Hashable {
  var name: String
  var isOptional = false
  var isNullable = false

  /// Whether `|null` stands before the `?` instead of behind it.
  var isMisplaced = false

  /// What opens an object for members that no row names.
  static let others = "..."

  init(_ key: String) {
    var rest = key
    if rest.hasSuffix("|null"), !rest.hasSuffix("||null") {
      rest.removeLast(5)
      isNullable = true
    }
    let marks = rest.reversed().prefix { $0 == "?" }.count
    isOptional = marks % 2 == 1
    rest.removeLast(marks)
    if rest.hasSuffix("||null") {
      rest.removeLast(6)
      rest += "|null"
    } else {
      isMisplaced = rest.hasSuffix("|null")
    }
    name = rest == "......" ? Self.others : rest + String(repeating: "?", count: marks / 2)
  }
}
