import PlumbModel
import PlumbText

@testable import PlumbChecking

/// A plain gatherer over trees, body by body: what the walk without trees is held against.
struct ReferenceGatherer {
  /// The rank of the file, and the entry in it.
  let source: ExchangeSource
  /// Where the body lies.
  let body: Range<Int>

  /// Adds a body, if it is whole JSON in which nothing is doubtful.
  func add(
    to sketch: inout ValueSketch,
    _ bytes: RawSpan,
    depthLimit: Int,
    locate: (Range<Int>) -> FilePlace
  ) {
    let limits = JSONDocument.Limits(depth: depthLimit)
    guard let document = try? JSONDocument(in: bytes, body, limits: limits),
      document.duplicates.isEmpty, document.loneSurrogates.isEmpty
    else { return }
    add(document.root, to: &sketch, JSONPointer(), bytes, locate)
  }

  private func order(_ range: Range<Int>) -> ValueOrder {
    ValueOrder(
      rank: source.rank,
      entry: source.entry ?? -1,
      offset: range.lowerBound - body.lowerBound
    )
  }

  private func add(
    _ node: JSONNode,
    to sketch: inout ValueSketch,
    _ pointer: JSONPointer,
    _ bytes: RawSpan,
    _ locate: (Range<Int>) -> FilePlace
  ) {
    let order = order(node.range)
    sketch.last = max(sketch.last ?? order.exchange, order.exchange)
    let kind = kind(of: node)
    if sketch.examples[kind].map({ order < $0.order }) ?? true {
      let place = place(of: node.range, pointer, locate(node.range))
      let json = ExampleText.of(bytes, node.range)
      sketch.examples[kind] = .init(order: order, example: .init(json: json, place: place))
    }
    switch node.value {
    case .null: sketch.nulls += 1
    case .boolean(let boolean): sketch.add(boolean)
    case .number(let number): sketch.add(number)
    case .string(let text): sketch.add(Array(text.utf8))
    case .array(let elements):
      sketch.lists += 1
      sketch.sizes = .joining(sketch.sizes, .init(least: elements.count, greatest: elements.count))
      guard !elements.isEmpty else { return sketch.empties += 1 }
      guard pointer.tokens.count < ObservationLimits.depth else { return sketch.isOpen = true }
      if sketch.items.isEmpty { sketch.items = [ValueSketch()] }
      for (index, element) in elements.enumerated() {
        add(element, to: &sketch.items[0], pointer.appending(String(index)), bytes, locate)
      }
    case .object(let members):
      sketch.objects += 1
      guard !members.isEmpty else { return sketch.empties += 1 }
      guard pointer.tokens.count < ObservationLimits.depth else { return sketch.isOpen = true }
      add(members, to: &sketch, pointer, bytes, locate)
    }
  }

  private func kind(of node: JSONNode) -> ObservedValue.Kind {
    switch node.value {
    case .null: .null
    case .boolean: .boolean
    case .number(let number):
      number.text.contains { !$0.isNumber && $0 != "-" } ? .number : .digits
    case .string: .string
    case .object: .object
    case .array: .list
    }
  }

  private func add(
    _ members: [JSONMember],
    to sketch: inout ValueSketch,
    _ pointer: JSONPointer,
    _ bytes: RawSpan,
    _ locate: (Range<Int>) -> FilePlace
  ) {
    var previous: [UInt8]?
    for member in members {
      let name = Array(member.name.utf8)
      let pointer = pointer.appending(member.name)
      if sketch.others.isEmpty {
        let first = order(member.value.range)
        var known =
          sketch.members.removeValue(forKey: name)
          ?? ValueSketch.Member(first: first, previous: previous)
        if first < known.first { (known.first, known.previous) = (first, previous) }
        add(member.value, to: &known.value, pointer, bytes, locate)
        sketch.members[name] = known
        sketch.joinMembers()
      } else {
        add(member.value, to: &sketch.others[0], pointer, bytes, locate)
      }
      previous = name
    }
  }

  private func place(of range: Range<Int>, _ pointer: JSONPointer, _ file: FilePlace) -> Place {
    Place(
      recording: source.file,
      entry: source.entry,
      pointer: pointer.description,
      line: file.line,
      column: file.column,
      offset: file.offset,
      length: max(1, range.count),
      excerpt: file.excerpt
    )
  }
}
