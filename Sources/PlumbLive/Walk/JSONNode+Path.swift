import PlumbModel
import PlumbText

extension JSONNode {
  /// The values at a path, in order; none where it leads nowhere.
  func values(at path: FieldPath) -> [JSONNode] {
    places(at: path).map(\.node)
  }

  /// The values at a path with their pointers, in order.
  func places(at path: FieldPath) -> [(pointer: JSONPointer, node: JSONNode)] {
    var found: [(pointer: JSONPointer, node: JSONNode)] = [(JSONPointer(), self)]
    for step in path.steps {
      found = found.flatMap { place -> [(pointer: JSONPointer, node: JSONNode)] in
        switch step {
        case .member(let name):
          place.node[name].map { [(place.pointer.appending(name), $0)] } ?? []
        case .items:
          (place.node.elements ?? []).enumerated().map { index, node in
            (place.pointer.appending(index), node)
          }
        }
      }
    }
    return found
  }
}
