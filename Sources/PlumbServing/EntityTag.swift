import PlumbText

/// A validator: two bodies with the same tag are the same.
///
/// Source: RFC 9110, sections 8.8.3 and 13.1.2.
enum EntityTag {
  /// The tag of a body.
  static func of(_ body: [UInt8]) -> String {
    "\"\(Hexadecimal.text(XXH64.hash(body)))\""
  }

  /// Whether a list of tags, or `*`, holds a tag; weak and strong ones are not told apart.
  static func list(_ list: String, contains tag: String) -> Bool {
    let tag = opaque(Substring(tag))
    return list.split(separator: ",").contains { part in
      let part = part.trimmingBlanks
      return part == "*" || opaque(part) == tag
    }
  }

  /// The same tag, for the same body in another coding.
  static func weak(_ tag: String) -> String { tag.hasPrefix("W/") ? tag : "W/\(tag)" }

  private static func opaque(_ tag: Substring) -> Substring {
    tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
  }
}

extension Substring {
  /// The text without the blanks around it.
  fileprivate var trimmingBlanks: Substring {
    var text = self
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
