import PlumbChecking
import PlumbModel
import PlumbText

extension ObservedValue {
  /// What can be said of all strings with some certainty.
  ///
  /// - Parameters:
  ///   - name: What the row or parameter is called.
  ///   - redactor: What knows credentials, which are never listed as values.
  ///   - listsValues: Whether a list of values may be inferred.
  func narrowing(
    of name: String,
    _ redactor: Redactor,
    listsValues: Bool = true
  ) -> Narrowing {
    if strings >= Thresholds.formatCount {
      if form == .dateTime { return Narrowing(format: .dateTime) }
      if form == .uri { return Narrowing(format: .uri) }
    }
    if listsValues, let list = listedValues, !redactor.soundsSecret(name),
      list.allSatisfy({ redactor.redacted($0) == $0 })
    {
      return Narrowing(values: list)
    }
    let isVaried = values.map { $0.count >= Thresholds.patternValues } ?? true
    if strings >= Thresholds.patternCount, isVaried, let codes,
      let pattern = try? Pattern(codes)
    {
      return Narrowing(pattern: pattern)
    }
    return Narrowing()
  }

  /// The pattern of codes that are all of one form and one length.
  private var codes: String? {
    switch form {
    case .code(let pattern): return pattern
    case .digits:
      guard let lengths, lengths.least == lengths.greatest, lengths.least >= 2,
        lengths.least <= ObservationLimits.codeLength
      else { return nil }
      return lengths.least == 2 ? "\\d\\d" : "\\d{\(lengths.least)}"
    case .dateTime, .uri, nil: return nil
    }
  }

  /// The only values, when they are few, were seen often, and look like words of a list.
  private var listedValues: [String]? {
    guard strings >= Thresholds.valuesCount, let values, values.count <= Thresholds.valuesMost,
      values.allSatisfy({ $0.count >= Thresholds.valuesEach && Self.isWord($0.text) })
    else { return nil }
    return values.map(\.text)
  }

  private static func isWord(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...Thresholds.valuesLength).contains(bytes.count) else { return false }
    let digits = bytes.count { $0 &- 0x30 < 10 }
    let letters = bytes.count { ($0 | 0x20) &- 0x61 < 26 }
    // What is mostly digits is a code, of which there may be more.
    return digits <= letters
      && bytes.count == digits + letters + bytes.count { "_-.".utf8.contains($0) }
  }
}
