/// What can be wrong when a parameter is not sent.
public enum DefaultFault: String, Hashable, Sendable, CaseIterable {
  /// A page has 10 items instead of 20.
  case tenItems = "ten-items"
  /// The listing is sorted by code.
  case otherSort = "other-sort"
}
