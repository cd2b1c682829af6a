/// What an example's lines show: where its addresses lead.
enum PageExample {
  /// Returns the members of a line of JSON whose values are addresses: `"next": "https://…"`.
  static func addresses(in line: String) -> [PageService.Address] {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    // Between quotes stand the parts with odd numbers: a name, then its value.
    return parts.indices.filter { $0 % 2 == 1 }.compactMap { index in
      guard index >= 2, parts[index].hasPrefix("http://") || parts[index].hasPrefix("https://"),
        Text.trimmed(parts[index - 1]) == ":"
      else { return nil }
      return PageService.Address(name: String(parts[index - 2]), url: String(parts[index]))
    }
  }
}
