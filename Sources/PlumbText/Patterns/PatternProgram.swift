/// A nondeterministic automaton over bytes.
struct PatternProgram: Sendable {
  /// A byte range that leads to another state.
  struct Edge: Sendable {
    let bytes: ClosedRange<UInt8>
    let target: Int32
  }

  /// What can be done without or with a byte.
  enum State: Sendable {
    /// Go on in both, without a byte.
    case split(Int32, Int32)
    /// Go along the edges, these among all, that hold the byte.
    case read(Range<Int32>)
    /// The value may end here.
    case match
  }

  var states: [State] = []
  var edges: [Edge] = []
  var start: Int32 = 0

  /// For each byte, which class of bytes that no edge tells apart it belongs to.
  var classes: [UInt8] = []

  /// A byte of each class.
  var representatives: [UInt8] = []

  /// Divides the bytes into classes, once all edges are there.
  mutating func classify() {
    var begins = [Bool](repeating: false, count: 257)
    begins[0] = true
    for edge in edges {
      begins[Int(edge.bytes.lowerBound)] = true
      begins[Int(edge.bytes.upperBound) + 1] = true
    }
    classes = []
    representatives = []
    for byte in 0...255 {
      if begins[byte] { representatives.append(UInt8(byte)) }
      classes.append(UInt8(representatives.count - 1))
    }
  }
}
