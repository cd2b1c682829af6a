import PlumbModel
import PlumbText

/// The values of a whole listing, or of several chains of it, that others are held against.
struct WholeSide {
  private(set) var hashes: Set<UInt64> = []
  private(set) var kind: BodyTape.Kind?
  private(set) var least: LawValue?
  /// The first values, as messages quote them.
  private(set) var texts: [String] = []
  /// Whether nothing that should be there was absent.
  private(set) var isWhole = true

  /// Gathers a side; `nil` when it is not there, or cannot be compared.
  ///
  /// - Parameter other: The kind of the other side's values, as which a parameter's text is read.
  init?(
    _ reading: SessionReading,
    _ source: LawBook.Source?,
    _ operand: Law.Operand?,
    _ parts: [SessionReading.Part],
    _ other: BodyTape.Kind?
  ) {
    switch source {
    case .literal(let literal):
      let value = LawValue(literal: literal)
      hashes = [value.valueHash]
      kind = value.kind
      least = value
      texts = [value.quoted]
    case .column:
      guard !parts.isEmpty else { return nil }
      let isParameter = if case .parameter = operand { true } else { false }
      for part in parts {
        var column = part.column
        if isParameter, let other { column.read(as: other) }
        guard add(column) else { return nil }
      }
    case .nowhere, nil: return nil
    }
  }

  /// Adds a column; whether its values can be compared with the others.
  private mutating func add(_ column: LawColumn) -> Bool {
    guard !column.isMixed, kind == nil || column.kind == nil || kind == column.kind else {
      return false
    }
    kind = kind ?? column.kind
    isWhole = isWhole && column.isWhole
    hashes.formUnion(column.hashes)
    if texts.count < 3 { texts += column.first.prefix(3 - texts.count).map(\.quoted) }
    if let bound = column.least {
      guard let known = least else {
        least = bound.value
        return true
      }
      if LawValue.isLess(bound.value, than: known) == true { least = bound.value }
    }
    return true
  }
}

extension LawColumn {
  /// Reads a parameter's texts as values of another kind; without values when they are none.
  mutating func read(as kind: BodyTape.Kind) {
    let values = first.compactMap { value -> LawValue? in
      guard case .text(let text) = value else { return value }
      return LawValue(text, as: kind)
    }
    first = values
    hashes = values.map(\.valueHash)
    self.kind = values.isEmpty ? nil : kind
    keepBounds(values)
  }
}
