import PlumbChecking
import PlumbModel
import PlumbText

/// What was seen of one parameter in requests that were answered.
struct ParameterSketch {
  /// In how many requests it was.
  private(set) var requests = 0

  /// Whether a request had it more than once.
  private(set) var isRepeated = false

  private var texts = TextGatherer()

  /// Whether every text is an integer, a number, or `true` or `false`.
  private var isInteger = true
  private var isNumber = true
  private var isBoolean = true

  /// Whether every text is a list of integers, separated by commas, and some are of more than one.
  private var isList = true
  private var hasComma = false

  /// Adds the values that one request gave it.
  mutating func add(_ values: [String]) {
    requests += 1
    isRepeated = isRepeated || values.count > 1
    for value in values {
      texts.add(value)
      let number = isNumber ? JSONNumber(value) : nil
      isNumber = number != nil
      isInteger = isInteger && number?.isInteger == true
      isBoolean = isBoolean && (value == "true" || value == "false")
      guard isList else { continue }
      let parts = value.split(separator: ",", omittingEmptySubsequences: false)
      hasComma = hasComma || parts.count > 1
      isList = parts.allSatisfy { JSONNumber(String($0))?.isInteger == true }
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
    if isInteger { return (FieldType(.integer), list) }
    if isNumber { return (FieldType(.number), list) }
    if isBoolean { return (FieldType(.boolean), list) }
    let narrowing = texts.observed.narrowing(of: name, redactor, listsValues: listsValues)
    return (FieldType(.string, narrowing: narrowing), list)
  }
}
