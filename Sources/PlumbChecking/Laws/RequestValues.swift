import PlumbText

/// The parameters that a request gave, decoded.
struct RequestValues: Hashable, Sendable {
  /// The absolute URL, as sent.
  var url: String
  /// The values by the names of the contract: of the path, the query and the header.
  var items: [Query.Item]

  /// The values of a parameter; a list written in one value is taken apart. An empty value says
  /// nothing and counts as absent.
  func values(of name: String, isCommaList: Bool) -> [String] {
    var values: [String] = []
    for item in items where item.name == name && !item.value.isEmpty {
      if isCommaList {
        values += item.value.split(separator: ",").map(String.init)
      } else {
        values.append(item.value)
      }
    }
    return values
  }
}
