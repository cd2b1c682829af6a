import PlumbModel
import PlumbText

/// Reads the sides of a law from a stretch of a tape.
struct SideReading {
  let tape: BodyTape
  let index: TapeIndex
  let request: RequestValues
  /// The ranks that are read.
  let stretch: Range<Int>
  /// The number of lists around the stretch.
  let depth: Int

  /// Fills a side.
  ///
  /// - Parameter kind: The kind of the other side's values, as which a parameter's text is read.
  func read(
    _ side: LawPlan.Side,
    into values: inout LawSide,
    as kind: BodyTape.Kind?,
    _ bytes: RawSpan
  ) {
    values.removeAll()
    switch side {
    case .place(let place):
      for position in positions(of: place) {
        let rank = index.rank(at: position)
        values.append(tape.entries[rank], rank: rank, bytes)
      }
      let count = place.path.steps.last == .items ? values.count : values.values.count
      values.isWhole = place.isWhole(count, in: stretch, below: depth, index)
    case .parameter, .literal:
      for value in self.values(side, values, as: kind, bytes) { values.append(value) }
      values.isWhole = true
    }
  }

  /// The values of a side in full.
  func values(
    _ side: LawPlan.Side,
    _ read: LawSide,
    as kind: BodyTape.Kind?,
    _ bytes: RawSpan
  ) -> [LawValue] {
    switch side {
    case .place: read.values.compactMap { LawValue(tape.entries[$0.rank], in: bytes) }
    case .parameter(let name, let isCommaList):
      request.values(of: name, isCommaList: isCommaList).compactMap {
        LawValue($0, as: kind ?? .string)
      }
    case .literal(let value): [value]
    }
  }

  /// The positions of a place's entries.
  func positions(of place: TapePlace) -> Range<Int> {
    index.positions(of: place.slot, from: stretch.lowerBound, to: stretch.upperBound)
  }
}
