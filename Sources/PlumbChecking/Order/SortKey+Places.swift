package import PlumbModel
import PlumbText

extension SortKey.Term {
  /// The path inside an item.
  package var path: FieldPath {
    switch self {
    case .value(let path), .count(let path), .first(let path), .least(let path): path
    }
  }

  /// The places inside an item that must be read for the term.
  ///
  /// A count needs the list, where each of its items begins, and the outermost list around it, as
  /// an empty list and a missing one are not the same.
  var places: [FieldPath] {
    guard case .count = self else { return [path] }
    let list = countedList
    var places = [list, FieldPath(steps: list.steps + [.items])]
    if let outer = list.outermostList { places.append(outer) }
    return places
  }

  /// The list whose items are counted; `count(a[])` is `count(a)`.
  var countedList: FieldPath {
    var steps = path.steps
    while steps.last == .items { steps.removeLast() }
    return FieldPath(steps: steps)
  }

  /// Where the term is in one item, as a pointer from the item: as far as one place says it.
  var pointer: String {
    var tokens: [String] = []
    for step in path.steps {
      switch step {
      case .member(let name): tokens.append(name)
      case .items:
        guard case .first = self else { return JSONPointer(tokens: tokens).description }
        tokens.append("0")
      }
    }
    return JSONPointer(tokens: tokens).description
  }

  /// The row that the term is about, without indices, from the item: `/types/*/code`.
  var field: String { path.pointer { _ in "*" } }
}

extension FieldPath {
  /// The outermost list that the path leads through; `nil` when it leads through none.
  var outermostList: FieldPath? {
    steps.firstIndex(of: .items).map { FieldPath(steps: Array(steps[..<$0])) }
  }
}
