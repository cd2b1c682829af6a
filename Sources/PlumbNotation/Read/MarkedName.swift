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

  /// What stands behind ``others`` in an object that has no members at all.
  static let none = "none"

  init(_ name: String, isOptional: Bool, isNullable: Bool = false) {
    self.name = name
    self.isOptional = isOptional
    self.isNullable = isNullable
  }

  /// The name with its marks, as a contract has it.
  var key: String {
    var key = name == Self.others ? "......" : name
    let marks = key.reversed().prefix { $0 == "?" }.count
    key.removeLast(marks)
    if key.hasSuffix("|null") { key = key.dropLast(5) + "||null" }
    key += String(repeating: "?", count: 2 * marks + (isOptional ? 1 : 0))
    // A name that ends in `|null` behind its own question marks is doubled like any other.
    return isNullable ? key + "|null" : key
  }

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
