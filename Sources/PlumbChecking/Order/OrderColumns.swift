import PlumbModel

/// The values of the sort keys of one page.
struct OrderColumns: Hashable, Sendable {
  /// The most items of a page whose other keys are kept.
  static let sampleSize = 200
  /// Pages of fewer items keep their other keys always: they are too short to say whether they are
  /// in order.
  static let shortPage = 8

  /// The number of items.
  var count = 0
  /// The keys of the order that the request asks for: by reading, then by key.
  var asked: [[KeyColumn]] = []
  /// The keys of the other orders, in their first reading, for the first items; by the value of
  /// the parameter. Empty for a page that is in the order asked for, as nothing is to be explained.
  var sample: [String: [KeyColumn]] = [:]

  /// How often neighbouring items rise and fall, by reading; empty when it was not counted.
  var turns: [Turns] = []

  /// How often neighbouring items rise and fall by the only key of a reading.
  struct Turns: Hashable, Sendable {
    var rises: Int
    var falls: Int
  }

  /// The keys of one reading; columns without values for a page that has none.
  func asked(_ reading: Int, keys: [SortKey]) -> [KeyColumn] {
    asked.indices.contains(reading) ? asked[reading] : keys.map { _ in KeyColumn() }
  }
}

extension OrderPlan {
  /// Reads the keys of one page.
  ///
  /// - Parameters:
  ///   - choice: The order that the request asks for.
  ///   - feed: Tells a reader what the items hold. It is called a second time when the page is not
  ///     in the order asked for, so that the order which it is in can be named.
  func columns(for choice: Int, feed: (inout KeyReader) -> Void) -> OrderColumns {
    var reader = KeyReader(columns: choices[choice].readings, paths: paths)
    feed(&reader)
    var columns = OrderColumns(count: reader.count, asked: reader.columns)
    guard parameter != nil, needsSample(columns, choice) else { return columns }
    var others: [(value: String, keys: [SortKey])] = []
    for (index, other) in choices.enumerated() where index != choice {
      guard let value = other.value, let keys = other.readings.first else { continue }
      others.append((value, keys))
    }
    guard !others.isEmpty else { return columns }
    reader = KeyReader(columns: others.map(\.keys), paths: paths, limit: OrderColumns.sampleSize)
    feed(&reader)
    for (index, other) in others.enumerated() {
      columns.sample[other.value] = reader.columns[index]
    }
    return columns
  }

  /// The columns of a page that has to keep no more than the keys of the order asked for; `nil`
  /// when it has to keep others too.
  func settled(_ columns: [[KeyColumn]], _ choice: Int, _ count: Int) -> OrderColumns? {
    var page = OrderColumns(count: count, asked: columns)
    guard count > 0 else { return page }
    guard parameter == nil || count >= OrderColumns.shortPage else { return nil }
    var holds = parameter == nil
    for (reading, keys) in choices[choice].readings.enumerated() {
      guard let verdict = QuickOrder.verdict(keys, [columns[reading]]) else {
        page.turns = []
        if holds { return page }
        continue
      }
      holds = holds || verdict.holds
      if let turns = verdict.turns, page.turns.count == reading { page.turns.append(turns) }
    }
    return holds ? page : nil
  }

  private func needsSample(_ columns: OrderColumns, _ choice: Int) -> Bool {
    if columns.count < OrderColumns.shortPage { return columns.count > 0 }
    return !choices[choice].readings.indices.contains { reading in
      let keys = ChainKeys(choices[choice].readings[reading], [columns.asked[reading]])
      return keys.directions.contains { keys.breaks($0, limit: 1).isEmpty }
    }
  }
}
