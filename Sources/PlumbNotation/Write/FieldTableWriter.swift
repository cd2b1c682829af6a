import PlumbModel

/// Writes field tables: one line, one row.
enum FieldTableWriter {
  /// Writes a key with its type: in one line, or with the rows or the item below it.
  ///
  /// - Parameter name: The key as it is written, marks included.
  static func write(
    _ name: String,
    _ type: FieldType,
    step: String? = nil,
    isNullSaid: Bool = false,
    to lines: inout NotationLines
  ) {
    if TypeWriter.isOneLine(type) {
      let text = TypeWriter.text(type, isNullSaid: isNullSaid)
      lines.entry(name, YAMLText.written(text, .value), step: step)
    } else {
      lines.block(name, step: step) { lines in writeBelow(type, to: &lines) }
    }
  }

  /// Writes the rows of an object, or the item of a list.
  private static func writeBelow(_ type: FieldType, to lines: inout NotationLines) {
    switch type.shape {
    case .list(let item):
      lines.item { lines in
        if TypeWriter.isOneLine(item) {
          lines.value(YAMLText.written(TypeWriter.text(item), .value))
        } else {
          writeBelow(item, to: &lines)
        }
      }
      if item.isNullable, !TypeWriter.isOneLine(item) { lines.item { $0.value("null") } }
    case .object(let object):
      for row in object.rows { write(row, to: &lines) }
      if let others = object.others {
        write(MarkedName.others, others, to: &lines)
      } else if object.rows.isEmpty {
        lines.entry(MarkedName.others, MarkedName.none)
      }
    default: return
    }
  }

  private static func write(_ row: Row, to lines: inout NotationLines) {
    let isMarked = row.type.isNullable && !TypeWriter.isOneLine(row.type)
    let marked = MarkedName(row.name, isOptional: row.isOptional, isNullable: isMarked)
    write(marked.key, row.type, step: row.name, isNullSaid: isMarked, to: &lines)
  }
}
