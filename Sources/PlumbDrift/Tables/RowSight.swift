public import PlumbChecking

/// What was seen of one row: counts, values, an example, the first and the last place.
public struct RowSight: Hashable, Sendable {
  /// What was seen of its values, without the rows in it.
  public var value: ObservedValue

  /// How many objects could have held it; `nil` for the body itself.
  public var of: Int?

  /// Takes what concerns the row itself, and its items where it is a list.
  public init(_ value: ObservedValue, of total: Int?) {
    self.value = value.alone
    of = total
  }

  /// The first value that is not `null`, where it is a string, a number or a boolean; the rows of
  /// an object have examples of their own. A list has that of its items.
  public var example: ObservedValue.Example? {
    [value.example, value.items.first?.example].compactMap { $0 }.first(where: \.isSimple)
  }

  /// Where it was seen first with a value that is not `null`.
  public var first: Place? { value.example?.place }

  /// The recording in which it was seen last, `null` or not.
  public var last: Place? { value.last }
}

extension ObservedValue.Example {
  /// Whether it is no object and no list.
  package var isSimple: Bool { json.first.map { !"{[".contains($0) } ?? false }
}

extension ObservedValue {
  /// The same without the members of objects, which are rows of their own.
  fileprivate var alone: ObservedValue {
    var value = self
    value.members = []
    value.others = []
    value.firsts = [:]
    value.items = items.map(\.alone)
    return value
  }
}
