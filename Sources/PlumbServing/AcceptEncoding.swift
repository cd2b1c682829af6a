/// What codings a client takes.
///
/// Source: RFC 9110, section 12.5.3.
enum AcceptEncoding {
  /// Whether the value of an `Accept-Encoding` field lets a body come as gzip.
  static func takesGzip(_ value: String) -> Bool {
    guard value != "identity" else { return false }
    var byStar: Bool?
    for part in value.split(separator: ",") {
      let words = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let name = words.first?.lowercased() else { continue }
      let isTaken = !words.dropFirst().contains { isZero($0) }
      if name == "gzip" || name == "x-gzip" { return isTaken }
      if name == "*" { byStar = isTaken }
    }
    return byStar ?? false
  }

  /// Whether a parameter is a weight of nothing, such as `q=0.0`.
  private static func isZero(_ parameter: String) -> Bool {
    let text = parameter.lowercased()
    guard text.hasPrefix("q=") else { return false }
    return text.dropFirst(2).allSatisfy { $0 == "0" || $0 == "." }
  }
}
