import PlumbModel
import PlumbText

/// What `rows` says of rows besides their types, and how it is put where it belongs.
struct RowNotes {
  /// What is said of one row.
  struct Note {
    var minimumLength: Int?
    var maximumLength: Int?
    var isUnique = false
    var isSecret = false
    var source: String?
  }

  let reading: NodeReading

  private static let keys = ["items", "unique", "source", "secret"]

  /// Reads the map under `rows` and puts each note into every response that has the row.
  func apply(_ node: NotationNode, to responses: inout [ResponseContract]) {
    for entry in reading.map(node, "`rows`") ?? [] {
      let path = reading.parse(key: entry.key, at: entry.keyPlace) {
        scanner throws(NotationProblem) in try scanner.path()
      }
      guard let path, let note = note(entry) else { continue }
      var outcomes: [Outcome] = []
      for index in responses.indices {
        guard case .json(var type) = responses[index].body else { continue }
        outcomes.append(put(note, into: &type, at: path.steps[...]))
        responses[index].body = .json(type)
      }
      report(outcomes, entry)
    }
  }

  /// Reads the map under `rows` of an API, whose paths begin with the name of a type.
  func apply(_ node: NotationNode, to types: inout [String: FieldType]) {
    for entry in reading.map(node, "`rows`") ?? [] {
      let path = reading.parse(key: entry.key, at: entry.keyPlace) {
        scanner throws(NotationProblem) in try scanner.path()
      }
      guard let path, let note = note(entry) else { continue }
      var outcome = Outcome.noRow
      if case .member(let name)? = path.steps.first, var type = types[name] {
        outcome = put(note, into: &type, at: path.steps.dropFirst())
        types[name] = type
      }
      report([outcome], entry)
    }
  }

  private func report(_ outcomes: [Outcome], _ entry: NotationEntry) {
    guard !outcomes.contains(.done) else { return }
    if outcomes.contains(.notAList) {
      reading.log.error(
        "`items` and `unique` are said of lists, not of `\(entry.key)`",
        at: entry.keyPlace
      )
    } else if outcomes.contains(.isNamed) {
      reading.log.error(
        "`\(entry.key)` lies inside a named type, which other rows share",
        at: entry.keyPlace,
        remedy: "write the object out here"
      )
    } else {
      reading.log.error("`\(entry.key)` names no row", at: entry.keyPlace)
    }
  }

  // MARK: - Reading

  private func note(_ entry: NotationEntry) -> Note? {
    if case .text = entry.value.content {
      return reading.parse(entry.value, "a row's note") { scanner throws(NotationProblem) in
        try text(&scanner)
      }
    }
    guard let known = reading.keys(entry.value, "a row's note", Self.keys) else { return nil }
    var note = Note()
    if let items = known["items"] {
      let range = reading.parse(items.value, "`items`") { scanner throws(NotationProblem) in
        try RangeText(&scanner).counts(scanner)
      }
      (note.minimumLength, note.maximumLength) = range ?? (nil, nil)
    }
    if let unique = known["unique"] {
      note.isUnique = reading.flag(unique.value, "`unique`") ?? false
    }
    if let secret = known["secret"] {
      note.isSecret = reading.flag(secret.value, "`secret`") ?? false
    }
    if let source = known["source"] { note.source = reading.string(source.value, "`source`") }
    return note
  }

  private func text(_ scanner: inout NotationScanner) throws(NotationProblem) -> Note {
    var note = Note()
    scanner.skipBlanks()
    while !scanner.isAtEnd {
      let start = scanner.offset
      let word = scanner.word()
      switch word {
      case "items":
        scanner.skipBlanks()
        (note.minimumLength, note.maximumLength) = try RangeText(&scanner).counts(scanner)
      case "unique": note.isUnique = true
      case "secret": note.isSecret = true
      default:
        throw scanner.fail(
          word.isEmpty
            ? "`\(scanner.rest)` was not expected here" : "`\(word)` says nothing of a row",
          at: start,
          remedy: Suggestion.nearest(to: word, among: Self.keys).map { "did you mean `\($0)`?" }
            ?? "known are `items ..10`, `unique`, `secret`, and `source:` in a map"
        )
      }
      scanner.skipBlanks()
    }
    return note
  }

  // MARK: - Putting

  private enum Outcome { case done, noRow, isNamed, notAList }

  private func put(
    _ note: Note,
    into type: inout FieldType,
    at steps: ArraySlice<FieldPath.Step>
  ) -> Outcome {
    guard let step = steps.first else { return put(note, into: &type) }
    switch (step, type.shape) {
    case (.items, .list(var item)):
      let outcome = put(note, into: &item, at: steps.dropFirst())
      type.shape = .list(item)
      return outcome
    case (.member(let name), .object(var object)):
      guard let index = object.rows.firstIndex(where: { $0.name == name }) else { return .noRow }
      let rest = steps.dropFirst()
      let outcome = put(note, into: &object.rows[index].type, at: rest)
      if rest.isEmpty, outcome == .done {
        object.rows[index].source = note.source ?? object.rows[index].source
        object.rows[index].isSecret = object.rows[index].isSecret || note.isSecret
      }
      type.shape = .object(object)
      return outcome
    case (_, .named): return .isNamed
    default: return .noRow
    }
  }

  private func put(_ note: Note, into type: inout FieldType) -> Outcome {
    guard note.minimumLength != nil || note.maximumLength != nil || note.isUnique else {
      return .done
    }
    guard case .list = type.shape else { return .notAList }
    type.narrowing.minimumLength = note.minimumLength
    type.narrowing.maximumLength = note.maximumLength
    type.narrowing.isUnique = note.isUnique
    return .done
  }
}
