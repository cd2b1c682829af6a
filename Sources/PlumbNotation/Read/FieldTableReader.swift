import PlumbModel
import PlumbText

/// Reads a field table: one line, one row.
struct FieldTableReader {
  let reading: NodeReading

  /// The names of the API's own types.
  let names: Set<String>

  /// Whether maps in brackets are read: in JSON, and in the one-line bodies of errors.
  var allowsFlow = false

  /// Reads the type that a row, a list or a whole body has; `nil` when the log tells why not.
  func type(_ node: NotationNode, _ what: String) -> FieldType? {
    if node.isFlow, !allowsFlow, !reading.file.isJSON {
      reading.log.error(
        "a field table is not written in brackets, where YAML splits a type such as `string (a, b)`",
        at: node.place,
        remedy: "one row a line, indented below its parent; a list is `- ` and its items' type"
      )
      return nil
    }
    switch node.content {
    case .nothing:
      if let comment = node.comment {
        reading.log.error(
          "\(what) has no type: YAML takes `\(comment)` as a comment",
          at: node.place,
          remedy: "quote the value, or write the type in front of the comment"
        )
        return nil
      }
      reading.log.error(
        "\(what) has no type",
        at: node.place,
        remedy: "known are \(TypeReader.words.map { "`\($0)`" }.joined(separator: ", "))"
      )
      return nil
    case .text:
      let reader = TypeReader(names: names, use: .row)
      return reading.parse(node, what) { scanner throws(NotationProblem) in
        try reader.read(&scanner).type
      }
    case .list(let items):
      guard items.count == 1 || isNullable(items) else {
        reading.log.error(
          "a list in a field table has one element, the type of its items; here are \(items.count)",
          at: items.count > 1 ? items[1].place : node.place
        )
        return nil
      }
      return type(items[0], "the item").map { item in
        var item = item
        if items.count == 2 { item.isNullable = true }
        return FieldType(.list(item))
      }
    case .map(let entries):
      return object(entries).map { FieldType(.object($0)) }
    }
  }

  /// Whether a list says with a second element, `null`, that its items may be `null` besides.
  private func isNullable(_ items: [NotationNode]) -> Bool {
    items.count == 2 && items[1].isNull
  }

  private func object(_ entries: [NotationEntry]) -> ObjectType? {
    var object = ObjectType(rows: [])
    var places: [String: (place: SourcePlace, key: String)] = [:]
    var isWhole = true
    for entry in entries {
      if entry.key == MarkedName.others {
        if case .text(let text) = entry.value.content, text.string == MarkedName.none { continue }
        object.others = type(entry.value, "`...`")
        isWhole = isWhole && object.others != nil
        continue
      }
      let marked = MarkedName(entry.key)
      if let first = places[marked.name] {
        reading.log.error(
          "the row `\(marked.name)` stands here already, as `\(first.key)` in line \(first.place.line)",
          at: entry.keyPlace,
          remedy: "remove one of them; a member that really ends in `?` is written `??`"
        )
      }
      places[marked.name] = places[marked.name] ?? (entry.keyPlace, entry.key)
      guard let row = row(entry, marked) else {
        isWhole = false
        continue
      }
      object.rows.append(row)
    }
    return isWhole ? object : nil
  }

  private func row(_ entry: NotationEntry, _ marked: MarkedName) -> Row? {
    guard !marked.name.isEmpty else {
      reading.log.error("a row has a name", at: entry.keyPlace)
      return nil
    }
    guard !marked.isMisplaced else {
      reading.log.error(
        "`|null` stands behind `?`",
        at: entry.keyPlace,
        remedy: "write `\(entry.key.dropLast(6))?|null`"
      )
      return nil
    }
    guard var type = type(entry.value, "`\(marked.name)`") else { return nil }
    if marked.isNullable { type.isNullable = true }
    var place = entry.keyPlace
    if case .text = entry.value.content, entry.value.place.line == place.line {
      place = entry.value.place
    }
    return Row(name: marked.name, isOptional: marked.isOptional, type: type, place: place)
  }
}
