/// A deterministic automaton that is made as it is used.
///
/// A state is known by where its row of transitions begins, so that a byte costs one addition and
/// one read.
struct LazyAutomaton {
  /// The most states, each of which stands for a set of states of the program.
  private static let mostStates = 4_096
  /// The most entries in all those sets together, which bounds the memory.
  private static let mostEntries = 1 << 20
  /// The mark of a transition that is not known yet.
  private static let unknown: Int32 = -1
  /// The state from which nothing matches.
  private static let dead: Int32 = 0

  private var simulation: PatternSimulation
  private let classes: [UInt8]
  /// Rows are as long as the number of classes, rounded up to this power of two.
  private let rowBits: Int32
  private var transitions: [Int32] = []
  private var accepts: [Bool] = []
  private var sets: [[Int32]] = []
  private var entries = 0
  private var rows: [[Int32]: Int32] = [:]
  private var start: Int32 = 0

  init(_ program: PatternProgram) {
    simulation = PatternSimulation(program)
    classes = program.classes
    rowBits = Int32(Int.bitWidth - (program.representatives.count - 1).leadingZeroBitCount)
    // These two always find room.
    _ = row(of: [])
    start = row(of: simulation.initial()) ?? Self.dead
  }

  mutating func matches(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    var state = start
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byteClass = Int32(truncatingIfNeeded: classes[Int(bytes.byte(offset))])
      var next = transitions[Int(state &+ byteClass)]
      if next <= Self.dead {
        if next == Self.dead { return false }
        guard let made = makeTransition(from: state, byteClass) else {
          return simulation.matches(bytes, offset..<range.upperBound, from: sets[number(of: state)])
        }
        next = made
      }
      state = next
      offset &+= 1
    }
    return accepts[number(of: state)]
  }

  private func number(of row: Int32) -> Int { Int(row &>> rowBits) }

  private mutating func makeTransition(from state: Int32, _ byteClass: Int32) -> Int32? {
    let set = simulation.step(from: sets[number(of: state)], byteClass: Int(byteClass))
    guard let target = row(of: set) else { return nil }
    transitions[Int(state + byteClass)] = target
    return target
  }

  /// Returns the state that stands for a set; `nil` when there is no room for a new one.
  private mutating func row(of set: [Int32]) -> Int32? {
    if let known = rows[set] { return known }
    let hasRoom = sets.count < Self.mostStates && entries + set.count <= Self.mostEntries
    guard sets.count < 2 || hasRoom else { return nil }
    let row = Int32(transitions.count)
    rows[set] = row
    sets.append(set)
    entries += set.count
    accepts.append(simulation.accepts(set))
    transitions.append(contentsOf: repeatElement(Self.unknown, count: 1 << Int(rowBits)))
    return row
  }
}
