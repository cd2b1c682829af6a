import PlumbModel
import PlumbText

/// What was seen of one parameter in requests that were answered.
struct ParameterSketch {
  /// In how many requests it was.
  private(set) var requests = 0

  /// Whether a request had it more than once.
  private(set) var isRepeated = false

  private var texts = TextSketch()

  /// The integers that texts were separated into by commas, as long as all can be.
  private var items = TextSketch()
  private var isList = true
  private var hasComma = false

  /// Adds the values that one request gave it.
  mutating func add(_ values: [String]) {
    requests += 1
    isRepeated = isRepeated || values.count > 1
    for value in values {
      texts.add(value, isParameter: true)
      guard isList else { continue }
      let parts = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      hasComma = hasComma || parts.count > 1
      for part in parts { items.add(part, isParameter: true) }
      isList = items.isInteger
    }
  }

  /// Its type, and how a list of it is written.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - redactor: What knows credentials.
  ///   - listsValues: Whether a list of values may be inferred.
  func type(
    of name: String,
    _ redactor: Redactor,
    listsValues: Bool
  ) -> (type: FieldType, list: Parameter.ListStyle?) {
    if isList, hasComma, !isRepeated { return (FieldType(.integer), .comma) }
    let list: Parameter.ListStyle? = isRepeated ? .repeated : nil
    if texts.isInteger { return (FieldType(.integer), list) }
    if texts.isNumber { return (FieldType(.number), list) }
    if texts.isBoolean { return (FieldType(.boolean), list) }
    let narrowing = texts.narrowing(of: name, redactor, listsValues: listsValues)
    return (FieldType(.string, narrowing: narrowing), list)
  }
}
