import PlumbModel

/// What stands at a place of an item, when it is no text.
enum KeyToken: Hashable, Sendable {
  case number(Double)
  case boolean(Bool)
  case null
  case object
  /// A list begins.
  case list
}

/// Makes sort keys of what the items of a page hold.
///
/// It is told of each item in the order of the body: ``beginItem()``, then each value at one of its
/// paths, in document order. A missing or null value makes a missing key, and so does a sum with a
/// missing part.
struct KeyReader {
  /// The keys read so far: by reading, then by key.
  private(set) var columns: [[KeyColumn]]
  /// The number of items, those beyond the limit included.
  private(set) var count = 0

  private var terms: [KeyTerm] = []
  private var keys: [Key] = []
  private var uses: [[Use]]
  private let limit: Int
  private var isOpen = false

  /// The terms of one key, and the column that it goes to.
  private struct Key {
    var terms: Range<Int>
    var reading: Int
    var column: Int
  }

  /// What a place is to a term.
  private struct Use {
    var term: Int
    var part: KeyTerm.Part
  }

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - columns: The keys to be read: by reading, then by key.
  ///   - paths: The places that it will be told of, by index.
  ///   - limit: The most items whose keys are kept.
  init(columns readings: [[SortKey]], paths: [FieldPath], limit: Int = .max) {
    columns = readings.map { $0.map { _ in KeyColumn() } }
    uses = Array(repeating: [], count: paths.count)
    self.limit = limit
    for (reading, list) in readings.enumerated() {
      for (column, key) in list.enumerated() {
        let start = terms.count
        terms += key.terms.map { KeyTerm($0, key.collation) }
        keys.append(Key(terms: start..<terms.count, reading: reading, column: column))
      }
    }
    for term in terms.indices {
      for (path, part) in terms[term].parts {
        guard let index = paths.firstIndex(of: path) else { continue }
        uses[index].append(Use(term: term, part: part))
      }
    }
  }

  /// Begins the next item.
  mutating func beginItem() {
    isOpen = count < limit
    count += 1
    guard isOpen else { return }
    for index in terms.indices { terms[index].clear() }
  }

  /// Takes a text, its escapes resolved, at the place of this index.
  mutating func take(_ path: Int, text: some Collection<UInt8>) {
    guard isOpen else { return }
    for use in uses[path] { terms[use.term].take(use.part, text: text) }
  }

  /// Takes any other value, or the beginning of an item of a list, at the place of this index.
  mutating func take(_ path: Int, _ token: KeyToken) {
    guard isOpen else { return }
    for use in uses[path] { terms[use.term].take(use.part, token) }
  }

  /// Ends the item: its keys are made.
  mutating func endItem() {
    guard isOpen else { return }
    isOpen = false
    for key in keys {
      if key.terms.count == 1 {
        terms[key.terms.lowerBound].append(to: &columns[key.reading][key.column])
      } else {
        let sum = sum(key.terms)
        if let sum {
          columns[key.reading][key.column].append(number: sum)
        } else {
          columns[key.reading][key.column].appendMissing()
        }
      }
    }
  }

  private func sum(_ range: Range<Int>) -> Double? {
    var sum = 0.0
    for index in range {
      guard let number = terms[index].number else { return nil }
      sum += number
    }
    return sum
  }
}
