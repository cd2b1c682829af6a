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
      return JSONPlaces(bytes, file: file).node(document.root)
    } catch {
      throw Diagnostic(
        .error,
        "not JSON: \(error)",
        at: JSONPlaces(bytes, file: file).place(error.offset)
      )
    }
  }
}

/// Turns JSON into the values that YAML has, with places.
private struct JSONPlaces {
  private let file: String
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  func place(_ offset: Int) -> SourcePlace {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let line = bytes[lineStarts[low]..<min(offset, bytes.count)]
    let column = line.count { $0 & 0xC0 != 0x80 }
    return SourcePlace(file: file, line: low + 1, column: column + 1)
  }

  func node(_ node: JSONNode) -> YAMLNode {
    let content: YAMLNode.Content =
      switch node.value {
      case .null: .nothing
      case .boolean(let isTrue): .text(isTrue ? "true" : "false")
      case .number(let number): .text(number.text)
      case .string(let text): .text(text)
      case .array(let items): .list(items.map(self.node))
      case .object(let members): .map(members.map { ($0.name, self.node($0.value)) })
      }
    return YAMLNode(content, at: place(node.range.lowerBound))
  }
}
