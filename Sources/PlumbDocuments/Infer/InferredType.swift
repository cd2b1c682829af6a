import PlumbChecking
import PlumbModel
import PlumbNotation
import PlumbText

/// Makes types of what was seen, with the counts that support each row.
struct InferredType {
  /// The types that need a name, as the notation has no other words for them.
  private(set) var types: [String: FieldType] = [:]

  /// The counts, behind the rows.
  private(set) var comments = NotationComments()

  /// The place of rows that stand in no file yet.
  let place: SourcePlace

  /// What knows credentials, which are never listed as values.
  let redactor: Redactor

  /// The names that types of the API may not have.
  private static let reserved: Set<String> = [
    "string", "integer", "number", "boolean", "object", "any", "list",
  ]

  /// Makes rows at a place.
  init(at place: SourcePlace, redactor: Redactor) {
    self.place = place
    self.redactor = redactor
  }

  /// Notes what supports a parameter or a response.
  mutating func note(_ text: String, behind path: [String]) { comments[behind: path] = text }

  /// Adds lines above a key.
  mutating func note(_ lines: [String], above path: [String]) { comments[above: path] += lines }

  /// Returns the type of a whole body, or of what else stands where no row is.
  ///
  /// - Parameters:
  ///   - path: The keys that lead there.
  ///   - name: What a type is called that needs a name.
  mutating func type(of sketch: ObservedValue, at path: [String], name: String) -> FieldType {
    var type = plain(sketch, at: path, name: name)
    guard type.isNullable else { return type }
    switch type.shape {
    case .object, .list:
      // Only rows can be objects or lists or null; elsewhere the type needs a name.
      type.isNullable = false
      return FieldType(.named(named(type, name)), isNullable: true)
    default: return type
    }
  }

  private mutating func named(_ type: FieldType, _ wish: String) -> String {
    let wish = Text.name(wish, fallback: "item")
    let allowed = Self.reserved.contains(wish) ? "\(wish)_item" : wish
    let name = Text.unique(allowed) { name in types[name].map { $0 != type } ?? false }
    types[name] = type
    return name
  }

  private mutating func plain(_ sketch: ObservedValue, at path: [String], name: String) -> FieldType
  {
    let shape: FieldType.Shape
    var narrowing = Narrowing()
    let kinds = [
      sketch.booleans, sketch.integers + sketch.fractions, sketch.strings, sketch.objects,
      sketch.lists,
    ]
    guard kinds.count(where: { $0 > 0 }) == 1, !sketch.isOpen || sketch.lists == 0 else {
      return FieldType(.any)
    }
    if sketch.booleans > 0 {
      shape = .boolean
    } else if sketch.strings > 0 {
      shape = .string
      narrowing = sketch.narrowing(of: path.last { $0 != "[]" } ?? "", redactor)
    } else if sketch.objects > 0 {
      shape = .object(object(sketch, at: path))
    } else if sketch.lists > 0 {
      let items = sketch.items.first.map {
        type(of: $0, at: path + ["[]"], name: PathPart.singular(name))
      }
      shape = .list(items ?? FieldType(.any))
    } else {
      shape = sketch.fractions + sketch.decimals > 0 ? .number : .integer
    }
    return FieldType(shape, isNullable: sketch.nulls > 0, narrowing: narrowing)
  }

  private mutating func object(_ sketch: ObservedValue, at path: [String]) -> ObjectType {
    if let others = sketch.others.first {
      let type = type(of: others, at: path + ["..."], name: "\(path.last ?? "")_value")
      return ObjectType(rows: [], others: sketch.isOpen ? FieldType(.any) : type)
    }
    var object = ObjectType(rows: [], others: sketch.isOpen ? FieldType(.any) : nil)
    for member in sketch.members {
      let name = member.name
      // The notation has no words for members of these names.
      guard !name.isEmpty, name != "......" else {
        object.others = FieldType(.any)
        continue
      }
      let at = path + [name]
      let row = Row(
        name: name,
        isOptional: member.value.count < sketch.objects,
        type: plain(member.value, at: at, name: name),
        place: place
      )
      object.rows.append(row)
      note(Self.words(member.value, of: sketch.objects), behind: at)
    }
    return object
  }

  /// How often a row was there, and what it held when that was not one kind.
  static func words(_ sketch: ObservedValue, of total: Int) -> String {
    var text = "\(sketch.count) of \(total)"
    let kinds = [
      ("boolean", sketch.booleans), ("integer", sketch.integers - sketch.decimals),
      ("number", sketch.fractions + sketch.decimals),
      ("string", sketch.strings), ("object", sketch.objects), ("list", sketch.lists),
    ].filter { $0.1 > 0 }
    if kinds.count > 1 {
      text += ": " + kinds.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    if sketch.nulls > 0 {
      text += kinds.isEmpty ? ", always null" : ", \(sketch.nulls) null"
    }
    if sketch.lists > 0, sketch.items.isEmpty, !sketch.isOpen { text += ", always empty" }
    return text
  }
}
