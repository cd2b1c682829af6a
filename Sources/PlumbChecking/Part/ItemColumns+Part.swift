import PlumbModel
import PlumbText

extension ItemColumns {
  /// Writes the items into a part; keys that are those of the order are not written twice.
  func write(to part: inout PartEncoder, orderKeys: [[KeyColumn]]) {
    part.name(pointer)
    part.steps(offsets)
    part.column(identities)
    let isShared = keys == orderKeys
    part.flag(isShared)
    if !isShared { KeyColumn.write(keys, to: &part) }
  }

  /// Reads items out of a part.
  init(from part: inout PartDecoder, orderKeys: [[KeyColumn]]) throws(PartFault) {
    pointer = try part.name()
    offsets = try part.steps(as: UInt32.self)
    identities = try part.column()
    guard identities.isEmpty || identities.count == offsets.count else { throw PartFault() }
    keys = try part.flag() ? orderKeys : KeyColumn.read(from: &part)
  }
}

extension OrderColumns {
  /// Writes the keys of a page into a part.
  func write(to part: inout PartEncoder) {
    part.count(count)
    KeyColumn.write(asked, to: &part)
    part.list(sample.sorted { $0.key < $1.key }) { choice, part in
      part.name(choice.key)
      part.list(choice.value) { $0.write(to: &$1) }
    }
    part.list(turns) { turns, part in
      part.count(turns.rises)
      part.count(turns.falls)
    }
  }

  /// Reads the keys of a page out of a part.
  init(from part: inout PartDecoder) throws(PartFault) {
    count = try part.count()
    asked = try KeyColumn.read(from: &part)
    let samples = try part.length()
    for _ in 0..<samples {
      let choice = try part.name()
      sample[choice] = try part.list { part throws(PartFault) in try KeyColumn(from: &part) }
    }
    turns = try part.list { part throws(PartFault) in
      Turns(rises: try part.count(), falls: try part.count())
    }
  }

  /// Whether the columns are those of an order and a choice, one value for each item.
  func fits(_ plan: OrderPlan?, choice: Int?, items: Int) -> Bool {
    guard let plan, let choice else { return choice == nil && asked.isEmpty && sample.isEmpty }
    guard plan.choices.indices.contains(choice), count == items else { return false }
    let readings = plan.choices[choice].readings
    guard asked.count <= readings.count, turns.count <= readings.count,
      zip(asked, readings).allSatisfy({ $0.count == $1.count }),
      asked.joined().allSatisfy({ $0.count == count })
    else { return false }
    return sample.allSatisfy { value, columns in
      let keys = plan.choices.first { $0.value == value }?.readings.first
      return keys?.count == columns.count
        && columns.allSatisfy { $0.count == columns.first?.count && $0.count <= count }
    }
  }
}

extension KeyColumn {
  /// Writes columns by reading, then by key.
  static func write(_ columns: [[KeyColumn]], to part: inout PartEncoder) {
    part.list(columns) { keys, part in
      part.list(keys) { $0.write(to: &$1) }
    }
  }

  /// Reads columns by reading, then by key.
  static func read(from part: inout PartDecoder) throws(PartFault) -> [[KeyColumn]] {
    try part.list { part throws(PartFault) in
      try part.list { part throws(PartFault) in try KeyColumn(from: &part) }
    }
  }

  /// Writes the column into a part: most hold texts alone.
  func write(to part: inout PartEncoder) {
    let isText = holds(.text) && !holds(.number) && !holds(.missing)
    part.flag(isText)
    if isText {
      part.steps(ends)
      part.bytes(arena)
      return
    }
    part.count(count)
    for index in 0..<count {
      part.byte(kind(index).rawValue)
      switch kind(index) {
      case .text: part.bytes(Array(text(index)))
      case .number: part.fixed(number(index).bitPattern)
      case .missing: break
      }
    }
  }

  /// Reads a column out of a part.
  init(from part: inout PartDecoder) throws(PartFault) {
    guard try part.flag() else {
      self.init()
      let count = try part.length()
      for _ in 0..<count {
        switch Kind(rawValue: try part.byte()) {
        case .text: append(text: try part.take())
        case .number: append(number: Double(bitPattern: try part.fixed()))
        case .missing: appendMissing()
        case nil: throw PartFault()
        }
      }
      return
    }
    let ends = try part.steps(as: Int32.self)
    let arena = try part.take()
    let isRising = zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }
    guard !ends.isEmpty, (ends.first ?? 0) >= 0, ends.last.map({ Int($0) }) == arena.count, isRising
    else { throw PartFault() }
    self.init(texts: arena, ends: ends)
  }
}
