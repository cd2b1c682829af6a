extension Rule {
  static let orderBroken = Rule(
    id: "order-broken",
    family: .order,
    severity: .error,
    summary: "Items stand where the documented order does not put them.",
    example: #""Zoologists" before "Actuaries" where the items are documented by title"#,
    remedy: "Sort by the documented keys, over all pages, or document the order that is kept.",
    yieldsTo: ["order-reversed", "order-ignored", "order-at-seam", "order-ambiguous"]
  )

  static let orderAtSeam = Rule(
    id: "order-at-seam",
    family: .order,
    severity: .error,
    summary: "Each page is in order by itself, but a page begins before the one ahead of it ends.",
    example: #"a page that ends with "Nurses", followed by one that begins with "Mayors""#,
    remedy: "Sort the whole listing before it is divided into pages.",
    yieldsTo: ["order-reversed", "order-ignored", "order-ambiguous"]
  )

  static let orderReversed = Rule(
    id: "order-reversed",
    family: .order,
    severity: .error,
    summary: "All items stand in the documented order, the other way round.",
    example: "8, 7, 6, 5, 4, 3, 2, 1 where the items are documented by rising code",
    remedy: "Turn the sort around, or document its direction: `code descending`.",
    yieldsTo: ["order-ambiguous"]
  )

  static let orderIgnored = Rule(
    id: "order-ignored",
    family: .order,
    severity: .error,
    summary: "All items stand in another documented order than the one that was asked for.",
    example: "the items of ?sort=title in the order of their codes",
    remedy: "Honour the parameter, or document that it has no effect.",
    yieldsTo: ["order-ambiguous", "order-reversed"]
  )

  static let orderAmbiguous = Rule(
    id: "order-ambiguous",
    family: .order,
    severity: .note,
    summary: "Whether items are in order depends on what the documentation does not say.",
    example: #""Zoologists" before "actuaries": in order by bytes, out of order by text"#,
    remedy:
      "Document how texts compare (`title bytes`), and where items without the key stand."
  )

  static let orderReadingChanged = Rule(
    id: "order-reading-changed",
    family: .order,
    severity: .error,
    summary: "Chains of one listing are sorted by different readings of its documentation.",
    example: "one chain by the first type of each item, another by the least",
    remedy: "Sort all chains alike, and document by what."
  )
}
