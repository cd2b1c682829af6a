public import PlumbModel
import PlumbText

/// A contract as the tables of a reference page, so that anyone can hold it against the page.
///
/// ```
/// Response is a list of objects
/// Field | Type |
/// ---|---|
/// code optional | integer |
/// job_family (contains nested items) optional | list of objects |
/// href (nested at level 1) | string |
/// ```
///
/// What a page has no words for is left out: patterns, half-open ranges, lengths.
public struct ReferenceTable: Hashable, Sendable {
  /// The title of the operation.
  public var title: String

  /// The sentence above the field table, when the response is not one object.
  public var sentence: String?

  /// The rows of the field table.
  public var rows: [ReferenceRow]

  /// The rows of the path parameters.
  public var path: [ReferenceParameter]

  /// The rows of the query string parameters.
  public var query: [ReferenceParameter]

  /// The rows of the header parameters.
  public var header: [ReferenceParameter]

  /// Words a contract.
  ///
  /// - Parameter status: The response to show; `nil` for the first success with a documented body.
  public init(contract: Contract, api: API, status: Int? = nil) {
    self.init(contract: contract, response: contract.response(shown: status), api: api)
  }

  /// Words a contract with one of its responses; `nil` for none.
  init(contract: Contract, response: ResponseContract?, api: API) {
    let words = TypeWords(types: api.types)
    title = contract.title
    rows = []
    if case .json(let type)? = response?.body {
      let root = words.resolve(type)
      if case .object = root.shape, !root.isNullable {
        sentence = nil
      } else {
        sentence = "Response is \(Self.article(words.words(root)))"
      }
      var writer = RowWriter(words: words)
      writer.members(of: type, level: 0, inside: [])
      rows = writer.rows
    } else {
      sentence = "Response is not specified"
    }
    func parameters(_ location: Parameter.Location) -> [ReferenceParameter] {
      contract.parameters.filter { $0.location == location }.map { parameter in
        var row = ReferenceParameter(
          name: parameter.name,
          isRequired: location != .path && !parameter.isOptional,
          type: words.words(parameter),
          defaultValue: parameter.defaultValue.map(Self.words)
        )
        row.details = NarrowingWords.phrases(words.resolve(parameter.type))
        return row
      }
    }
    path = parameters(.path)
    query = parameters(.query)
    header = parameters(.header)
  }

  private static func article(_ words: String) -> String {
    ("aeio".contains(words.prefix(1)) ? "an " : "a ") + words
  }

  private static func words(_ value: Parameter.Default) -> String {
    switch value {
    case .text(let text): text
    case .relative(let name, 0): name
    case .relative(let name, let number) where number < 0: "\(name) - \(number.magnitude)"
    case .relative(let name, let number): "\(name) + \(number)"
    }
  }

  /// A cell's text, whose bars and line breaks would end it.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|": escaped += "\\|"
      case "\n", "\r": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension ReferenceTable: CustomStringConvertible {
  /// The field table as the page shows it, line for line.
  public var fieldLines: [String] {
    let head = sentence.map { [$0] } ?? []
    guard !rows.isEmpty else { return head }
    return head + ["Field | Type |", "---|---|"] + rows.map(\.description)
  }

  /// The parameter tables as the page shows them, line for line; none when there is no parameter.
  public var parameterLines: [String] {
    guard !(path.isEmpty && query.isEmpty && header.isEmpty) else { return [] }
    var lines = ["Path parameters"]
    if !path.isEmpty { lines += ["Component | Type |", "---|---|"] + path.map(\.shortLine) }
    lines.append("Query string parameters")
    let head = ["Key | Type | Default |", "---|---|---|"]
    if !query.isEmpty { lines += head + query.map(\.line) }
    if !header.isEmpty { lines += ["Header parameters"] + head + header.map(\.line) }
    return lines
  }

  /// The title, the field table and the parameter tables.
  public var description: String {
    ([title] + fieldLines + parameterLines).joined(separator: "\n")
  }
}

/// Writes the rows of a type, parents before their members.
private struct RowWriter {
  /// The number of rows from which named types are not opened any more: types that name others
  /// twice each would double the table with each level.
  private static let roomy = 20_000

  let words: TypeWords
  var rows: [ReferenceRow] = []

  init(words: TypeWords) {
    self.words = words
  }

  /// Writes the members of an object, or of the objects in a list.
  ///
  /// - Parameter inside: The named types around it: one that comes again is not opened again.
  mutating func members(of type: FieldType, level: Int, inside: Set<String>) {
    var inside = inside
    guard let object = object(type, &inside) else { return }
    for row in object.rows {
      var reached = inside
      let nested = self.object(row.type, &reached)
      let hasMembers = nested.map { !$0.rows.isEmpty } ?? false
      var shown = ReferenceRow(
        name: row.name,
        level: level,
        isOptional: row.isOptional,
        containsNested: hasMembers,
        type: words.words(row.type)
      )
      shown.details = NarrowingWords.phrases(words.resolve(row.type))
      if let source = row.source { shown.details.append("from \(source)") }
      rows.append(shown)
      if hasMembers { members(of: row.type, level: level + 1, inside: inside) }
    }
    if let others = object.others, !object.rows.isEmpty {
      rows.append(
        ReferenceRow(name: "...", level: level, isOptional: true, type: words.words(others))
      )
    }
  }

  /// The object that a type is or lists; `nil` when there is none, or it is open already.
  private func object(_ type: FieldType, _ inside: inout Set<String>) -> ObjectType? {
    switch type.shape {
    case .object(let object): return object
    case .list(let item): return object(item, &inside)
    case .named(let name):
      guard rows.count < Self.roomy, inside.insert(name).inserted, let next = words.types[name]
      else { return nil }
      return object(next, &inside)
    default: return nil
    }
  }
}
