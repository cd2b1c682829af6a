/// Reads one JSON text, by the grammar and without shortcuts.
///
/// Containers that are still open wait in a list and not on the call stack, so that no depth can
/// exhaust it.
struct JSONReader {
  let bytes: [UInt8]
  let base: Int
  let limits: JSONDocument.Limits
  var offset = 0
  var loneSurrogates: [Int] = []
  var duplicates: [JSONDocument.Duplicate] = []
  private var count = 0
  private var open: [Container] = []

  /// An object or array whose end has not come yet.
  private struct Container {
    let start: Int
    let isObject: Bool
    var elements: [JSONNode] = []
    var members: [JSONMember] = []
    var name = ""
    var nameRange = 0..<0

    var closing: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }
  }

  init(_ bytes: [UInt8], base: Int, limits: JSONDocument.Limits) {
    self.bytes = bytes
    self.base = base
    self.limits = limits
  }

  mutating func read() throws(JSONSyntaxError) -> JSONNode {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw error(.byteOrderMark, "expected a value, found a byte order mark: remove it")
    }
    while true {
      var finished = try beginValue()
      while let node = finished {
        guard !open.isEmpty else {
          try expectEnd()
          return node
        }
        finished = try attach(node)
      }
    }
  }

  private mutating func expectEnd() throws(JSONSyntaxError) {
    skipWhiteSpace()
    guard offset == bytes.count else {
      throw error(.trailingText, "expected the end of the text after the value, found \(found)")
    }
  }

  /// Reads a value as far as its end; `nil` when a container is open and its first value comes.
  private mutating func beginValue() throws(JSONSyntaxError) -> JSONNode? {
    skipWhiteSpace()
    let start = offset
    count += 1
    if let most = limits.count, count > most {
      throw error(.tooMany, "expected at most \(most) values: raise the limit to read this text")
    }
    guard start < bytes.count else { throw unexpected("a value") }
    switch bytes[start] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return try beginContainer()
    case UInt8(ascii: "\""):
      let text = try readString()
      return finish(.string(text), from: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let number = try readNumber()
      return finish(.number(number), from: start)
    case UInt8(ascii: "t"):
      try readWord("true")
      return finish(.boolean(true), from: start)
    case UInt8(ascii: "f"):
      try readWord("false")
      return finish(.boolean(false), from: start)
    case UInt8(ascii: "n"):
      try readWord("null")
      return finish(.null, from: start)
    default:
      throw unexpected("a value")
    }
  }

  private mutating func beginContainer() throws(JSONSyntaxError) -> JSONNode? {
    guard open.count < limits.depth else {
      throw error(
        .tooDeep,
        "expected at most \(limits.depth) objects and arrays inside each other"
      )
    }
    open.append(Container(start: offset, isObject: bytes[offset] == UInt8(ascii: "{")))
    offset += 1
    skipWhiteSpace()
    let container = open[open.count - 1]
    if offset < bytes.count, bytes[offset] == container.closing { return close() }
    if container.isObject {
      try readName(expecting: "a name or \"}\"")
    } else if offset == bytes.count {
      throw unexpected("a value or \"]\"")
    }
    return nil
  }

  /// Adds a finished value to its container, which is returned when it ends with it.
  private mutating func attach(_ node: JSONNode) throws(JSONSyntaxError) -> JSONNode? {
    let last = open.count - 1
    let isObject = open[last].isObject
    if isObject {
      open[last].members.append(
        JSONMember(open[last].name, node, nameRange: open[last].nameRange)
      )
    } else {
      open[last].elements.append(node)
    }
    skipWhiteSpace()
    guard offset < bytes.count, bytes[offset] != open[last].closing else {
      guard offset < bytes.count else {
        throw unexpected(isObject ? "\",\" or \"}\"" : "\",\" or \"]\"")
      }
      return close()
    }
    guard bytes[offset] == UInt8(ascii: ",") else {
      throw unexpected(isObject ? "\",\" or \"}\"" : "\",\" or \"]\"")
    }
    offset += 1
    if isObject {
      skipWhiteSpace()
      try readName(expecting: "a name after \",\"")
    }
    return nil
  }

  private mutating func readName(expecting expected: String) throws(JSONSyntaxError) {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      throw unexpected(expected)
    }
    let start = offset
    open[open.count - 1].name = try readString()
    open[open.count - 1].nameRange = (base + start)..<(base + offset)
    skipWhiteSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else {
      throw unexpected("\":\" after a name")
    }
    offset += 1
  }

  private mutating func close() -> JSONNode {
    offset += 1
    let container = open.removeLast()
    guard container.isObject else {
      return finish(.array(container.elements), from: container.start)
    }
    noteDuplicates(in: container.members)
    return finish(.object(container.members), from: container.start)
  }

  private func finish(_ value: JSONNode.Value, from start: Int) -> JSONNode {
    JSONNode(value, range: (base + start)..<(base + offset))
  }

  /// Notes names that stand again; they are the same only byte by byte, unlike Swift's strings.
  private mutating func noteDuplicates(in members: [JSONMember]) {
    guard members.count > 1 else { return }
    var first: [[UInt8]: Range<Int>] = [:]
    for member in members {
      let name = Array(member.name.utf8)
      if let earlier = first[name] {
        duplicates.append(.init(name: member.name, range: member.nameRange, first: earlier))
      } else {
        first[name] = member.nameRange
      }
    }
  }
}
