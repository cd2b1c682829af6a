import PlumbModel
import PlumbText

/// Reads types as reference pages word them; what ``TypeWords`` writes, it reads.
struct WordedType {
  /// What is wrong with the words, and how to mend it.
  struct Problem: Error, Hashable {
    var message: String
    var remedy: String?
  }

  private static let words = ["string", "integer", "number", "boolean", "object", "any"]

  /// Reads a type: `string or null`, `list of objects`, `integer Values: 1–5`.
  static func type(_ text: String) throws(Problem) -> FieldType {
    var (base, values) = parts(text)
    var isNullable = false
    if base.hasSuffix(" or null") {
      base.removeLast(8)
      isNullable = true
    }
    var type =
      if let items = items(base) { FieldType(.list(try plural(items))) } else { try singular(base) }
    type.isNullable = isNullable
    if let values { type.narrowing = try narrowing(values, type) }
    return type
  }

  /// Reads the type of a parameter, which may be a list: `list of integers (comma-separated)`.
  static func parameter(
    _ text: String
  ) throws(Problem) -> (type: FieldType, list: Parameter.ListStyle?) {
    let (base, values) = parts(text)
    guard let items = items(base) else { return (try type(text), nil) }
    let style: Parameter.ListStyle
    let name: Substring
    if items.hasSuffix("(comma-separated)") {
      (name, style) = (items.dropLast(17), .comma)
    } else if items.hasSuffix("(repeated)") {
      (name, style) = (items.dropLast(10), .repeated)
    } else {
      throw Problem(
        message: "`\(text)` does not say how the list is written",
        remedy: "write \"(comma-separated)\" or \"(repeated)\" behind it"
      )
    }
    var type = try plural(Text.trimmed(name))
    if let values { type.narrowing = try narrowing(values, type) }
    return (type, style)
  }

  /// The words for the kind, and those for its values.
  private static func parts(_ text: String) -> (String, String?) {
    let text = Text.collapsed(text)
    let mark = " Values: "
    guard let start = text.firstRange(of: mark) else { return (text, nil) }
    return (String(text[..<start.lowerBound]), String(text[start.upperBound...]))
  }

  private static func items(_ text: String) -> String? {
    for start in ["list of ", "array of "] where text.hasPrefix(start) {
      return String(text.dropFirst(start.count))
    }
    return nil
  }

  private static func singular(_ text: String) throws(Problem) -> FieldType {
    switch text {
    case "string": return FieldType(.string)
    case "integer": return FieldType(.integer)
    case "number": return FieldType(.number)
    case "boolean": return FieldType(.boolean)
    case "object": return FieldType(.object(ObjectType(rows: [], others: FieldType(.any))))
    case "any": return FieldType(.any)
    default:
      let known = words.map { "`\($0)`" }.joined(separator: ", ")
      throw Problem(
        message: "`\(text)` is no type",
        remedy: Suggestion.nearest(to: text, among: words).map { "did you mean `\($0)`?" }
          ?? "known are \(known) and lists of them"
      )
    }
  }

  private static func plural(_ text: String) throws(Problem) -> FieldType {
    if text == "any values" { return FieldType(.any) }
    for start in ["lists of ", "arrays of "] where text.hasPrefix(start) {
      return FieldType(.list(try plural(String(text.dropFirst(start.count)))))
    }
    return try singular(text.hasSuffix("s") ? String(text.dropLast()) : text)
  }

  /// Reads `1–5` or `a, b`.
  private static func narrowing(_ text: String, _ type: FieldType) throws(Problem) -> Narrowing {
    let isNumber = type.shape == .integer || type.shape == .number
    let bounds = text.split(separator: "–", omittingEmptySubsequences: false).map(Text.trimmed)
    if isNumber, bounds.count == 2, let least = JSONNumber(bounds[0]),
      let most = JSONNumber(bounds[1])
    {
      guard least <= most else {
        throw Problem(message: "`\(text)` is no range: it begins above its end")
      }
      return Narrowing(minimum: least, maximum: most)
    }
    guard [.string, .integer, .number, .boolean].contains(type.shape) else {
      throw Problem(message: "values are listed of simple types, not of `\(type.word)`")
    }
    var values: [String] = []
    for value in text.split(separator: ",").map(Text.trimmed) where !value.isEmpty {
      if isNumber, JSONNumber(value) == nil {
        throw Problem(message: "`\(value)` is no \(type.word)")
      }
      if !values.contains(value) { values.append(value) }
    }
    return Narrowing(values: values)
  }
}
