import PlumbModel
import PlumbText

/// Divides operations into files: by the description's tags, else by their paths.
///
/// The group of a path is its first two literal parts, behind what all paths have in common:
/// `/v1/shop/books/{id}` and `/v1/shop/books/` are both of `shop_books`. An operation that would be
/// alone in its file joins those of the first part.
struct OperationGroups {
  private let operations: [ImportedOperation]
  private let sources: [String: String]
  private let common: Int

  init(_ root: Located, _ operations: [ImportedOperation]) {
    self.operations = operations
    var sources: [String: String] = [:]
    for tag in root["tags"]?.elements ?? [] {
      guard let name = tag["name"]?.string else { continue }
      sources[name] = tag["externalDocs"]?["url"]?.string
    }
    self.sources = sources
    common = Self.common(operations.map(\.contract.path))
  }

  func files() -> [ImportedAPI.File] {
    var counts: [String: Int] = [:]
    for operation in operations { counts[group(operation), default: 0] += 1 }
    var groups: [String: [Contract]] = [:]
    for operation in operations {
      var name = group(operation)
      if operation.tag == nil, counts[name] == 1 { name = Self.stem(parts(operation).prefix(1)) }
      var contract = operation.contract
      contract.page = operation.tag
      contract.source = operation.tag.flatMap { sources[$0] }
      groups[name, default: []].append(contract)
    }
    return groups.sorted { $0.key < $1.key }.map { name, contracts in
      let sorted = contracts.sorted { Self.key($0) < Self.key($1) }
      return ImportedAPI.File(name: Self.fileName(name), contracts: sorted)
    }
  }

  private func group(_ operation: ImportedOperation) -> String {
    if let tag = operation.tag { return DescribedNames.word(tag).lowercased() }
    return Self.stem(parts(operation).prefix(2))
  }

  private static func stem(_ parts: some Sequence<String>) -> String {
    let name = parts.joined(separator: "_").lowercased()
    return name.isEmpty ? "root" : name
  }

  /// The literal parts in front of the first parameter, without those that all paths share.
  private func parts(_ operation: ImportedOperation) -> [String] {
    Array(Self.parts(operation.contract.path).dropFirst(common))
  }

  private static func parts(_ path: PathTemplate) -> [String] {
    path.segments.prefix {
      if case .literal = $0 { true } else { false }
    }.compactMap { segment in
      guard case .literal(let text) = segment, !text.isEmpty else { return nil }
      return DescribedNames.word(text)
    }
  }

  /// How many parts all paths begin with, as long as something is left of each.
  private static func common(_ paths: [PathTemplate]) -> Int {
    let all = paths.map(parts)
    guard let first = all.first else { return 0 }
    var count = 0
    while first.count > count + 1,
      all.allSatisfy({ $0.count > count + 1 && $0[count] == first[count] })
    {
      count += 1
    }
    return count
  }

  /// By path, literal parts before parameters; then by method.
  private static func key(_ contract: Contract) -> String {
    let segments = contract.path.segments.map { segment in
      switch segment {
      case .literal(let text): "0\(text)"
      case .parameter(let name, _, _): "1\(name)"
      }
    }
    return segments.joined(separator: "\u{1}") + "\u{0}" + contract.method
  }

  /// A name that no other file of an API's folder has.
  private static func fileName(_ group: String) -> String {
    ["api", "accepted"].contains(group) ? "\(group)_.yaml" : "\(group).yaml"
  }
}
