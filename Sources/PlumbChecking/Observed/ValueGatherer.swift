package import PlumbModel
package import PlumbText

/// Gathers what bodies of one kind hold, one body after the other.
///
/// A body is read onto a tape first. Only when it has ended well is anything made of its values, so
/// that a broken one leaves nothing behind. What was gathered is handed over, and gathering begins
/// anew, when there are too many places, or when a body stands before the last one.
package struct ValueGatherer {
  private var walk: ValueWalk
  private var tallies: [ValueTally] = []
  private var examples: [[ObservedValue.Kind: ValueSketch.Example]] = []
  private var scratch: [UInt8] = []
  /// What was handed over.
  private var sketch = ValueSketch()

  /// Begins with nothing seen.
  ///
  /// - Parameter depthLimit: The deepest nesting of a body.
  package init(depthLimit: Int) {
    walk = ValueWalk(depthLimit: depthLimit)
  }

  /// Adds a body, if it is whole JSON in which nothing is doubtful; whether it is.
  ///
  /// - Parameters:
  ///   - body: Where the body lies in `bytes`; what ends every scan must follow it.
  ///   - source: Where its exchange comes from.
  ///   - locate: Turns a range of `bytes` into a place in the file; called only for examples.
  @discardableResult
  package mutating func add(
    _ body: Range<Int>,
    in bytes: RawSpan,
    from source: ExchangeSource,
    locate: (Range<Int>) -> FilePlace
  ) -> Bool {
    let exchange = ValueOrder(rank: source.rank, entry: source.entry ?? -1, offset: 0)
    if exchange < walk.exchange || walk.nodes.count > 2 * ObservationLimits.places { handOver() }
    guard walk.read(body, of: exchange, in: bytes) else { return false }
    while tallies.count < walk.nodes.count {
      tallies.append(ValueTally(in: exchange))
      examples.append([:])
    }
    let wanted = count(body, in: bytes)
    if !wanted.isEmpty { keep(wanted, body, bytes, source, locate) }
    return true
  }

  /// Counts the values of the tape; those that are to be examples are returned.
  private mutating func count(_ body: Range<Int>, in bytes: RawSpan) -> [TapedValue] {
    var wanted: [TapedValue] = []
    let exchange = walk.exchange
    for value in walk.tape {
      let start = body.lowerBound &+ Int(value.start)
      if tallies[Int(value.node)].add(value, at: start, of: exchange, bytes, &scratch) {
        wanted.append(value)
      }
    }
    return wanted
  }

  private mutating func keep(
    _ wanted: [TapedValue],
    _ body: Range<Int>,
    _ bytes: RawSpan,
    _ source: ExchangeSource,
    _ locate: (Range<Int>) -> FilePlace
  ) {
    let ranges = wanted.map { $0.range(in: bytes, body) }
    let answers = PlaceFinder.answers(to: ranges.map { .value($0) }, in: bytes, body: body)
    for (value, (range, answer)) in zip(wanted, zip(ranges, answers)) {
      let file = locate(range)
      var order = walk.exchange
      order.offset = range.lowerBound - body.lowerBound
      let place = Place(
        recording: source.file,
        entry: source.entry,
        pointer: answer.pointer,
        line: file.line,
        column: file.column,
        offset: file.offset,
        length: max(1, range.count),
        excerpt: file.excerpt
      )
      let json = ExampleText.of(bytes, range)
      examples[Int(value.node)][value.kind.observed] = .init(
        order: order,
        example: .init(json: json, place: place)
      )
    }
  }

  /// Returns what was seen, and begins anew.
  mutating func finish() -> ValueSketch {
    handOver()
    defer { sketch = ValueSketch() }
    return sketch
  }

  private mutating func handOver() {
    if !tallies.isEmpty {
      sketch.merge(sketch(of: 0))
      sketch.keep(ObservationLimits.places)
    }
    walk = ValueWalk(depthLimit: walk.depthLimit)
    (tallies, examples) = ([], [])
  }

  private func sketch(of node: Int32) -> ValueSketch {
    var sketch = tallies[Int(node)].sketch
    sketch.examples = examples[Int(node)]
    let place = walk.nodes.nodes[Int(node)]
    if place.items >= 0 { sketch.items = [self.sketch(of: place.items)] }
    if place.others >= 0 { sketch.others = [self.sketch(of: place.others)] }
    for member in walk.nodes.labels[Int(node)].members {
      let label = walk.nodes.labels[Int(member)]
      sketch.members[label.name] = ValueSketch.Member(
        first: label.first,
        previous: label.previous < 0 ? nil : walk.nodes.labels[Int(label.previous)].name,
        value: self.sketch(of: member)
      )
    }
    sketch.joinMembers()
    return sketch
  }
}

extension TapedValue.Kind {
  /// What an example of it is an example of.
  fileprivate var observed: ObservedValue.Kind {
    switch self {
    case .null, .more: .null
    case .true, .false: .boolean
    case .plainNumber: .digits
    case .number: .number
    case .plainText, .text: .string
    case .object: .object
    case .list: .list
    }
  }
}

extension TapedValue {
  /// Where the value stands, with its quotes or brackets.
  fileprivate func range(in bytes: RawSpan, _ body: Range<Int>) -> Range<Int> {
    let first = body.lowerBound + Int(start)
    switch kind {
    case .plainText, .text: return (first - 1)..<(first + Int(length) + 1)
    case .plainNumber, .number: return first..<(first + Int(length))
    case .true, .null: return first..<(first + 4)
    case .false: return first..<(first + 5)
    case .object, .list, .more:
      return first..<ListItems.plainEnd(bytes, from: first, to: body.upperBound)
    }
  }
}
