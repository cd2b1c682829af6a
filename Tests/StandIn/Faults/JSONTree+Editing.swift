import PlumbText

extension JSONTree {
  /// Changes the value at a JSON Pointer; nothing happens when there is none.
  mutating func edit(_ pointer: String, _ change: (inout JSONTree) -> Void) {
    edit(Self.tokens(pointer)[...], change)
  }

  /// Changes the members of the object that holds the value at a JSON Pointer.
  ///
  /// - Parameter change: Gets the members and the index of the one that the pointer names.
  mutating func editOwner(_ pointer: String, _ change: (inout [Member], Int) -> Void) {
    let tokens = Self.tokens(pointer)
    guard let name = tokens.last else { return }
    edit(tokens.dropLast()) { owner in
      guard case .object(var members) = owner,
        let index = members.firstIndex(where: { $0.name == name })
      else { return }
      change(&members, index)
      owner = .object(members)
    }
  }

  private mutating func edit(_ tokens: ArraySlice<String>, _ change: (inout JSONTree) -> Void) {
    guard let token = tokens.first else {
      change(&self)
      return
    }
    switch self {
    case .object(var members):
      guard let index = members.firstIndex(where: { $0.name == token }) else { return }
      members[index].value.edit(tokens.dropFirst(), change)
      self = .object(members)
    case .list(var items):
      guard let index = Int(token), items.indices.contains(index) else { return }
      items[index].edit(tokens.dropFirst(), change)
      self = .list(items)
    default:
      return
    }
  }

  private static func tokens(_ pointer: String) -> [String] {
    pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
      token.split(separator: "~1", omittingEmptySubsequences: false)
        .map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }
        .joined(separator: "/")
    }
  }
}
