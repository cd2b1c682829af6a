/// What makes two occurrences one finding.
struct FindingKey: Hashable, Sendable {
  var rule: RuleID
  /// The rule that the occurrence would have had in the body of a success.
  var underlying: RuleID?
  /// The table, by its index in the plan; -1 - n for the operation n when no table is concerned.
  var table: Int32
  var node: Int32
  /// The kind of thing found.
  var kind: String
  /// What else tells findings apart: the hash of a name, a status.
  var detail: UInt64
}

extension FindingKey {
  /// Hashes what tells most findings apart; the rest is left to the comparison.
  func hash(into hasher: inout Hasher) {
    let place = UInt64(UInt32(bitPattern: table)) << 32 | UInt64(UInt32(bitPattern: node))
    hasher.combine(place &* 0x9e37_79b9_7f4a_7c15 ^ detail)
    hasher.combine(rule)
  }

  /// Whether the names that tell such findings apart come from what is read, so that there may be
  /// any number of them.
  var isNamedByData: Bool {
    switch underlying ?? rule {
    case .fieldUndocumented, .fieldRenamed: true
    case .statusForBadRequest: node < 0
    default: false
    }
  }

  /// The key of all findings that differ from this one in their name only.
  var group: FindingKey {
    var key = self
    key.detail = 0
    return key
  }
}

/// What makes two symptoms one.
struct SymptomKey: Hashable, Sendable {
  var rule: RuleID
  var node: Int32
}

/// All occurrences of one finding.
struct FindingEntry: Sendable {
  var key: FindingKey
  /// The name of the undocumented member, when one is concerned.
  var name: String?
  var count = 0
  var exchanges = 0
  var lastExchange = -1
  var placeCount = 0
  /// How many places of the last exchange were wanted although others come before them.
  private var early = 0
  var places: [LogPlace] = []
  var symptoms: [SymptomKey: Int] = [:]
  /// The entry that counts this one together with all others that differ in their name only; -1 for
  /// none.
  var group = -1
  /// Of such an entry the number of names that have an entry of their own.
  var names = 0
  /// Of such an entry whether there were more names than that.
  var hasMoreNames = false

  init(key: FindingKey, name: String?) {
    self.key = key
    self.name = name
  }

  /// Counts one occurrence; whether its place is still wanted.
  ///
  /// - Parameter isEarly: Whether the exchange stands before one that was read already, so that its
  ///   places come before those that are kept.
  mutating func count(in exchange: Int, placeLimit: Int, isEarly: Bool = false) -> Bool {
    count += 1
    if lastExchange != exchange {
      lastExchange = exchange
      exchanges += 1
      early = 0
    }
    if isEarly {
      early += 1
      return early <= placeLimit
    }
    guard placeCount < placeLimit else { return false }
    placeCount += 1
    return true
  }

  /// Keeps a place; of too many the first ones.
  mutating func keep(_ place: LogPlace, placeLimit: Int) {
    places.append(place)
    let (most, isTooMany) = placeLimit.addingReportingOverflow(placeLimit)
    guard !isTooMany, places.count >= most else { return }
    trim(placeLimit)
  }

  /// Lets go of the places that are too many, once all exchanges are read.
  mutating func finish(placeLimit: Int) {
    if places.count > placeLimit { trim(placeLimit) }
  }

  private mutating func trim(_ placeLimit: Int) {
    places.sort()
    if places.count > placeLimit { places.removeLast(places.count - placeLimit) }
  }

  mutating func addSymptom(_ symptom: SymptomKey, count: Int = 1) {
    symptoms[symptom, default: 0] += count
  }

  /// Adds the occurrences of another thread.
  mutating func merge(_ other: FindingEntry, placeLimit: Int) {
    count += other.count
    exchanges += other.exchanges
    hasMoreNames = hasMoreNames || other.hasMoreNames
    places += other.places
    for (symptom, count) in other.symptoms { addSymptom(symptom, count: count) }
    trim(placeLimit)
  }
}

/// A place with what it takes to order and to show it.
struct LogPlace: Hashable, Sendable, Comparable {
  var rank: Int
  /// The number of the place within its exchange, in the order of reading.
  var order = 0
  var place: Place
  var found: String
  /// The method and address of the request; `nil` for a bare body.
  var request: RequestLine?
  /// Whether the rank is no more than a number, because files come in any order: then their names
  /// say which is first.
  var isByName = false

  /// A request as a command shows it.
  struct RequestLine: Hashable, Sendable {
    var method: String
    var url: String
    /// The names of its header fields when the answer refused its credentials (401, 403).
    var refusedFields: [String]?
  }

  static func < (lhs: Self, rhs: Self) -> Bool {
    guard lhs.rank == rhs.rank || !(lhs.isByName || rhs.isByName) else {
      return FileOrder.precedes(lhs.place.recording, rhs.place.recording)
    }
    return (lhs.rank, lhs.place.entry ?? 0, lhs.order)
      < (rhs.rank, rhs.place.entry ?? 0, rhs.order)
  }
}

/// The order of files: standard input first, then by the bytes of their paths.
package enum FileOrder {
  /// Whether a file comes before another one.
  package static func precedes(_ lhs: String, _ rhs: String) -> Bool {
    if (lhs == "-") != (rhs == "-") { return lhs == "-" }
    return lhs.utf8.lexicographicallyPrecedes(rhs.utf8)
  }
}
