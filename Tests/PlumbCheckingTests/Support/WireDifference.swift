/// A row of the proof that a walk sees otherwise, because it asks only for what answers lead to.
struct WireDifference {
  /// The row, as tests call it.
  var row: String
  /// The ids that a walk finds in place of the one of the row.
  var found: [String]
  /// Why that is right.
  var reason: String

  /// All of them.
  static let all = [
    WireDifference(
      row:
        "pages/total-at-end, the only page of stem_occupations/2?sort=title, the first page alone",
      found: ["page-total-changed"],
      reason: "the walk asks for the page that follows, which says another total"
    ),
    WireDifference(
      row: "cursor/missing, first page of occupations?Limit=300",
      found: ["page-inconsistent"],
      reason: "without a cursor there is no way on: either it is missing, or the total is wrong"
    ),
    WireDifference(
      row: "cursor/unexpected, last page of occupations?Limit=300",
      found: ["status-undocumented", "cursor-unexpected"],
      reason: "the cursor is followed, and refused with a status that nothing documents"
    ),
    WireDifference(
      row: "counts/total-of-page, first page of books?genre=sea",
      found: [],
      reason:
        "in a listing by page numbers the total alone says how many pages there are: one that "
        + "is too small ends the walk, as it ends every client's, and no answer contradicts it"
    ),
  ]

  /// Why some rows of `birds` are not met by a walk.
  static let birds = """
    Rows of `birds` whose items or order are broken, or whose link is missing, are left out: a page
    of birds begins after the last bird of the page before, so that the broken page leads to one
    that fits it, and a listing that is led to from page to page ends where no page is named.
    """
}
