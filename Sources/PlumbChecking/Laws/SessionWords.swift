import PlumbModel
import PlumbText

/// Puts the break of a law over whole listings into words, with its place.
struct SessionWords {
  let reading: SessionReading

  /// The finding of a break.
  ///
  /// - Parameter rank: The value in its column; `nil` when the listing as a whole breaks the law.
  func finding(
    _ part: SessionReading.Part,
    _ rank: Int?,
    found: String,
    expected: String
  ) -> ConversationFinding {
    let law = reading.entry.law
    let column = part.column
    let path = Self.path(reading.book.columns[column.column].operand)
    var pointer = ""
    var range: Range<Int>?
    if let path, let rank, column.offsets.indices.contains(rank) {
      let indices = Array(column.indices(of: rank))
      pointer = path.pointer { String(indices[$0]) }
      let start = Int(column.offsets[rank])
      range = start..<(start + Int(column.lengths[rank]))
    } else if let path, rank == nil {
      // The listing itself, as far as it lies in no other list.
      pointer = FieldPath(steps: Array(path.steps.prefix { $0 != .items })).pointer { _ in "" }
    }
    let phrase = LawPhrase(law: law)
    return ConversationFinding(
      rule: .law,
      law: law.name,
      page: part.page,
      pointer: pointer,
      range: range,
      field: path?.pointer { _ in "*" },
      contract: law.place,
      message: phrase.message(subject: subject, found: found, expected: expected),
      expected: expected,
      found: found,
      kind: phrase.kind
    )
  }

  private static func path(_ operand: Law.Operand) -> FieldPath? {
    switch operand {
    case .path(let path), .other(_, let path): path
    case .parameter, .literal: nil
    }
  }

  private var subject: String {
    switch reading.entry.law.left {
    case .path(let path): path.description
    case .other(let contract, let path): "(\(contract)).\(path)"
    case .parameter(let name): "{\(name)}"
    case .literal(let literal): literal
    }
  }
}
