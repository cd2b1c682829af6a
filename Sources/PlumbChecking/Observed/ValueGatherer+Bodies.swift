import PlumbModel
import PlumbText

extension ValueGatherer {
  /// Adds a body that comes from no recording, if it is whole JSON in which nothing is doubtful;
  /// whether it is.
  ///
  /// - Parameter rank: Its rank among all bodies: the order of members and the example depend on it.
  package mutating func add(_ body: [UInt8], rank: Int) -> Bool {
    let buffer = body + [UInt8](repeating: 0, count: ExchangeLayout.padding)
    return add(
      body.indices,
      in: buffer.span.bytes,
      from: ExchangeSource(file: "", rank: rank, session: "")
    ) { FilePlace(line: 0, column: 0, offset: $0.lowerBound) }
  }

  /// What was seen so far.
  package var observed: ObservedValue {
    var gatherer = self
    return gatherer.finish().observed([:])
  }
}
