import PlumbNotation
import PlumbText

/// Reads the file of a cassette as values with their places.
enum CassetteFile {
  /// Returns the value of a file, which is JSON when it begins like an object or a list.
  static func root(of bytes: [UInt8], file: String) throws(Diagnostic) -> YAMLNode {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let bytes = Array(bytes[start...])
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(
        .error,
        "expected text in UTF-8, found other bytes",
        at: SourcePlace(file: file, line: 1, column: 1),
        remedy: "record the cassette anew"
      )
    }
    let first = bytes.first { $0 > 0x20 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return try YAMLNode.read(text, file: file)
    }
    do throws(JSONSyntaxError) {
      let document = try JSONDocument(bytes)
      return node(document.root, FilePlaces(bytes, file: file))
    } catch {
      throw Diagnostic(
        .error,
        "not JSON: \(error)",
        at: FilePlaces(bytes, file: file).place(of: error.offset)
      )
    }
  }

  /// Turns JSON into the values that YAML has, with places.
  private static func node(_ node: JSONNode, _ places: FilePlaces) -> YAMLNode {
    let content: YAMLNode.Content =
      switch node.value {
      case .null: .nothing
      case .boolean(let isTrue): .text(isTrue ? "true" : "false")
      case .number(let number): .text(number.text)
      case .string(let text): .text(text)
      case .array(let items): .list(items.map { self.node($0, places) })
      case .object(let members): .map(members.map { ($0.name, self.node($0.value, places)) })
      }
    return YAMLNode(content, at: places.place(of: node.range.lowerBound))
  }
}
