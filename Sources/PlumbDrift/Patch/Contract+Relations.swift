import PlumbChecking
import PlumbModel

extension Contract {
  /// Takes back orders, links, laws and pages that speak of rows which are there no longer.
  mutating func drop(relationsWithout types: [String: FieldType]) {
    guard case .json(let body)? = responses.first?.body else { return }
    let lookup = RowLookup(types: types)
    links.removeAll { !lookup.holdsText($0.at, in: body) || !lookup.holdsParts(of: $0, in: body) }
    let hadPages = paging != nil
    if let items = paging?.items {
      let list = FieldPath(steps: items.steps + [.items])
      // What is a list no more has no pages.
      if lookup.isOpen(items, in: body) || !lookup.holds(list, in: body) { paging = nil }
    }
    let list = (paging?.items ?? FieldPath(steps: [])).steps + [.items]
    // What is said of a listing goes with it.
    if hadPages, paging == nil { (identity, order) = (nil, nil) }
    if let identity, !lookup.holds(FieldPath(steps: list + identity.steps), in: body) {
      self.identity = nil
    }
    order?.choices.removeAll { choice in
      choice.readings.contains { keys in
        keys.contains { key in
          key.terms.contains { term in
            !lookup.holds(FieldPath(steps: list + term.path.steps), in: body)
          }
        }
      }
    }
    if order?.choices.isEmpty == true { order = nil }
    laws.removeAll { law in
      [law.left, law.right].contains { operand in
        guard case .path(let path)? = operand else { return false }
        let steps = law.each.map { $0.steps + [.items] } ?? []
        return !lookup.holds(FieldPath(steps: steps + path.steps), in: body)
      }
    }
  }
}

/// Finds rows by paths.
struct RowLookup {
  let types: [String: FieldType]

  /// Whether a path names a row that may hold a text.
  func holdsText(_ path: FieldPath, in type: FieldType) -> Bool {
    switch find(path, in: type)?.shape {
    case .string, .any: true
    default: false
    }
  }

  /// Whether the rows are there that a link's target takes values of.
  func holdsParts(of link: Link, in type: FieldType) -> Bool {
    link.parts.allSatisfy { part in
      guard case .member(let levels, let path) = part else { return true }
      // The object that holds the address, then those around it.
      var object = Array(link.at.steps.dropLast())
      for _ in 0..<levels {
        while object.last == .items { object.removeLast() }
        if !object.isEmpty { object.removeLast() }
      }
      return holds(FieldPath(steps: object + path.steps), in: type)
    }
  }

  /// Whether a path leads to, or into, what is not described.
  func isOpen(_ path: FieldPath, in type: FieldType) -> Bool {
    find(path, in: type)?.shape == .any
  }

  /// Whether a path names a row, or leads into what is not described.
  func holds(_ path: FieldPath, in type: FieldType) -> Bool { find(path, in: type) != nil }

  /// The type that a path leads to; `any` where it leads into what is not described.
  private func find(_ path: FieldPath, in type: FieldType) -> FieldType? {
    var type = type.resolved(by: types)
    for step in path.steps {
      switch (step, type.shape) {
      case (_, .any): return type
      case (.items, .list(let item)): type = item.resolved(by: types)
      case (.member(let name), .object(let object)):
        guard let next = object.rows.first(where: { $0.name == name })?.type ?? object.others else {
          return nil
        }
        type = next.resolved(by: types)
      default: return nil
      }
    }
    return type
  }
}
