/// A deterministic automaton that is made as it is used.
struct LazyAutomaton {
  /// The most states, each of which stands for a set of states of the program.
  private static let mostStates = 4_096
  /// The most entries in all those sets together, which bounds the memory.
  private static let mostEntries = 1 << 20
  /// The mark of a transition that is not known yet.
  private static let unknown: UInt16 = .max
  /// The state from which nothing matches.
  private static let dead: UInt16 = 0

  private var simulation: PatternSimulation
  private let classes: [UInt8]
  private let stride: Int
  private var transitions: [UInt16] = []
  private var accepts: [Bool] = []
  private var sets: [[Int32]] = []
  private var entries = 0
  private var numbers: [[Int32]: UInt16] = [:]
  private var start: UInt16 = 0

  init(_ program: PatternProgram) {
    simulation = PatternSimulation(program)
    classes = program.classes
    stride = program.representatives.count
    _ = number(of: [])
    // The first two always find room.
    start = number(of: simulation.initial()) ?? Self.dead
  }

  mutating func matches(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    var state = start
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byteClass = Int(classes[Int(bytes.byte(offset))])
      var next = transitions[Int(state) &* stride &+ byteClass]
      if next == Self.unknown {
        guard let made = makeTransition(from: state, byteClass) else {
          return simulation.matches(bytes, offset..<range.upperBound, from: sets[Int(state)])
        }
        next = made
      }
      if next == Self.dead { return false }
      state = next
      offset &+= 1
    }
    return accepts[Int(state)]
  }

  private mutating func makeTransition(from state: UInt16, _ byteClass: Int) -> UInt16? {
    let set = simulation.step(from: sets[Int(state)], byteClass: byteClass)
    guard let target = number(of: set) else { return nil }
    transitions[Int(state) * stride + byteClass] = target
    return target
  }

  /// Returns the state that stands for a set; `nil` when there is no room for a new one.
  private mutating func number(of set: [Int32]) -> UInt16? {
    if let known = numbers[set] { return known }
    let hasRoom = sets.count < Self.mostStates && entries + set.count <= Self.mostEntries
    guard sets.count < 2 || hasRoom else { return nil }
    let number = UInt16(sets.count)
    numbers[set] = number
    sets.append(set)
    entries += set.count
    accepts.append(simulation.accepts(set))
    transitions.append(contentsOf: repeatElement(Self.unknown, count: stride))
    return number
  }
}
