extension JSONWriter {
  /// Writes a member whose value is a string.
  package mutating func member(_ name: String, _ text: String) {
    self.name(name)
    value(text)
  }

  /// Writes a member whose value is an integer.
  package mutating func member(_ name: String, _ integer: Int) {
    self.name(name)
    value(integer)
  }

  /// Writes a member whose value is a truth value.
  package mutating func member(_ name: String, _ boolean: Bool) {
    self.name(name)
    value(boolean)
  }

  /// Writes a member whose value is a string, or `null` when there is none.
  package mutating func member(_ name: String, _ text: String?) {
    self.name(name)
    if let text { value(text) } else { null() }
  }

  /// Writes a member whose value is an integer, or `null` when there is none.
  package mutating func member(_ name: String, _ integer: Int?) {
    self.name(name)
    if let integer { value(integer) } else { null() }
  }

  /// The text so far, as a string.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
