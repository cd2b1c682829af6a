public import PlumbText
import Yams

/// A value of a YAML file that is no contract, with its place.
///
/// Tags are looked at only where they say that text is binary; none makes anything run.
public struct YAMLNode: Sendable {
  /// What the value is.
  public enum Content: Sendable {
    /// `null`, or a key without a value.
    case nothing
    /// A scalar; nothing is guessed of its type.
    case text(String)
    /// What `!!binary` holds, still in base64.
    case binary(String)
    /// The items, in order.
    case list([YAMLNode])
    /// The keys with their values, in order.
    case map([(key: String, value: YAMLNode)])
    /// A value of a type that only another program knows, by its tag.
    case foreign(String)
  }

  /// What it is.
  public var content: Content

  /// Where it begins.
  public var place: SourcePlace

  /// Whether it is a scalar without quotes, which YAML's core schema may take for no text.
  public var isPlain = false

  /// Creates a value.
  public init(_ content: Content, at place: SourcePlace) {
    self.content = content
    self.place = place
  }

  /// Reads a file.
  ///
  /// Aliases stand for what they name, as long as the file does not grow beyond all bounds by it.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - file: The path of the file, for places.
  /// - Throws: The first thing that is wrong with it.
  public static func read(_ text: String, file: String) throws(Diagnostic) -> YAMLNode {
    let reader = YAMLNodeReader(text, file: file)
    return try reader.read()
  }
}

/// Turns Yams' nodes into ours.
private struct YAMLNodeReader {
  private static let depthLimit = 100

  private let text: String
  /// How many values there may be: aliases apart, each takes a byte or more.
  private let countLimit: Int
  private let source: SourceText

  init(_ text: String, file: String) {
    self.text = text
    countLimit = text.utf8.count * 2 + 1000
    source = SourceText(NotationFile(path: file, text: text))
  }

  func read() throws(Diagnostic) -> YAMLNode {
    var found: Node?
    do {
      // The reader keeps a pointer into the string, which very short strings do not have.
      let isShort = text.utf8.count < 64
      let padded = isShort ? text + "\n\n#" + String(repeating: "-", count: 64) : text
      let parser = try Parser(yaml: padded, resolver: .basic, encoding: .utf8)
      found = try withExtendedLifetime(parser) { try parser.singleRoot() }
    } catch let error as YamlError {
      throw YAMLProblem(error, in: source).diagnostic
    } catch {
      throw Diagnostic(.error, "the file cannot be read as YAML", at: source.place(1, 1))
    }
    guard let found else { throw Diagnostic(.error, "the file is empty", at: source.place(1, 1)) }
    var count = 0
    return try convert(found, depth: 0, &count)
  }

  private func convert(
    _ node: Node,
    depth: Int,
    _ count: inout Int
  ) throws(Diagnostic) -> YAMLNode {
    let place = source.place(node.mark?.line ?? 1, node.mark?.column ?? 1)
    count += 1
    guard depth < Self.depthLimit, count < countLimit else {
      throw Diagnostic(.error, "the file nests too deep, or aliases make it too large", at: place)
    }
    let tag = node.tag.description
    guard tag.isEmpty || tag == "!" || tag.hasPrefix("tag:yaml.org,2002:") else {
      return YAMLNode(.foreign(tag), at: place)
    }
    let type = tag.dropFirst("tag:yaml.org,2002:".count)
    guard !type.hasPrefix("python/") || type == "python/unicode" || type == "python/str" else {
      return YAMLNode(.foreign("!!\(type)"), at: place)
    }
    switch node {
    case .scalar(let scalar):
      var value = YAMLNode(Self.content(of: scalar, isBinary: type == "binary"), at: place)
      value.isPlain = scalar.style == .plain || scalar.style == .any
      return value
    case .sequence(let items):
      var list: [YAMLNode] = []
      for item in items { list.append(try convert(item, depth: depth + 1, &count)) }
      return YAMLNode(.list(list), at: place)
    case .mapping(let pairs):
      var map: [(key: String, value: YAMLNode)] = []
      for pair in pairs {
        guard case .scalar(let key) = pair.key else {
          throw Diagnostic(.error, "a key is text, not a list or a map", at: place)
        }
        map.append((key.string, try convert(pair.value, depth: depth + 1, &count)))
      }
      return YAMLNode(.map(map), at: place)
    case .alias:
      return YAMLNode(.nothing, at: place)
    }
  }

  private static func content(of scalar: Node.Scalar, isBinary: Bool) -> YAMLNode.Content {
    if isBinary { return .binary(scalar.string) }
    let isPlain = scalar.style == .plain || scalar.style == .any
    let isNothing = ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    return isPlain && isNothing ? .nothing : .text(scalar.string)
  }
}
