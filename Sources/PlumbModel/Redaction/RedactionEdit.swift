/// A stretch of bytes that is a credential, and what is put in its place.
struct RedactionEdit: Hashable, Sendable {
  /// Where it stands.
  var range: Range<Int>
  /// What is put there.
  var replacement: [UInt8]
  /// How it was recognised.
  var kind: CredentialKind
  /// Where that is, for people.
  var place: String
  /// Whether the rest of the stretch is kept, in whatever it is encoded.
  var keepsRest = false

  /// Orders edits, and of those that overlap keeps the widest; a known value goes before a shape.
  static func merged(_ edits: [RedactionEdit]) -> [RedactionEdit] {
    let ordered = edits.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.range.lowerBound != other.range.lowerBound {
        return one.range.lowerBound < other.range.lowerBound
      }
      if one.range.upperBound != other.range.upperBound {
        return one.range.upperBound > other.range.upperBound
      }
      if one.isShape != other.isShape { return other.isShape }
      if one.keepsRest != other.keepsRest { return other.keepsRest }
      let (first, second) = (one.place.utf8.count, other.place.utf8.count)
      return first == second ? left.offset < right.offset : first > second
    }
    var merged: [RedactionEdit] = []
    for (_, edit) in ordered {
      guard let last = merged.last, edit.range.lowerBound < last.range.upperBound else {
        merged.append(edit)
        continue
      }
      let end = max(last.range.upperBound, edit.range.upperBound)
      if last.isShape, !edit.isShape { merged[merged.count - 1].kind = edit.kind }
      merged[merged.count - 1].range = last.range.lowerBound..<end
    }
    return merged
  }

  /// Returns a text with what the edits put there; they must be ordered and apart.
  static func apply(_ edits: [RedactionEdit], to bytes: [UInt8]) -> [UInt8] {
    guard !edits.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count * 16)
    var position = 0
    for edit in edits {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.replacement
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }

  /// Whether its shape alone gives it away.
  var isShape: Bool { kind.isShape }
}
