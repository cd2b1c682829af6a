import PlumbChecking
import PlumbModel
import PlumbText

/// One row of a table with the rows in it, whether it is documented or observed.
struct TableNode {
  /// The row as a JSON Pointer with `*` for each index.
  var field: String
  /// The name of the member.
  var name: String
  /// What the table says of it.
  var words: String
  /// What was seen of it; `nil` when it is documented.
  var sight: RowSight?
  /// The rows of the object that it is, or of the objects in the lists that it is.
  var children: [TableNode] = []

  /// How many rows a documented table has at most: types that hold each other would have no end.
  private static let most = 2_000

  // MARK: - Documented

  /// The table of a documented type.
  init(documented type: FieldType, types: [String: FieldType]) {
    var room = Self.most
    self.init(type, "", name: "", isOptional: false, types: types, open: [], &room)
  }

  private init(
    _ type: FieldType,
    _ field: String,
    name: String,
    isOptional: Bool,
    types: [String: FieldType],
    open: Set<String>,
    _ room: inout Int
  ) {
    self.field = field
    self.name = name
    words = TypeText.describe(type) + (isOptional ? ", optional" : "")
    var (inner, at, open) = (type, field, open)
    while true {
      if let name = inner.name, !open.insert(name).inserted { return }
      inner = inner.resolved(by: types)
      guard case .list(let item) = inner.shape else { break }
      inner = item
      at = RowPointer.items(of: at)
    }
    guard case .object(let object) = inner.shape, room >= object.rows.count else { return }
    room -= object.rows.count
    for row in object.rows {
      let child = TableNode(
        row.type,
        RowPointer.member(row.name, of: at),
        name: row.name,
        isOptional: row.isOptional,
        types: types,
        open: open,
        &room
      )
      children.append(child)
    }
  }

  // MARK: - Observed

  /// The table of what was seen.
  init(observed value: ObservedValue) {
    self.init(value, field: "", name: "", of: nil)
  }

  private init(_ value: ObservedValue, field: String, name: String, of total: Int?) {
    self.field = field
    self.name = name
    words = ObservedWords.text(value, of: total)
    sight = RowSight(value, of: total)
    var (inner, at) = (value, field)
    while inner.objects == 0, let item = inner.items.first {
      inner = item
      at = RowPointer.items(of: at)
    }
    children = inner.members.map { member in
      TableNode(
        member.value,
        field: RowPointer.member(member.name, of: at),
        name: member.name,
        of: inner.objects
      )
    }
  }
}
