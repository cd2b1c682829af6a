extension Rule {
  static let cursorMissing = Rule(
    id: "cursor-missing",
    family: .pages,
    severity: .error,
    summary: "Pages end without a cursor although the listing goes on.",
    example: "totalCount 187, the pages up to here hold 40, and no nextCursor",
    remedy: """
      Send the cursor on every page but the last; look for a comparison with < where <= is \
      meant.
      """
  )

  static let cursorUnexpected = Rule(
    id: "cursor-unexpected",
    family: .pages,
    severity: .error,
    summary: "A page has a cursor although the listing ends with it.",
    example: "totalCount 40, two pages of 20, and the second has a nextCursor",
    remedy: "Leave the cursor out on the last page; read one item more than the limit to know."
  )

  static let cursorLoop = Rule(
    id: "cursor-loop",
    family: .pages,
    severity: .error,
    summary: """
      A cursor leads back to its own page or an earlier one, so that following it does not \
      end.
      """,
    example: "asked with Cursor=T20, and nextCursor is T20",
    remedy: "Make the cursor from the last item of the page, with a unique key in it."
  )

  static let cursorMismatch = Rule(
    id: "cursor-mismatch",
    family: .pages,
    severity: .error,
    summary: "A page says it has another cursor than the one asked for.",
    example: "asked with Cursor=T20, and currentCursor is T01",
    remedy: "Say the cursor that was used; look for a cursor that is ignored."
  )
}
