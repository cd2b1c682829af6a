/// What can be wrong with the link at a place.
public enum LinkFault: String, Hashable, Sendable, CaseIterable {
  /// The link leads to another item than the one that it stands in.
  case otherItem = "other-item"
  /// The link leads to another host.
  case otherHost = "other-host"
  /// The link has a segment that no operation has there.
  case otherPath = "other-path"
  /// The slash at the end of the path is left out, or one is added.
  case otherSlash = "other-slash"

  /// Puts the fault into an answer's body.
  func apply(to answer: inout Answer, at pointer: String) {
    guard case .json(var tree, let escaping) = answer.body else { return }
    tree.edit(pointer) { value in
      if let link = value.text { value = .string(changed(link)) }
    }
    answer.body = .json(tree, escaping)
  }

  private func changed(_ link: String) -> String {
    var parts = link.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 4, let code = parts.lastIndex(where: { !$0.isEmpty }) else { return link }
    switch self {
    case .otherItem: parts[code] = parts[code].count == 1 ? "5" : "29-1051.00"
    case .otherHost: parts[2] = "www.example.com"
    case .otherPath: parts.insert("in_demand", at: code)
    case .otherSlash:
      if parts.last == "" { parts.removeLast() } else { parts.append("") }
    }
    return parts.joined(separator: "/")
  }
}
