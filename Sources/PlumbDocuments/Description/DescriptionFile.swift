public import PlumbNotation
import PlumbText

/// A description of an API or of a body, in JSON or YAML, whose values know their places.
public struct DescriptionFile: Sendable {
  /// The most bytes that a description may have: 50 MB.
  public static let byteLimit = 50_000_000

  /// The path as it was given; messages name it.
  public let path: String

  /// The value.
  let root: JSONNode

  private let places: FilePlaces

  /// Reads a file: as JSON when it begins with `{` or `[`, else as YAML 1.2, core schema.
  ///
  /// - Parameters:
  ///   - bytes: What stands in the file.
  ///   - path: Its path, for messages.
  /// - Throws: The first thing that is wrong with it, with its place and how to mend it.
  public init(_ bytes: [UInt8], path: String) throws(Diagnostic) {
    let start = SourcePlace(file: path, line: 1, column: 1)
    guard bytes.count <= Self.byteLimit else {
      throw Diagnostic(
        .error,
        "a description has at most \(Self.byteLimit) bytes, this file has \(bytes.count)",
        at: start,
        remedy: "divide it, or leave out its examples"
      )
    }
    let bytes = Array(bytes[(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...])
    guard let first = bytes.first(where: { $0 > 0x20 }) else {
      throw Diagnostic(.error, "the file is empty", at: start)
    }
    guard first != UInt8(ascii: "<") else {
      throw Diagnostic(
        .error,
        "this is HTML or XML, not a description in JSON or YAML",
        at: start,
        remedy: "fetch the description itself, not the page that shows it"
      )
    }
    self.path = path
    places = FilePlaces(bytes, file: path)
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      root = try Self.json(bytes, places)
    } else {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Diagnostic(.error, "a description is text in UTF-8, this is not", at: start)
      }
      root = YAMLValues.json(try YAMLNode.read(text, file: path), places)
    }
  }

  private static func json(
    _ bytes: [UInt8],
    _ places: FilePlaces
  ) throws(Diagnostic) -> JSONNode {
    let document: JSONDocument
    do throws(JSONSyntaxError) {
      document = try JSONDocument(bytes)
    } catch {
      throw Diagnostic(.error, "not JSON: \(error)", at: places.place(of: error.offset))
    }
    if let twice = document.duplicates.first {
      throw Diagnostic(
        .error,
        "the member `\(twice.name)` stands twice in one object",
        at: places.place(of: twice.range.lowerBound),
        remedy: "remove one of them"
      )
    }
    return document.root
  }

  /// Where a value stands.
  func place(of node: JSONNode) -> SourcePlace { places.place(of: node.range.lowerBound) }
}
