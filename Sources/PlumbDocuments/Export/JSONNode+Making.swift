import PlumbText

extension JSONNode {
  /// Makes an object of the members that have a value.
  static func object(_ members: [(String, JSONNode?)]) -> JSONNode {
    JSONNode(.object(members.compactMap { name, value in value.map { JSONMember(name, $0) } }))
  }

  /// Makes a list.
  static func list(_ items: [JSONNode]) -> JSONNode { JSONNode(.array(items)) }

  /// Makes a string.
  static func text(_ text: String) -> JSONNode { JSONNode(.string(text)) }

  /// Makes a truth value.
  static func truth(_ isTrue: Bool) -> JSONNode { JSONNode(.boolean(isTrue)) }

  /// Makes a number.
  static func number(_ number: JSONNumber) -> JSONNode { JSONNode(.number(number)) }

  /// Makes an integer.
  static func number(_ integer: Int) -> JSONNode { JSONNode(.number(JSONNumber(integer))) }

  /// The value as a file: a member a line, and a line feed at the end.
  var file: [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.value(self)
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
