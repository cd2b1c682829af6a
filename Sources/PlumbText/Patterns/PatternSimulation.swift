/// Follows all ways through a program at once, a byte at a time.
struct PatternSimulation {
  private let program: PatternProgram
  /// In which round a state was last reached, so that it is reached once a round.
  private var reached: [UInt32]
  private var round: UInt32 = 0
  private var pending: [Int32] = []

  init(_ program: PatternProgram) {
    self.program = program
    reached = Array(repeating: 0, count: program.states.count)
  }

  /// Returns the states in which a value begins, in order.
  mutating func initial() -> [Int32] {
    beginRound()
    var set: [Int32] = []
    reach(program.start, &set)
    return set.sorted()
  }

  /// Returns the states that follow on a byte of a class, in order.
  mutating func step(from set: [Int32], byteClass: Int) -> [Int32] {
    var next: [Int32] = []
    advance(set, program.representatives[byteClass], &next)
    return next.sorted()
  }

  /// Returns whether a value may end in one of these states.
  func accepts(_ set: [Int32]) -> Bool {
    set.contains { state in
      if case .match = program.states[Int(state)] { true } else { false }
    }
  }

  /// Returns whether the rest of a value matches from these states on.
  mutating func matches(_ bytes: RawSpan, _ range: Range<Int>, from set: [Int32]) -> Bool {
    var current = set
    var next: [Int32] = []
    for offset in range {
      next.removeAll(keepingCapacity: true)
      advance(current, bytes.byte(offset), &next)
      if next.isEmpty { return false }
      swap(&current, &next)
    }
    return accepts(current)
  }

  private mutating func beginRound() {
    if round == .max {
      reached = Array(repeating: 0, count: reached.count)
      round = 0
    }
    round += 1
  }

  private mutating func advance(_ set: [Int32], _ byte: UInt8, _ next: inout [Int32]) {
    beginRound()
    for state in set {
      guard case .read(let edges) = program.states[Int(state)] else { continue }
      for index in edges where program.edges[Int(index)].bytes.contains(byte) {
        reach(program.edges[Int(index)].target, &next)
      }
    }
  }

  /// Adds a state with all that follow it without a byte.
  private mutating func reach(_ state: Int32, _ set: inout [Int32]) {
    pending.append(state)
    while let state = pending.popLast() {
      guard reached[Int(state)] != round else { continue }
      reached[Int(state)] = round
      if case .split(let one, let two) = program.states[Int(state)] {
        pending.append(two)
        pending.append(one)
      } else {
        set.append(state)
      }
    }
  }
}
