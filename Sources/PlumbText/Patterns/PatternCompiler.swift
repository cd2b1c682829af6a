/// Turns what a pattern says into an automaton, from its end to its beginning.
struct PatternCompiler {
  /// The most states of an automaton.
  static let mostStates = 10_000
  /// The most steps of compiling; repeats of nothing take steps without making states.
  private static let mostSteps = 100_000

  private var program = PatternProgram()
  private var steps = 0

  mutating func compile(_ node: PatternNode) throws(SyntaxError) -> PatternProgram {
    let end = try add(.match)
    program.start = try compile(node, then: end)
    program.classify()
    return program
  }

  private mutating func add(_ state: PatternProgram.State) throws(SyntaxError) -> Int32 {
    guard program.states.count < Self.mostStates else { throw Self.tooLarge }
    program.states.append(state)
    return Int32(program.states.count - 1)
  }

  private static var tooLarge: SyntaxError {
    SyntaxError(
      message: "expected a pattern of at most \(mostStates) states: use smaller repeats, or \"*\"",
      offset: 0
    )
  }

  /// Returns the state from which a node, and after it another state, is read.
  private mutating func compile(
    _ node: PatternNode,
    then next: Int32
  ) throws(SyntaxError) -> Int32 {
    steps += 1
    guard steps <= Self.mostSteps else { throw Self.tooLarge }
    switch node {
    case .anchor: return next
    case .set(let set): return try compile(set, then: next)
    case .sequence(let nodes):
      var state = next
      for node in nodes.reversed() { state = try compile(node, then: state) }
      return state
    case .alternatives(let nodes):
      var state: Int32?
      for node in nodes.reversed() {
        let branch = try compile(node, then: next)
        state = if let state { try add(.split(branch, state)) } else { branch }
      }
      return state ?? next
    case .repetition(let node, let least, let most):
      return try compile(node, least: least, most: most, then: next)
    }
  }

  private mutating func compile(
    _ node: PatternNode,
    least: Int,
    most: Int?,
    then next: Int32
  ) throws(SyntaxError) -> Int32 {
    var state = next
    if let most {
      for _ in least..<most {
        let body = try compile(node, then: state)
        state = try add(.split(body, next))
      }
    } else {
      state = try add(.match)
      let body = try compile(node, then: state)
      program.states[Int(state)] = .split(body, next)
    }
    for _ in 0..<least { state = try compile(node, then: state) }
    return state
  }

  private mutating func compile(_ set: ScalarSet, then next: Int32) throws(SyntaxError) -> Int32 {
    // Sequences that end alike share their last states.
    var tails: [[ClosedRange<UInt8>]: Int32] = [[]: next]
    var first: [PatternProgram.Edge] = []
    for range in set.ranges {
      for sequence in UTF8Ranges.sequences(range) {
        let tail = try compile(Array(sequence.dropFirst()), &tails)
        first.append(.init(bytes: sequence[0], target: tail))
      }
    }
    return try read(first)
  }

  private mutating func compile(
    _ tail: [ClosedRange<UInt8>],
    _ tails: inout [[ClosedRange<UInt8>]: Int32]
  ) throws(SyntaxError) -> Int32 {
    if let state = tails[tail] { return state }
    let rest = try compile(Array(tail.dropFirst()), &tails)
    let state = try read([.init(bytes: tail[0], target: rest)])
    tails[tail] = state
    return state
  }

  private mutating func read(_ edges: [PatternProgram.Edge]) throws(SyntaxError) -> Int32 {
    let start = Int32(program.edges.count)
    program.edges += edges
    return try add(.read(start..<(start + Int32(edges.count))))
  }
}
