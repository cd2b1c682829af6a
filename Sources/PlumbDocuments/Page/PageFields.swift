import PlumbModel
import PlumbNotation
import PlumbText

/// Turns the rows of a field table, whose nesting is counted, into the type that they describe.
struct PageFields {
  typealias Entry = PageService.Entry<ReferenceRow>

  private let service: PageService
  private let file: String
  private var position = 0

  /// Reads the table of a service.
  init(of service: PageService, file: String) {
    self.service = service
    self.file = file
  }

  /// Returns the body of the response.
  mutating func body() throws(Diagnostic) -> ResponseContract.Body {
    guard let response = service.response else {
      return .json(FieldType(.object(try members(level: 0))))
    }
    if service.fields.isEmpty, response.row == "not specified" { return .unspecified }
    var words = Substring(response.row)
    for article in ["a ", "an "] where words.hasPrefix(article) {
      words = words.dropFirst(article.count)
    }
    var type = try worded(String(words), response.line) { words throws(WordedType.Problem) in
      try WordedType.type(words)
    }
    if !service.fields.isEmpty {
      let members = try members(level: 0)
      guard Self.put(members, into: &type) else {
        throw problem("the response is \(response.row), which has no fields", response.line)
      }
    }
    return .json(type)
  }

  /// Reads the rows of one level, and those nested in them.
  private mutating func members(level: Int) throws(Diagnostic) -> ObjectType {
    var object = ObjectType(rows: [])
    var names: Set<String> = []
    while position < service.fields.count {
      let entry = service.fields[position]
      guard entry.row.level >= level else { break }
      guard entry.row.level == level else { throw tooDeep(entry, level: level) }
      position += 1
      var type = try worded(entry.row.type, entry.line) { words throws(WordedType.Problem) in
        try WordedType.type(words)
      }
      if entry.row.containsNested {
        guard position < service.fields.count, service.fields[position].row.level == level + 1
        else {
          throw problem("`\(entry.row.name)` contains nested items, but none follow", entry.line)
        }
        let members = try members(level: level + 1)
        guard Self.put(members, into: &type) else {
          let reason = "`\(entry.row.name)` contains nested items, but is \(entry.row.type)"
          throw problem(reason, entry.line)
        }
      }
      guard entry.row.name == "..." || names.insert(entry.row.name).inserted else {
        throw problem("the row `\(entry.row.name)` stands here already", entry.line)
      }
      add(entry, type, to: &object)
    }
    return object
  }

  private func add(
    _ entry: Entry,
    _ type: FieldType,
    to object: inout ObjectType
  ) {
    if entry.row.name == "..." {
      object.others = type
      return
    }
    object.rows.append(
      Row(
        name: entry.row.name,
        isOptional: entry.row.isOptional,
        type: type,
        place: SourcePlace(file: file, line: entry.line, column: 1)
      )
    )
  }

  /// Puts members into the object that a type is or lists; returns whether there is one.
  private static func put(_ members: ObjectType, into type: inout FieldType) -> Bool {
    switch type.shape {
    case .object:
      type.shape = .object(members)
      return true
    case .list(var item):
      let isPut = put(members, into: &item)
      type.shape = .list(item)
      return isPut
    default: return false
    }
  }

  private func tooDeep(_ entry: Entry, level: Int) -> Diagnostic {
    let name = entry.row.name
    guard position > 0 else {
      return problem(
        "`\(name)` is nested at level \(entry.row.level), but nothing is around it",
        entry.line
      )
    }
    let previous = service.fields[position - 1].row
    guard entry.row.level == previous.level + 1 else {
      return problem(
        "`\(name)` is nested at level \(entry.row.level), but `\(previous.name)` above it is at "
          + "level \(previous.level)",
        entry.line
      )
    }
    return problem(
      "`\(name)` is nested at level \(entry.row.level), but `\(previous.name)` above it is not "
        + "marked (contains nested items)",
      entry.line
    )
  }

  /// Reads words, and says of what is wrong with them where they stand.
  private func worded<Value>(
    _ words: String,
    _ line: Int,
    _ read: (String) throws(WordedType.Problem) -> Value
  ) throws(Diagnostic) -> Value {
    do throws(WordedType.Problem) {
      return try read(words)
    } catch {
      throw Diagnostic(.error, error.message, at: place(line), remedy: error.remedy)
    }
  }

  private func problem(_ message: String, _ line: Int) -> Diagnostic {
    Diagnostic(.error, message, at: place(line))
  }

  private func place(_ line: Int) -> SourcePlace { SourcePlace(file: file, line: line, column: 1) }
}
