import PlumbModel
import PlumbText

extension LawColumn {
  /// Writes the column into a part.
  func write(to part: inout PartEncoder) {
    part.count(column)
    part.column(hashes)
    part.steps(offsets)
    part.steps(lengths)
    part.steps(indices)
    part.count(depth)
    part.list(first) { $0.write(to: &$1) }
    part.optional(kind) { $1.byte($0.rawValue) }
    part.flag(isMixed)
    part.count(count)
    part.flag(isWhole)
    part.optional(least) { $0.write(to: &$1) }
    part.optional(greatest) { $0.write(to: &$1) }
  }

  /// Reads a column out of a part.
  init(from part: inout PartDecoder) throws(PartFault) {
    self.init(column: try part.count())
    hashes = try part.column()
    offsets = try part.steps(as: UInt32.self)
    lengths = try part.steps(as: Int32.self)
    indices = try part.steps(as: Int32.self)
    depth = try part.count()
    first = try part.list { part throws(PartFault) in try LawValue(from: &part) }
    kind = try part.optional { part throws(PartFault) in
      guard let kind = BodyTape.Kind(rawValue: try part.byte()) else { throw PartFault() }
      return kind
    }
    isMixed = try part.flag()
    count = try part.count()
    isWhole = try part.flag()
    least = try part.optional { part throws(PartFault) in try Bound(from: &part) }
    greatest = try part.optional { part throws(PartFault) in try Bound(from: &part) }
    let isPlaced = offsets.count == hashes.count
    let (tokens, isTooMany) = offsets.count.multipliedReportingOverflow(by: depth)
    guard isPlaced || offsets.isEmpty, lengths.count == offsets.count, !isTooMany,
      indices.count == tokens, isPlaced || depth == 0, lengths.allSatisfy({ $0 >= 0 })
    else { throw PartFault() }
  }
}

extension LawColumn.Bound {
  fileprivate func write(to part: inout PartEncoder) {
    value.write(to: &part)
    part.count(rank)
  }

  fileprivate init(from part: inout PartDecoder) throws(PartFault) {
    value = try LawValue(from: &part)
    rank = try part.count()
  }
}

extension LawValue {
  fileprivate func write(to part: inout PartEncoder) {
    switch self {
    case .text(let text):
      part.byte(0)
      part.saidName(text)
    case .number(let number):
      part.byte(1)
      part.name(number.text)
    case .boolean(let isTrue): part.byte(isTrue ? 3 : 2)
    }
  }

  fileprivate init(from part: inout PartDecoder) throws(PartFault) {
    switch try part.byte() {
    case 0: self = .text(try part.name())
    case 1:
      guard let number = JSONNumber(try part.name()) else { throw PartFault() }
      self = .number(number)
    case 2: self = .boolean(false)
    case 3: self = .boolean(true)
    default: throw PartFault()
    }
  }
}
