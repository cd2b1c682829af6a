import PlumbText

extension JSONWriter {
  /// Writes header fields as an object, in their order; nothing when there are none.
  mutating func member(_ name: String, _ fields: [HTTPField]) {
    guard !fields.isEmpty else { return }
    self.name(name)
    beginObject()
    for field in fields { member(field.name, field.value) }
    endObject()
  }
}
