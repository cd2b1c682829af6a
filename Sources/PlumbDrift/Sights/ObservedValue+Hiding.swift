import PlumbChecking

extension ObservedValue {
  /// What was seen without the values of members whose names are those of credentials.
  func hidingValues(of isSecret: (_ name: String) -> Bool) -> ObservedValue {
    var value = self
    value.items = items.map { $0.hidingValues(of: isSecret) }
    value.others = others.map { $0.hidingValues(of: isSecret) }
    value.members = members.map { member in
      var inner = member.value.hidingValues(of: isSecret)
      if isSecret(member.name) { inner.hide() }
      return Member(name: member.name, value: inner)
    }
    return value
  }

  /// Forgets the values, also those of items and members.
  private mutating func hide() {
    values = nil
    form = nil
    numbers = nil
    example = nil
    firsts = [:]
    for index in items.indices { items[index].hide() }
    for index in others.indices { others[index].hide() }
    for index in members.indices { members[index].value.hide() }
  }
}
