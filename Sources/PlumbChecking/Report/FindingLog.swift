import PlumbModel
import PlumbText

/// Where findings are kept while exchanges are read: one entry for each cause, however often.
final class FindingLog {
  /// Where in a body something was found.
  enum Site {
    /// The value that begins where the range does.
    case value(Range<Int>)
    /// A member, named here, with its value there.
    case member(name: Range<Int>, value: Int)
    /// The name of a member.
    case name(Range<Int>)
    /// The object that ends with this brace.
    case object(end: Int)
    /// Bytes inside a value.
    case inside(Range<Int>)
    /// One byte that may be no part of a value.
    case byte(Int)
    /// The body as a whole.
    case root(Range<Int>)
    /// Outside the body: the request, the status line, a header field.
    case message(Range<Int>)
  }

  /// A place that still has to be worked out: the exchange's bytes are needed for it.
  struct Pending {
    var entry: Int
    var site: Site
    var found: String
  }

  private(set) var entries: [FindingKey: Int] = [:]
  private(set) var list: [FindingEntry] = []
  private(set) var pending: [Pending] = []
  /// The table that is being read; what it belongs to.
  var table: Int32 = 0
  /// When set, whatever is found counts as this rule: the body of a refusal.
  var insteadOf: RuleID?
  /// When set, whatever is found is a symptom of this entry.
  var cause: Int?
  private var exchange = 0
  /// The exchange that comes last in the order of files, of all that were read.
  private var greatest: (rank: Int, file: String, entry: Int) = (-1, "", -1)
  /// Whether the exchange that is being read stands before another one that was read already.
  private var isEarly = false
  /// The entries that were met last, by a few bits of their keys: what is wrong in one item of a
  /// list is mostly wrong in all, and then no key is hashed.
  private var recent = [Int](repeating: -1, count: 64)
  private let placeLimit: Int

  init(placeLimit: Int) {
    self.placeLimit = placeLimit
  }

  /// Notes an occurrence.
  ///
  /// - Returns: The entry, for symptoms.
  @discardableResult
  func note(
    _ rule: RuleID,
    node: Int32 = 0,
    kind: String,
    found: @autoclosure () -> String,
    detail: UInt64 = 0,
    name: () -> String? = { nil },
    at site: Site
  ) -> Int {
    if let cause {
      noteSymptom(of: cause, rule, node: node)
      return cause
    }
    let key = FindingKey(
      rule: insteadOf ?? rule,
      underlying: insteadOf == nil ? nil : rule,
      table: table,
      node: node,
      kind: kind,
      detail: detail
    )
    let index = entry(for: key, name: name)
    // A refusal's body is one thing: what else it breaks is a symptom.
    if insteadOf != nil { cause = index }
    count(index, site, found)
    if list[index].group >= 0 { count(list[index].group, site, found) }
    return index
  }

  private func count(_ index: Int, _ site: Site, _ found: () -> String) {
    if list[index].count(in: exchange, placeLimit: placeLimit, isEarly: isEarly) {
      pending.append(Pending(entry: index, site: site, found: found()))
    }
  }

  /// Notes what an entry's cause broke besides.
  func noteSymptom(of entry: Int, _ rule: RuleID, node: Int32) {
    list[entry].addSymptom(SymptomKey(rule: rule, node: node))
    let group = list[entry].group
    if group >= 0 { list[group].addSymptom(SymptomKey(rule: rule, node: node)) }
  }

  private func entry(for key: FindingKey, name: () -> String?) -> Int {
    let place = (Int(key.node) &* 8 &+ Int(key.rule.rawValue)) & 63
    let known = recent[place]
    if known >= 0, list[known].key == key { return known }
    let entry = entries[key] ?? newEntry(for: key, name: name)
    // Where more names than are kept share an entry, each has to be looked up.
    if list[entry].key == key { recent[place] = entry }
    return entry
  }

  private func newEntry(for key: FindingKey, name: () -> String?) -> Int {
    var group = -1
    if key.isNamedByData {
      group = entries[key.group] ?? add(FindingEntry(key: key.group, name: nil))
      guard list[group].names < ManyNames.limit else {
        list[group].hasMoreNames = true
        return group
      }
      list[group].names += 1
    }
    var entry = FindingEntry(key: key, name: name())
    entry.group = group
    return add(entry)
  }

  private func add(_ entry: FindingEntry) -> Int {
    entries[entry.key] = list.count
    list.append(entry)
    return list.count - 1
  }

  /// Begins the next exchange.
  func begin(_ source: ExchangeSource) {
    follow(source)
    exchange += 1
    table = 0
    insteadOf = nil
    cause = nil
  }

  /// Notes whether the exchanges still come in their order.
  private func follow(_ source: ExchangeSource) {
    let entry = source.entry ?? 0
    if source.rank == greatest.rank {
      isEarly = entry < greatest.entry
    } else if source.isNamed, greatest.rank >= 0 {
      isEarly = FileOrder.precedes(source.file, greatest.file)
    } else {
      isEarly = source.rank < greatest.rank
    }
    if !isEarly { greatest = (source.rank, source.file, entry) }
  }

  /// Takes all entries; the log starts anew.
  func takeEntries() -> [FindingEntry] {
    for index in list.indices { list[index].finish(placeLimit: placeLimit) }
    defer {
      greatest = (-1, "", -1)
      entries = [:]
      list = []
      for place in recent.indices { recent[place] = -1 }
    }
    return list
  }

  /// Takes the places that still have to be worked out.
  func takePending() -> [Pending] {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending
  }

  /// Keeps a place that was worked out.
  func keep(_ place: LogPlace, in entry: Int) {
    list[entry].keep(place, placeLimit: placeLimit)
  }
}
