/// The values of a tape by place, each place's in the order of the body.
///
/// Made once for an exchange and read by all who judge it; storage is kept from one to the next.
struct TapeIndex {
  /// For each slot, where its values begin in ``order``; one more stands at the end.
  private var starts: [Int] = [0]
  /// The ranks of the entries, slot by slot.
  private var order: [Int] = []

  /// Sorts a tape's values by slot.
  ///
  /// - Parameter slots: How many places the tape's plan has.
  mutating func fill(_ tape: BodyTape, slots: Int) {
    starts.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(0, count: slots + 1))
    order.append(contentsOf: repeatElement(0, count: tape.entries.count))
    for entry in tape.entries { starts[Int(entry.slot)] += 1 }
    var sum = 0
    for slot in starts.indices {
      sum += starts[slot]
      starts[slot] = sum
    }
    // Filled from behind, each slot's end moves to its start.
    for rank in tape.entries.indices.reversed() {
      let slot = Int(tape.entries[rank].slot)
      starts[slot] -= 1
      order[starts[slot]] = rank
    }
  }

  /// The stretch of a slot's values, for ``rank(at:)``.
  func positions(of slot: Int32) -> Range<Int> { starts[Int(slot)]..<starts[Int(slot) + 1] }

  /// The rank of the tape's entry at a position.
  func rank(at position: Int) -> Int { order[position] }

  /// The positions of a slot's values whose ranks lie within bounds.
  func positions(of slot: Int32, from lower: Int, to upper: Int) -> Range<Int> {
    let all = positions(of: slot)
    let start = first(in: all, notBelow: lower)
    return start..<first(in: start..<all.upperBound, notBelow: upper)
  }

  private func first(in positions: Range<Int>, notBelow rank: Int) -> Int {
    var low = positions.lowerBound
    var high = positions.upperBound
    while low < high {
      let middle = (low + high) / 2
      if order[middle] < rank { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
