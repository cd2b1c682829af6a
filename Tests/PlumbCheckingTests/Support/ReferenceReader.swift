import PlumbModel
import PlumbText

/// A plain recursive reader without learning: what the walk is held against.
struct ReferenceReader {
  /// What it found: a rule and a place.
  struct Finding: Hashable, Comparable {
    var rule: String
    var pointer: String

    static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.pointer, lhs.rule) < (rhs.pointer, rhs.rule)
    }
  }

  private(set) var findings: [Finding] = []
  private let types: [String: FieldType]
  private let narrowings: [Narrowing: ReferenceNarrowing]
  private var loneSurrogates: [Int] = []

  /// Everything that a body breaks; `nil` when it is no JSON.
  static func findings(
    in body: [UInt8],
    as type: FieldType,
    types: [String: FieldType] = [:],
    narrowings: [Narrowing: ReferenceNarrowing] = [:]
  ) -> [Finding]? {
    guard let document = try? JSONDocument(body) else { return nil }
    var reader = ReferenceReader(types: types, narrowings: narrowings)
    reader.loneSurrogates = document.loneSurrogates
    reader.read(document.root, as: type, at: JSONPointer())
    for duplicate in document.duplicates {
      _ = duplicate
      reader.findings.append(Finding(rule: "body-duplicate-member", pointer: ""))
    }
    for _ in document.loneSurrogates {
      reader.findings.append(Finding(rule: "body-lone-surrogate", pointer: ""))
    }
    return reader.findings
  }

  private init(types: [String: FieldType], narrowings: [Narrowing: ReferenceNarrowing]) {
    self.types = types
    self.narrowings = narrowings
  }

  private mutating func note(_ rule: String, _ pointer: JSONPointer) {
    findings.append(Finding(rule: rule, pointer: pointer.description))
  }

  private mutating func read(_ node: JSONNode, as type: FieldType, at pointer: JSONPointer) {
    switch (type.shape, node.value) {
    case (.named(let name), _):
      guard var named = types[name] else { return }
      named.isNullable = named.isNullable || type.isNullable
      read(node, as: named, at: pointer)
    case (.any, _): break
    case (_, .null):
      if !type.isNullable { note("field-null", pointer) }
    case (.object(let object), .object(let members)):
      readMembers(members, as: object, at: pointer)
    case (.list(let item), .array(let elements)):
      for (index, element) in elements.enumerated() {
        read(element, as: item, at: pointer.appending(String(index)))
      }
      judge(node, type, pointer)
      if let again = narrowings[type.narrowing]?.firstRepeat(in: elements) {
        note("field-value", pointer.appending(String(again)))
      }
    case (.integer, .number(let number)) where !number.isInteger: note("field-type", pointer)
    case (.string, .string), (.boolean, .boolean), (.number, .number), (.integer, .number):
      judge(node, type, pointer)
    default: note("mismatch", pointer)
    }
  }

  private mutating func judge(_ node: JSONNode, _ type: FieldType, _ pointer: JSONPointer) {
    if case .string = node.value, loneSurrogates.contains(where: node.range.contains) { return }
    if narrowings[type.narrowing]?.admits(node.value) == false { note("field-value", pointer) }
  }

  private mutating func readMembers(
    _ members: [JSONMember],
    as object: ObjectType,
    at pointer: JSONPointer
  ) {
    for member in members {
      let inner = pointer.appending(member.name)
      if let row = object.rows.first(where: { $0.name == member.name }) {
        read(member.value, as: row.type, at: inner)
      } else if let others = object.others {
        read(member.value, as: others, at: inner)
      } else {
        note("field-undocumented", inner)
      }
    }
    for row in object.rows
    where !row.isOptional && !members.contains(where: { $0.name == row.name }) {
      note("field-missing", pointer)
    }
  }
}
