extension ValueSketch {
  /// What was seen, as it is handed on.
  ///
  /// - Parameter names: The files by their ranks.
  func observed(_ names: [Int: String]) -> ObservedValue {
    var value = ObservedValue()
    value.nulls = nulls
    value.booleans = booleans
    value.integers = integers
    value.decimals = decimals
    value.fractions = fractions
    value.strings = strings
    value.objects = objects
    value.lists = lists
    value.empties = empties
    value.numbers = numbers
    value.lengths = lengths
    value.sizes = sizes
    value.values = values.values
    value.form = form.form
    value.example =
      examples.filter { $0.key != .null }.values
      .min { $0.order < $1.order }?.example
    value.firsts = examples.mapValues(\.example)
    value.last = last.map { last in
      Place(
        recording: names[last.rank] ?? "",
        entry: last.entry < 0 ? nil : last.entry,
        pointer: "",
        line: 0,
        column: 0,
        offset: 0
      )
    }
    value.items = items.map { $0.observed(names) }
    value.others = others.map { $0.observed(names) }
    value.members = orderedNames.compactMap { name in
      members[name].map { member in
        ObservedValue.Member(
          name: String(decoding: name, as: UTF8.self),
          value: member.value.observed(names)
        )
      }
    }
    value.isOpen = isOpen
    return value
  }

  /// The names of members, each behind the one that it was first seen behind.
  private var orderedNames: [[UInt8]] {
    var names: [[UInt8]] = []
    for (name, member) in members.sorted(by: { $0.value.first < $1.value.first }) {
      let index = member.previous.flatMap(names.firstIndex).map { $0 + 1 }
      names.insert(name, at: index ?? 0)
    }
    return names
  }
}
