import PlumbModel
import PlumbNotation
import PlumbText

/// Turns what a schema demands into a type.
struct FacetReader {
  let reader: SchemaReader
  let facets: SchemaFacets
  let hint: String

  var log: RemarkLog { reader.log }

  /// The keywords of each kind of value; for others they have no effect.
  private static let keywords: [String: Set<String>] = [
    "string": ["minLength", "maxLength", "pattern", "format"],
    "number": [
      "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format",
    ],
    "array": [
      "items", "prefixItems", "additionalItems", "unevaluatedItems", "minItems", "maxItems",
      "uniqueItems", "contains", "minContains", "maxContains",
    ],
    "object": [
      "properties", "required", "additionalProperties", "patternProperties", "propertyNames",
      "minProperties", "maxProperties", "dependentRequired", "dependentSchemas", "dependencies",
      "unevaluatedProperties", "discriminator",
    ],
  ]

  /// The keywords that count for values of every kind.
  private static let common: Set<String> = [
    "type", "nullable", "enum", "const", "oneOf", "anyOf", "$recursiveAnchor", "$dynamicAnchor",
  ]

  /// The keywords that the notation has no words for.
  private static let refused: Set<String> = [
    "not", "if", "then", "else", "$dynamicRef", "$recursiveRef", "dependentSchemas", "contains",
    "minContains", "maxContains", "dependentRequired", "dependencies", "patternProperties",
    "propertyNames", "minProperties", "maxProperties", "multipleOf", "discriminator",
    "additionalItems", "unevaluatedItems", "prefixItems",
  ]

  func read() throws(Diagnostic) -> FieldType {
    var words = typeWords()
    var isNullable = facets["nullable"]?.boolean == true
    if words.contains("null") {
      words.removeAll { $0 == "null" }
      isNullable = true
      if words.isEmpty {
        log.unsaid("only `null` may stand here; any value may", facets["type"] ?? facets.at)
        return FieldType(.any)
      }
    }
    for keyword in ["oneOf", "anyOf"] {
      if let choice = facets[keyword], let type = try choose(choice, words, &isNullable) {
        return type
      }
    }
    guard let word = kind(words) else {
      noteKeywords(of: nil)
      return FieldType(.any, isNullable: false)
    }
    noteKeywords(of: word)
    var type: FieldType
    switch word {
    case "object": type = FieldType(.object(try ObjectFacets(self).read()))
    case "array": type = try list()
    case "boolean": type = FieldType(.boolean)
    default: type = ScalarFacets(self, word: word).read()
    }
    narrow(&type, to: word, &isNullable)
    type.isNullable = isNullable
    return type
  }

  // MARK: - Kinds

  private func typeWords() -> [String] {
    guard let type = facets["type"] else { return [] }
    if let word = type.string { return [word] }
    return type.elements.compactMap(\.string)
  }

  /// The one kind that the words name, or that the keywords are of; `nil` when any may stand.
  private func kind(_ words: [String]) -> String? {
    let known = ["string", "integer", "number", "boolean", "array", "object"]
    for word in words where !known.contains(word) {
      log.unsaid(
        "`\(word)` is no type of a schema; any value may stand",
        facets["type"] ?? facets.at
      )
      return nil
    }
    switch words.count {
    case 0: return inferredKind()
    case 1: return words[0]
    default:
      if Set(words) == ["integer", "number"] { return "number" }
      let list = words.map { "`\($0)`" }.joined(separator: " or ")
      log.unsaid(
        "values of several types (\(list)); any value may stand",
        facets["type"] ?? facets.at
      )
      return nil
    }
  }

  /// The kind of value that a schema without `type` evidently means.
  private func inferredKind() -> String? {
    let names = facets.keywords.map(\.name)
    let values = (facets["enum"]?.elements ?? []) + [facets["const"]].compactMap(\.self)
    let kinds = Set(values.map(\.node.kind)).subtracting([.null])
    if let only = kinds.first {
      guard kinds.count == 1 else {
        log.unsaid("a list of values of several types; any value may stand", facets.at)
        return nil
      }
      switch only {
      case .string, .number, .boolean: return only.rawValue
      default:
        log.unsaid("a list of values that are lists or objects; any value may stand", facets.at)
        return nil
      }
    }
    if !facets.properties.isEmpty || !facets.required.isEmpty || !facets.additional.isEmpty
      || names.contains("patternProperties")
    {
      log.repaired("`type` is missing; an object is meant", facets.at)
      return "object"
    }
    for (word, kind) in [("array", "a list"), ("string", "a string"), ("number", "a number")] {
      let own = (Self.keywords[word] ?? []).subtracting(["format"])
      guard names.contains(where: own.contains) else { continue }
      log.repaired("`type` is missing; \(kind) is meant", facets.at)
      return word
    }
    return nil
  }

  // MARK: - Keywords

  private func noteKeywords(of word: String?) {
    let kind = word == "integer" ? "number" : word
    for (name, value) in facets.keywords
    where !SchemaDialect.isAnnotation(name) && !Self.common.contains(name) {
      let own = kind.map { Self.keywords[$0]?.contains(name) ?? false } ?? true
      let isKnown = Self.keywords.values.contains { $0.contains(name) }
      if !isKnown, !Self.refused.contains(name) {
        log.unsaid("`\(name)` is no keyword known here; it is left out", value)
      } else if !own, isKnown {
        log.repaired("`\(name)` says nothing of \(word ?? "any value"); it is left out", value)
      } else if Self.refused.contains(name), !isHarmless(name, value) {
        log.unsaid("`\(name)` has no words in the notation; it is left out", value)
      }
    }
  }

  private func isHarmless(_ name: String, _ value: Located) -> Bool {
    switch name {
    case "multipleOf": facets["type"]?.string == "integer" && value.number == JSONNumber(1)
    case "minProperties": value.number == JSONNumber(0)
    case "prefixItems", "additionalItems", "unevaluatedItems": true  // told with the items
    default: value.boolean == true
    }
  }

  // MARK: - Lists

  private func list() throws(Diagnostic) -> FieldType {
    var item = FieldType(.any)
    let rest =
      facets["prefixItems"]
      ?? facets["items"].flatMap {
        $0.node.kind == .array ? $0 : nil
      }
    if let rest {
      log.unsaid("a list whose items differ by their place; any item may stand", rest)
    } else if let items = facets["items"] {
      item = try reader.type(items, hint: hint)
    }
    if let other = facets["additionalItems"] ?? facets["unevaluatedItems"], rest == nil {
      log.repaired("`\(other.pointer.tokens.last ?? "")` says nothing here; it is left out", other)
    }
    var type = FieldType(.list(item))
    type.narrowing.minimumLength = count("minItems").flatMap { $0 == 0 ? nil : $0 }
    type.narrowing.maximumLength = count("maxItems")
    type.narrowing.isUnique = facets["uniqueItems"]?.boolean == true
    return type
  }

  /// A keyword's count of things.
  func count(_ keyword: String) -> Int? {
    guard let value = facets[keyword] else { return nil }
    if let count = value.number?.integer, count >= 0 { return count }
    log.unsaid("`\(keyword)` is no count; it is left out", value)
    return nil
  }

  // MARK: - Values

  private func narrow(_ type: inout FieldType, to word: String, _ isNullable: inout Bool) {
    let lists = [facets["enum"]?.elements, facets["const"].map { [$0] }].compactMap(\.self)
    guard !lists.isEmpty else { return }
    var allowed = lists[0]
    for list in lists.dropFirst() {
      allowed.removeAll { value in !list.contains { $0.node.isSame(as: value.node) } }
    }
    if !allowed.contains(where: \.node.isNull) { isNullable = false }
    let texts = allowed.compactMap { text(of: $0, as: word) }
    let left = allowed.filter { !$0.node.isNull }.count - texts.count
    guard ["string", "integer", "number", "boolean"].contains(word) else {
      log.unsaid("a list of values that are lists or objects; it is left out", facets.at)
      return
    }
    guard !texts.isEmpty else {
      log.unsaid("no value of the list is of the type; the list is left out", facets.at)
      return
    }
    if left > 0 { log.repaired("values that are not of the type are left out", facets.at) }
    var seen: Set<String> = []
    type.narrowing.values = texts.filter { seen.insert($0).inserted }
  }

  private func text(of value: Located, as word: String) -> String? {
    switch value.node.value {
    case .string(let text) where word == "string": text
    case .boolean(let isTrue) where word == "boolean": isTrue ? "true" : "false"
    case .number(let number) where word == "number": number.text
    case .number(let number) where word == "integer" && number.isInteger: number.text
    default: nil
    }
  }

  // MARK: - Choices

  /// Reads `oneOf` and `anyOf` where they are a way of saying something simpler.
  ///
  /// - Returns: The type; `nil` when the rest of the schema says it.
  private func choose(
    _ choice: Located,
    _ words: [String],
    _ isNullable: inout Bool
  ) throws(Diagnostic) -> FieldType? {
    var branches: [Located] = []
    for branch in choice.elements {
      if branch["type"]?.string == "null" {
        isNullable = true
      } else {
        branches.append(branch)
      }
    }
    let keyword = choice.pointer.tokens.last ?? "oneOf"
    let isBare = words.isEmpty && facets.properties.isEmpty && facets["items"] == nil
    if isBare, branches.count == 1 {
      var type = try reader.type(branches[0], hint: hint)
      type.isNullable = type.isNullable || isNullable
      return type
    }
    if isBare, let type = try union(of: branches) {
      var type = type
      type.isNullable = type.isNullable || isNullable
      return type
    }
    let instead = isBare ? "any value may stand" : "only what stands beside it is said"
    log.unsaid("`\(keyword)` of \(branches.count) schemas; \(instead)", choice)
    return isBare ? FieldType(.any) : nil
  }

  /// The one list of values that all branches are parts of.
  private func union(of branches: [Located]) throws(Diagnostic) -> FieldType? {
    var union: FieldType?
    for branch in branches {
      let isList = branch.members.allSatisfy { name, _ in
        ["type", "enum", "const"].contains(name) || SchemaDialect.isAnnotation(name)
      }
      guard isList, branch["enum"] != nil || branch["const"] != nil else { return nil }
      let type = try reader.type(branch, hint: hint)
      guard let first = union else {
        union = type
        continue
      }
      guard first.shape == type.shape else { return nil }
      let more = type.narrowing.values.filter { !first.narrowing.values.contains($0) }
      union?.narrowing.values += more
      union?.isNullable = first.isNullable || type.isNullable
    }
    return union
  }
}
