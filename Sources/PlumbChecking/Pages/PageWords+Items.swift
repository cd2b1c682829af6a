extension PageWords {
  /// The finding of items that stand twice; `first` and `second` are the pages where.
  ///
  /// - Parameter isAdjacent: Whether nothing lies between the two pages.
  func duplicates(_ found: Duplicates, first: Int, second: Int, isAdjacent: Bool)
    -> ConversationFinding
  {
    let columns = pages[second].items
    let isAgain =
      first != second && found.items.count > 1 && found.items.count == columns.count
      && found.items.count == pages[first].items.count
    let isTied = isAdjacent && !isAgain && Self.areTied(found, pages[first].items, columns)
    let isSeam =
      isAdjacent && !isAgain && (isTied || found.isSeam(firstCount: pages[first].items.count))
    let count = found.items.count
    let what = count == 1 ? "an item stands" : "\(count) items stand"
    let promise = "no item of a listing stands twice in it"
    let message: String
    if first == second {
      message = "\(promise), \(what) twice on this page"
    } else if isAgain {
      message = "\(promise), this page holds the \(count) items of an earlier one again"
    } else if isSeam {
      let cause =
        isTied
        ? " inside a run of equal sort keys: missing tie-breaker, sort by a unique key last"
        : ""
      message = "\(promise), \(what) on both sides of a seam between pages\(cause)"
    } else {
      message = "\(promise), \(what) on two of its pages"
    }
    var finding = make(
      isSeam ? .pageOverlap : .pageDuplicateItem,
      second,
      nil,
      message,
      expected: "each item once",
      found: count == 1 ? "1 item twice" : "\(count) items twice",
      kind: isTied
        ? "missing tie-breaker"
        : first == second ? "on one page" : isAgain ? "page again" : "on two pages"
    )
    if first != second { finding.others = [first] }
    if let item = found.items.first?.second, item < columns.count {
      finding.pointer = "\(columns.pointer)/\(item)"
      finding.field = "\(columns.pointer)/*"
      finding.range = columns.place(of: item)
    }
    return finding
  }

  /// Whether all stand in the run of equal sort keys that crosses the seam.
  private static func areTied(_ found: Duplicates, _ first: ItemColumns, _ second: ItemColumns)
    -> Bool
  {
    guard first.count > 0, second.count > 0, found.first != found.second,
      first.ties(first.count - 1, with: second, 0) == true
    else { return false }
    let before = first.count - first.run(atEnd: true)
    let after = second.run(atEnd: false)
    // An item is always tied with itself: another one must be in the run.
    guard first.count - before + after > 2 * found.items.count else { return false }
    return found.items.allSatisfy { $0.first >= before && $0.second < after }
  }

  /// A hole between two answered windows.
  func gap(_ page: WindowPage, _ expected: PageWindow) -> ConversationFinding {
    let hole = PageWindow(start: expected.start, end: (page.start ?? expected.start) - 1)
    return make(
      .pageGap,
      page.index,
      .start,
      "the page after \(expected.start - 1) must begin at \(expected.start), it begins at "
        + "\(hole.end + 1): items \(Self.words(hole)) are on no page",
      expected: "\(expected.start)",
      found: "\(hole.end + 1)",
      kind: "hole"
    )
  }

  /// A total that differs from page to page.
  func totalChanged(_ index: Int, found: Int, expected: Int, others: Int) -> ConversationFinding {
    let more = others > 0 ? ", and \(Self.pages(others)) more say neither" : ""
    return make(
      .pageTotalChanged,
      index,
      .total,
      "every page of a listing must say the same total, this one says \(found), others "
        + "\(expected)\(more), or the data changed while paging",
      expected: "\(expected)",
      found: "\(found)",
      kind: "changed"
    )
  }

  /// A total that the pages do not bear out.
  func totalWrong(_ index: Int, found: Int, held: Int) -> ConversationFinding {
    make(
      .pageTotalWrong,
      index,
      .total,
      "the total is \(found), the listing holds \(held)",
      expected: "\(held)",
      found: "\(found)",
      kind: found > held ? "too high" : "too low"
    )
  }

  private static func pages(_ count: Int) -> String { count == 1 ? "1 page" : "\(count) pages" }
}
