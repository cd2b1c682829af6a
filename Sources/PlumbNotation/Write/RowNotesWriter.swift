import PlumbModel

/// Writes what is known of rows besides their types, under `rows`.
struct RowNotesWriter {
  /// What is said of one row.
  private struct Note: Hashable {
    var narrowing = Narrowing()
    var isSecret = false
    var source: String?

    var isEmpty: Bool { narrowing.isEmpty && !isSecret && source == nil }

    /// The note in words, where it has no sentence.
    var text: String {
      var words: [String] = []
      if let items { words.append("items \(items)") }
      if narrowing.isUnique { words.append("unique") }
      if isSecret { words.append("secret") }
      return words.joined(separator: " ")
    }

    var items: String? {
      guard narrowing.minimumLength != nil || narrowing.maximumLength != nil else { return nil }
      return TypeWriter.range(narrowing.minimumLength, narrowing.maximumLength)
    }
  }

  private var paths: [FieldPath] = []
  private var notes: [FieldPath: Note] = [:]

  /// Collects what is said of the rows of a type.
  ///
  /// - Parameter path: Where the type stands: the root of a body, or the name of a type.
  mutating func collect(_ type: FieldType, at path: FieldPath) {
    switch type.shape {
    case .list(let item):
      take(path) { $0.narrowing = type.narrowing }
      collect(item, at: FieldPath(steps: path.steps + [.items]))
    case .object(let object):
      for row in object.rows {
        let inner = FieldPath(steps: path.steps + [.member(row.name)])
        take(inner) { note in
          note.isSecret = row.isSecret
          note.source = row.source
        }
        collect(row.type, at: inner)
      }
    default: return
    }
  }

  private mutating func take(_ path: FieldPath, _ change: (inout Note) -> Void) {
    var note = notes[path] ?? Note()
    change(&note)
    guard !note.isEmpty else { return }
    if notes.updateValue(note, forKey: path) == nil { paths.append(path) }
  }

  /// Writes the notes, if there are any.
  func write(to lines: inout NotationLines) {
    guard !paths.isEmpty else { return }
    lines.block("rows") { lines in
      for path in paths { write(notes[path] ?? Note(), of: path, to: &lines) }
    }
  }

  private func write(_ note: Note, of path: FieldPath, to lines: inout NotationLines) {
    guard let source = note.source else {
      lines.entry(path.description, note.text)
      return
    }
    lines.block(path.description) { lines in
      if let items = note.items { lines.entry("items", items) }
      if note.narrowing.isUnique { lines.entry("unique", "true") }
      if note.isSecret { lines.entry("secret", "true") }
      lines.entry("source", YAMLText.written(source, .prose))
    }
  }
}
