import PlumbText

/// What was seen of the values in one place, while bodies are read one after the other.
struct ValueTally {
  private var texts = TextTally()
  private var last: ValueOrder
  private var nulls = 0
  private var trues = 0
  private var falses = 0
  private var objects = 0
  private var lists = 0
  private var empties = 0
  private var leastSize = Int.max
  private var greatestSize = -1
  private var isOpen = false
  private var numbers = NumberTally()
  /// The kinds of values that were seen, as bits: the first of each is an example.
  private var kinds: UInt8 = 0

  /// Begins with nothing seen.
  init(in exchange: ValueOrder) {
    last = exchange
  }

  /// Adds a value; whether it is to be an example.
  @inline(__always)
  mutating func add(
    _ value: TapedValue,
    at start: Int,
    of exchange: ValueOrder,
    _ bytes: RawSpan,
    _ scratch: inout [UInt8]
  ) -> Bool {
    last = exchange
    let length = Int(value.length)
    let kind: ObservedValue.Kind
    switch value.kind {
    case .plainText:
      kind = .string
      texts.add(bytes, start..<(start &+ length), length: length)
    case .text:
      kind = .string
      addText(bytes, start..<(start &+ length), &scratch)
    case .plainNumber:
      kind = .digits
      numbers.addPlain(bytes, start..<(start &+ length))
    case .number:
      kind = .number
      numbers.add(bytes, start..<(start &+ length))
    case .null:
      kind = .null
      nulls &+= 1
    case .true:
      kind = .boolean
      trues &+= 1
    case .false:
      kind = .boolean
      falses &+= 1
    case .object:
      kind = .object
      objects &+= 1
      if length == 0 { empties &+= 1 }
    case .list:
      kind = .list
      lists &+= 1
      if length == 0 { empties &+= 1 }
      leastSize = min(leastSize, length)
      greatestSize = max(greatestSize, length)
    case .more:
      isOpen = true
      return false
    }
    let bit: UInt8 = 1 << kind.rawValue
    guard kinds & bit == 0 else { return false }
    kinds |= bit
    return true
  }

  /// Adds a string with escapes, or with more than ASCII.
  @inline(never)
  private mutating func addText(_ bytes: RawSpan, _ text: Range<Int>, _ scratch: inout [UInt8]) {
    guard NameText.hasEscape(bytes, text) else {
      return texts.add(bytes, text, length: FilePlace.countScalars(bytes, text))
    }
    let room = text.count + JSONUnescaping.slack
    if scratch.count < room { scratch = [UInt8](repeating: 0, count: 2 * room) }
    var span = scratch.mutableSpan
    var output = span.mutableBytes
    let end = JSONUnescaping.write(bytes, text, into: &output, at: 0)
    let meant = scratch.span
    texts.add(meant.bytes, 0..<end, length: FilePlace.countScalars(meant.bytes, 0..<end))
  }

  /// What was seen, in the form that adds up.
  var sketch: ValueSketch {
    var sketch = ValueSketch()
    sketch.nulls = nulls
    sketch.booleans = trues + falses
    sketch.objects = objects
    sketch.lists = lists
    sketch.empties = empties
    if lists > 0 { sketch.sizes = .init(least: leastSize, greatest: greatestSize) }
    sketch.isOpen = isOpen
    sketch.last = last
    numbers.add(to: &sketch)
    texts.add(to: &sketch)
    for (word, count) in [("true", trues), ("false", falses)] where count > 0 {
      sketch.values.add(Array(word.utf8), isString: false, count: count)
    }
    return sketch
  }
}
