import PlumbText

extension JSONWriter {
  /// Writes an object, under a name when it is a member.
  mutating func object(_ name: String? = nil, _ write: (inout Self) -> Void) {
    if let name { self.name(name) }
    beginObject()
    write(&self)
    endObject()
  }

  /// Writes a member that is a list.
  mutating func list<Item>(
    _ name: String,
    _ items: [Item],
    _ write: (Item, inout Self) -> Void
  ) {
    self.name(name)
    beginArray()
    for item in items { write(item, &self) }
    endArray()
  }
}
