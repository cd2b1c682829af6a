/// Joins findings that differ only in a name, when there are too many of them.
///
/// An object that is documented with rows and comes with hundreds of other names has one fault: its
/// members are named by data. Each such finding is counted twice, by itself and in a group, and one
/// of both is said, so that the result is the same however the exchanges were split.
enum ManyNames {
  /// The most names of one object that are told apart.
  static let limit = 200

  /// The entries that are said.
  static func joined(_ entries: [FindingEntry]) -> [FindingEntry] {
    var names: [FindingKey: Int] = [:]
    for entry in entries where isOne(entry) { names[entry.key.group, default: 0] += 1 }
    var joined: Set<FindingKey> = []
    for entry in entries where isGroup(entry) {
      if entry.hasMoreNames || names[entry.key, default: 0] > limit { joined.insert(entry.key) }
    }
    return entries.filter { entry in
      isGroup(entry)
        ? joined.contains(entry.key) : !isOne(entry) || !joined.contains(entry.key.group)
    }
  }

  private static func isGroup(_ entry: FindingEntry) -> Bool {
    entry.key.isNamedByData && entry.name == nil
  }

  private static func isOne(_ entry: FindingEntry) -> Bool {
    entry.key.isNamedByData && entry.name != nil
  }
}
