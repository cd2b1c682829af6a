import PlumbText

/// What was seen of the values in one place, in the form that adds up in any order.
struct ValueSketch: Sendable {
  var nulls = 0
  var booleans = 0
  var integers = 0
  /// The integers that are written with a point or an exponent.
  var decimals = 0
  var fractions = 0
  var strings = 0
  var objects = 0
  var lists = 0
  var empties = 0

  var numbers: ObservedValue.Bounds<JSONNumber>?
  var lengths: ObservedValue.Bounds<Int>?
  var sizes: ObservedValue.Bounds<Int>?
  var values = DistinctValues()
  var form = TextForm()
  /// The first value of each kind.
  var examples: [ObservedValue.Kind: Example] = [:]
  /// The last exchange that held the place.
  var last: ValueOrder?

  /// The items of lists: one, or none.
  var items: [ValueSketch] = []
  /// The members of objects, by name.
  var members: [[UInt8]: Member] = [:]
  /// All members together, once their names are too many: one, or none.
  var others: [ValueSketch] = []
  var isOpen = false

  /// A value, and where it stands.
  struct Example: Sendable {
    var order: ValueOrder
    var example: ObservedValue.Example
  }

  /// A member, with where it was seen first.
  struct Member: Sendable {
    var first: ValueOrder
    /// The name that stood before it there; `nil` when it was the first.
    var previous: [UInt8]?
    var value = ValueSketch()
  }

  /// Begins with nothing seen.
  init() {}

  /// How many values were seen.
  var count: Int { nulls + booleans + integers + fractions + strings + objects + lists }

  /// Adds a number.
  mutating func add(_ number: JSONNumber) {
    let isPlain = number.text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- 0x30 < 10 }
    if isPlain || number.isInteger { integers += 1 } else { fractions += 1 }
    if !isPlain, number.isInteger { decimals += 1 }
    numbers = .joining(numbers, .init(least: number, greatest: number))
    values.add(Array(number.text.utf8), isString: false)
  }

  /// Adds a string.
  mutating func add(_ text: [UInt8]) {
    strings += 1
    if text.isEmpty { empties += 1 }
    let length = text.count { $0 & 0xc0 != 0x80 }
    lengths = .joining(lengths, .init(least: length, greatest: length))
    values.add(text, isString: true)
    let span = text.span
    form.add(span.bytes, text.indices)
  }

  /// Adds a boolean.
  mutating func add(_ boolean: Bool) {
    booleans += 1
    values.add(Array((boolean ? "true" : "false").utf8), isString: false)
  }

  /// Takes all members together, once there are too many: their names are keys.
  mutating func joinMembers() {
    guard members.count > ObservationLimits.memberNames || !others.isEmpty else { return }
    var joined = others.first ?? ValueSketch()
    for member in members.values { joined.merge(member.value) }
    (members, others) = ([:], [joined])
  }

  /// Adds all values of another sketch.
  mutating func merge(_ other: ValueSketch) {
    nulls += other.nulls
    booleans += other.booleans
    integers += other.integers
    decimals += other.decimals
    fractions += other.fractions
    strings += other.strings
    objects += other.objects
    lists += other.lists
    empties += other.empties
    numbers = .joining(numbers, other.numbers)
    lengths = .joining(lengths, other.lengths)
    sizes = .joining(sizes, other.sizes)
    values.merge(other.values)
    form.merge(other.form)
    isOpen = isOpen || other.isOpen
    examples.merge(other.examples) { $1.order < $0.order ? $1 : $0 }
    if let added = other.last { last = max(last ?? added, added) }
    mergeParts(other)
  }

  private mutating func mergeParts(_ other: ValueSketch) {
    if let added = other.items.first {
      if items.isEmpty { items = [added] } else { items[0].merge(added) }
    }
    if let added = other.others.first {
      if others.isEmpty { others = [added] } else { others[0].merge(added) }
    }
    for (name, added) in other.members {
      guard var member = members.removeValue(forKey: name) else {
        members[name] = added
        continue
      }
      if added.first < member.first {
        (member.first, member.previous) = (added.first, added.previous)
      }
      member.value.merge(added.value)
      members[name] = member
    }
    joinMembers()
  }
}

extension ObservedValue.Bounds where Value: Comparable {
  /// The bounds of what two bounds hold.
  static func joining(_ one: Self?, _ other: Self?) -> Self? {
    guard let one, let other else { return one ?? other }
    return Self(
      least: min(one.least, other.least),
      greatest: max(one.greatest, other.greatest)
    )
  }
}

extension ObservedValue.Bounds<JSONNumber> {
  /// The same of numbers; of equal ones the spelling is kept that goes before the other.
  static func joining(_ one: Self?, _ other: Self?) -> Self? {
    guard let one, let other else { return one ?? other }
    return Self(
      least: pick(one.least, other.least) { $0 < $1 },
      greatest: pick(one.greatest, other.greatest) { $0 > $1 }
    )
  }

  private static func pick(
    _ one: JSONNumber,
    _ other: JSONNumber,
    isBefore: (JSONNumber, JSONNumber) -> Bool
  ) -> JSONNumber {
    if isBefore(one, other) { return one }
    if isBefore(other, one) { return other }
    let texts = (Array(one.text.utf8), Array(other.text.utf8))
    return DistinctValues.Spelling.isBefore(texts.1, texts.0) ? other : one
  }
}
