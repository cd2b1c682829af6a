import PlumbText

/// An item of a list as it is compared with others: by value, whatever way it is written.
indirect enum ItemValue: Hashable {
  /// A string in UTF-8, because two texts that only look alike are not the same.
  case text([UInt8])
  case number(JSONNumber)
  case boolean(Bool)
  case null
  case list([ItemValue])
  /// By name, so that the order of members does not count.
  case object([[UInt8]: ItemValue])

  /// The value in a stretch of a buffer; what is no JSON is compared as it is written.
  init(_ bytes: RawSpan, _ item: Range<Int>) {
    let copy = item.map { bytes.byte($0) }
    if copy.count > 1, copy.first == 0x22, !copy.contains(0x5c) {
      self = .text(Array(copy[1..<(copy.count - 1)]))
    } else if let document = try? JSONDocument(copy) {
      self = Self(document.root)
    } else {
      self = .text(copy)
    }
  }

  private init(_ node: JSONNode) {
    switch node.value {
    case .null: self = .null
    case .boolean(let isTrue): self = .boolean(isTrue)
    case .number(let number): self = .number(number)
    case .string(let text): self = .text(Array(text.utf8))
    case .array(let elements): self = .list(elements.map { Self($0) })
    case .object(let members):
      let pairs = members.map { (Array($0.name.utf8), Self($0.value)) }
      self = .object(Dictionary(pairs) { _, last in last })
    }
  }
}
