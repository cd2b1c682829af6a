extension Rule {
  static let pageCount = Rule(
    id: "page-count",
    family: .pages,
    severity: .error,
    summary: "A page holds another number of items than its window has places.",
    example: "start 1, end 20 and 19 items",
    remedy: """
      Send one item for each place from start to end; look for rows dropped after the query \
      was cut to the page.
      """,
    yieldsTo: ["page-duplicate-item", "page-overlap", "page-inconsistent"]
  )

  static let pageWindow = Rule(
    id: "page-window",
    family: .pages,
    severity: .error,
    summary: "A page shows another window than the one the request asks for.",
    example: "?start=21&end=40 answered with start 20, end 39",
    remedy: "Answer the window that was asked for; look for an offset counted from 0.",
    yieldsTo: ["page-default", "page-gap"]
  )

  static let pageDefault = Rule(
    id: "page-default",
    family: .pages,
    severity: .error,
    summary: "A request that names no window gets another one than documented.",
    example: """
      no start and no end, answered with start 1, end 10 where end is documented as start + \
      19
      """,
    remedy: "Go back to the documented default, or document the new one."
  )

  static let pageEndWrong = Rule(
    id: "page-end-wrong",
    family: .pages,
    severity: .error,
    summary: """
      The member that says where a page ends is wrong; items and neighbours agree without \
      it.
      """,
    example: "?start=21&end=40 answered with 20 items and end 39",
    remedy: "Reckon the end as start plus the number of items less 1.",
    yieldsTo: ["page-bounds"]
  )

  static let pageBounds = Rule(
    id: "page-bounds",
    family: .pages,
    severity: .error,
    summary: "A page begins below 1 or ends past the total.",
    example: "start 181, end 200, total 187",
    remedy: "Count from 1, and cut the end to the total on the last page."
  )

  static let pageInconsistent = Rule(
    id: "page-inconsistent",
    family: .pages,
    severity: .error,
    summary: "The numbers of a page contradict each other, and several could be the wrong one.",
    example: "limit 20, 19 items, total 187, and no other page recorded",
    remedy: "Record the neighbouring pages to see which is wrong, then mend that one."
  )

  static let pageEmpty = Rule(
    id: "page-empty",
    family: .pages,
    severity: .error,
    summary: """
      An empty result is not shaped as documented: start 1, end 0, total 0, an empty list.
      """,
    example: "start 0, end 0, total 0",
    remedy: "Send the documented empty page; clients take its numbers as they are."
  )

  static let pageGap = Rule(
    id: "page-gap",
    family: .pages,
    severity: .error,
    summary: "Places of the listing lie between two neighbouring pages and are on none of them.",
    example: "a page that ends at 20, and the next, asked from 21, begins at 22",
    remedy: "Begin each page right after the one before."
  )

  static let pageOverlap = Rule(
    id: "page-overlap",
    family: .pages,
    severity: .error,
    summary: "Items at the seam between two pages stand on both sides of it.",
    example: "item 20 ends one page and begins the next",
    remedy: """
      Begin each page right after the one before, and sort by a unique key last, so that \
      ties fall the same way for each request. Where the page has one item too many besides, look \
      for one that is read ahead to know whether more follow.
      """
  )

  static let pageDuplicateItem = Rule(
    id: "page-duplicate-item",
    family: .pages,
    severity: .error,
    summary: "An item stands twice in a listing, and not just at a seam between pages.",
    example: "the same code as the 3rd and the 9th item",
    remedy: "Send each item once; look for a join that multiplies rows.",
    yieldsTo: ["page-overlap"]
  )

  static let pageTotalChanged = Rule(
    id: "page-total-changed",
    family: .pages,
    severity: .error,
    summary: "The total differs between pages of one listing.",
    example: "total 187 on the first page, 167 on the second",
    remedy: """
      Count the whole listing, whatever the page; if the data changed while paging, record \
      the listing anew.
      """
  )

  static let pageTotalWrong = Rule(
    id: "page-total-wrong",
    family: .pages,
    severity: .error,
    summary: "A listing holds fewer or more items than its total says.",
    example: "total 188, and the pages from first to last hold 187 items",
    remedy: "Count with the same filters that select the items.",
    yieldsTo: ["page-total-changed", "page-empty", "page-duplicate-item", "page-overlap"]
  )
}
