package import Foundation

#if canImport(FoundationXML)
package import FoundationXML
#endif

/// What a strict reader of XML finds in a document: elements, attributes, texts.
package final class MarkupShape: NSObject, XMLParserDelegate {
  /// A document that is not well-formed.
  package struct IllFormed: Error {
    package var line: Int
    package var problem: String
    package var text: String
  }

  /// The document.
  package let text: String
  /// How often each element stands in it.
  package private(set) var elements: [String: Int] = [:]
  /// The names of the attributes of each element.
  package private(set) var attributes: [String: Set<String>] = [:]
  /// The elements that each element stands in; the empty string for the root's.
  package private(set) var parents: [String: Set<String>] = [:]
  /// The levels of the headings, in their order.
  package private(set) var headings: [Int] = []

  private var values: [(element: String, name: String, value: String)] = []
  private var texts: [(element: String, text: String)] = []
  private var open: [(element: String, index: Int)] = []

  /// Reads a document.
  package init(_ text: String) throws {
    self.text = text
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else {
      let line = parser.lineNumber
      throw IllFormed(
        line: line,
        problem: parser.parserError.map { "\($0)" } ?? "",
        text: text
      )
    }
  }

  /// The texts of elements with all in them, in the order of their beginnings; runs of white space
  /// are one space.
  package func texts(of element: String) -> [String] {
    texts.filter { $0.element == element }.map { entry in
      entry.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// The values of an attribute, of one kind of element or of all.
  package func values(of name: String, in element: String?) -> [String] {
    values.filter { $0.name == name && (element == nil || $0.element == element) }.map(\.value)
  }

  package func parser(
    _ parser: XMLParser,
    didStartElement element: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes found: [String: String]
  ) {
    elements[element, default: 0] += 1
    attributes[element, default: []].formUnion(found.keys)
    parents[element, default: []].insert(open.last?.element ?? "")
    for (name, value) in found { values.append((element, name, value)) }
    if element.count == 2, element.first == "h", let level = element.last?.wholeNumberValue {
      headings.append(level)
    }
    open.append((element, texts.count))
    texts.append((element, ""))
  }

  package func parser(_ parser: XMLParser, foundCharacters text: String) {
    for entry in open { texts[entry.index].text += text }
  }

  package func parser(
    _ parser: XMLParser,
    didEndElement element: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    open.removeLast()
  }
}
