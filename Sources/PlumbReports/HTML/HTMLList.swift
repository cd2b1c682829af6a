/// A list that is shown with what stands around it, or not at all.
struct HTMLList<Item> {
  let items: [Item]

  /// Takes the items; `nil` when there are none.
  init?(_ items: [Item]) {
    guard !items.isEmpty else { return nil }
    self.items = items
  }
}
