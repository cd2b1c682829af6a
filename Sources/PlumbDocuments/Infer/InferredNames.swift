import PlumbText

/// Names operations by their paths: a group, which becomes a file, and what stands behind it.
struct InferredNames {
  /// How many parts all paths begin with in common.
  private let common: Int

  /// Looks at the paths of an API.
  init(_ shapes: [PathTree.Shape]) {
    let words = shapes.map { shape in shape.prefix { $0 != nil && $0 != "" }.compactMap(\.self) }
    var shared = words.first ?? []
    for next in words.dropFirst() {
      shared = Array(zip(shared, next).prefix { $0 == $1 }.map(\.0))
    }
    // Every path keeps a word that names its group.
    common = max(min(shared.count, (words.map(\.count).min() ?? 0) - 1), 0)
  }

  /// The group of a path.
  func group(_ shape: PathTree.Shape) -> String {
    let word = shape.dropFirst(common).compactMap(\.self).first { !$0.isEmpty }
    return Text.name(word ?? "", fallback: "root")
  }

  /// The name of an operation: `lights.of_coast`, `lights.one`, `lights.post`.
  ///
  /// - Parameters:
  ///   - names: The names of the path's parameters, in order.
  ///   - isListing: Whether the body lists things.
  func name(
    _ shape: PathTree.Shape,
    method: String,
    names: [String],
    isListing: Bool
  ) -> String {
    var names = names[...]
    var words: [String] = []
    for part in shape.dropFirst(common) {
      if let part {
        if !part.isEmpty { words.append(Text.name(part, fallback: "x")) }
      } else if let name = names.popFirst() {
        // `lights/{light}` is one light.
        if let last = words.last, words.count > 1, PathPart.singular(last) == name {
          words[words.count - 1] = name
        } else {
          words.append(words.count == 1 ? "one" : name)
        }
      }
    }
    var rest = Array(words.dropFirst())
    if rest.isEmpty { rest = [isListing ? "list" : "get"] }
    if method != "GET" { rest = [method.lowercased()] + (rest == ["get"] ? [] : rest) }
    return "\(group(shape)).\(rest.joined(separator: "_"))"
  }

  /// The names of a path's parameters: what the word before each says of one thing.
  static func parameters(_ shape: PathTree.Shape) -> [String] {
    var names: [String] = []
    for (index, part) in shape.enumerated() where part == nil {
      let word = shape[..<index].last { $0 != nil } ?? nil
      names.append(Text.unique(PathPart.singular(word), isTaken: names.contains))
    }
    return names
  }

  /// The name of an API, of a word of its host that says most.
  static func api(_ host: String) -> String {
    let plain: Set<String> = ["api", "www", "services", "rest"]
    let labels = host.split(separator: ".").map(String.init)
    let words = labels.count > 1 ? labels.dropLast() : labels[...]
    let telling = words.filter { !plain.contains($0) && !$0.hasPrefix("api-") }
    let longest = telling.max { $0.count < $1.count }
    return Text.name(longest ?? host, fallback: "api")
  }
}
