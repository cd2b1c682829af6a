/// What faults do, for the tests that hold them to their names.
enum ProofFaultTables {
  typealias Change = FaultTests.Change

  private static let base = "~/stem_occupations/2?sort=title"
  private static let host = "https://www.example.com/online/stem_occupations/2?sort=title"

  /// What a page says of itself.
  static let pages = [
    Change("pages/start-high", .middle, "/start: 41 -> 42"),
    Change("pages/end-low", .first, "/end: 20 -> 19"),
    Change("pages/end-low", .last, "/end: 84 -> 83"),
    Change("pages/end-high", .middle, "/end: 60 -> 61"),
    Change("pages/end-past-total", .last, "/end: 84 -> 100"),
    Change("pages/end-past-total", .middle),
    Change("pages/total-one-high", .first, "/total: 84 -> 85"),
    Change("pages/total-high", .whole, "/total: 84 -> 87"),
    Change("pages/total-low", .whole, "/total: 84 -> 81"),
    Change("pages/total-at-end", .middle, "/total: 84 -> 60"),
    Change("pages/total-at-end", .last),
    Change("pages/empty-at-zero", .only, of: .empty, "/start: 1 -> 0"),
    Change("pages/empty-at-zero", .first),
    Change("pages/empty-without-list", .only, of: .empty, "/occupation: [] -> -"),
    Change("cursor/missing", .first, of: .group, "/nextCursor: T00868 -> -"),
    Change("cursor/missing", .last, of: .group),
    Change("cursor/unexpected", .last, of: .group, "/nextCursor: - -> T99998"),
    Change("cursor/unexpected", .first, of: .group),
    Change("cursor/loop", .middle, of: .group, "/nextCursor: T01376 -> T00868"),
    Change("cursor/other-current", .middle, of: .group, "/currentCursor: T00868 -> T00001"),
    Change("cursor/total-high", .last, of: .group, "/totalCount: 51 -> 54"),
    Change("cursor/total-low", .first, of: .group, "/totalCount: 51 -> 48"),
  ]

  /// The links to neighbouring pages.
  static let links = [
    Change("pages/next-missing", .first, "/next: \(base)&start=21&end=40 -> -"),
    Change("pages/next-unexpected", .last, "/next: - -> \(base)&start=85&end=104"),
    Change("pages/next-unexpected", .first),
    link("next-skips", "\(base)&start=62&end=81"),
    link("next-loop", "\(base)&start=41&end=60"),
    link("next-changes-sort", "~/stem_occupations/2?sort=code&start=61&end=80"),
    link("next-drops-filter", "~/stem_occupations/2?start=61&end=80"),
    link("next-host", "\(host)&start=61&end=80"),
    link("next-end", "\(base)&start=61&end=78"),
    Change("pages/prev-missing", .last, "/prev: \(base)&start=61&end=80 -> -"),
    Change("pages/prev-unexpected", .first, "/prev: - -> \(base)&start=1&end=20"),
    Change("pages/prev-unexpected", .middle),
    link("prev-skips", "\(base)&start=22&end=41"),
    link("prev-loop", "\(base)&start=41&end=60"),
    link("prev-changes-sort", "~/stem_occupations/2?sort=code&start=21&end=40"),
    link("prev-drops-filter", "~/stem_occupations/2?start=21&end=40"),
    link("prev-host", "\(host)&start=21&end=40"),
    link("prev-end", "\(base)&start=21&end=38"),
  ]

  private static func link(_ fault: String, _ wrong: String) -> Change {
    let isNext = fault.hasPrefix("next")
    let right = "\(base)&\(isNext ? "start=61&end=80" : "start=21&end=40")"
    return Change("pages/\(fault)", .middle, "/\(fault.prefix(4)): \(right) -> \(wrong)")
  }

  /// Links and values of items.
  static let values = [
    href("other-item", .middle, "~/occupations/15-2771.00/", "~/occupations/29-1051.00/"),
    href(
      "other-host",
      .middle,
      "~/occupations/15-2771.00/",
      "https://www.example.com/online/occupations/15-2771.00/"
    ),
    href("other-path", .middle, "~/occupations/15-2771.00/", "~/occupations/in_demand/15-2771.00/"),
    href("other-slash", .middle, "~/occupations/15-2771.00/", "~/occupations/15-2771.00"),
    href(
      "other-slash",
      .first,
      of: .search,
      "~/job_duties/tasks/17-3271.00",
      "~/job_duties/tasks/17-3271.00/"
    ),
    Change(
      "links/other-item",
      .only,
      of: .typeList,
      at: "/1/href",
      "/1/href: ~/stem_occupations/3 -> ~/stem_occupations/5"
    ),
    Change(
      "laws/other-family",
      .first,
      of: .family,
      at: "/occupation/1",
      "/occupation/1/job_family/code: 15-0000 -> 51-0000",
      "/occupation/1/job_family/title: Computer and Mathematical -> Production"
    ),
    Change(
      "laws/unlisted",
      .middle,
      at: "/occupation/2",
      "/occupation/2/code: 15-2771.00 -> 53-2011.00",
      "/occupation/2/href: ~/occupations/15-2771.00/ -> ~/occupations/53-2011.00/"
    ),
    Change(
      "laws/unlisted",
      .last,
      of: .teachers,
      at: "/data/2",
      "/data/2/occupationCode: T01446 -> T99999"
    ),
    Change(
      "laws/unlisted-type",
      .first,
      of: .all,
      at: "/occupation/2/stem_occupation_type/0",
      "/occupation/2/stem_occupation_type/0/code: 4 -> 9"
    ),
    Change(
      "laws/unlisted-task",
      .first,
      of: .related,
      at: "/occupation/1/tasks/closely_related/0",
      "/occupation/1/tasks/closely_related/0/id: 4786 -> 1"
    ),
    Change(
      "laws/related-twice",
      .first,
      of: .related,
      at: "/occupation/2/tasks",
      "/occupation/2/tasks/less_related/3/id: - -> 7210",
      "/occupation/2/tasks/less_related/3/title: - -> "
        + "Supervise requests from clients for long-term studies."
    ),
    pay("median-low", "1"),
    pay("median-high", "900000"),
    Change("defaults/other-sort", .first),
  ]

  private static func href(
    _ fault: String,
    _ place: ProofPlace,
    of listing: ProofListing = .titles,
    _ right: String,
    _ wrong: String
  ) -> Change {
    let pointer = "/occupation/2/href"
    return Change(
      "links/\(fault)",
      place,
      of: listing,
      at: pointer,
      "\(pointer): \(right) -> \(wrong)"
    )
  }

  private static func pay(_ fault: String, _ wrong: String) -> Change {
    let pointer = "/data/2/remuneration"
    return Change(
      "laws/\(fault)",
      .first,
      of: .group,
      at: pointer,
      "\(pointer)/payMedian: 80000 -> \(wrong)"
    )
  }

  /// The items of three pages of 8, of a listing of 22.
  static let cuts = [
    cut("listing/gap", .first, [0...2, 4...21], short),
    cut("listing/gap", .seam, [0...6, 8...21], short),
    cut("listing/repeated", .first, [0...3, 3...20]),
    cut("listing/repeated", .seam, [0...7, 7...20]),
    cut("listing/repeated-far", .middle, [0...10, 0...0, 11...20]),
    cut("order/moved", .first, [0...2, 4...10, 3...3, 11...21]),
    cut("order/moved-far", .first, [0...2, 4...18, 3...3, 19...21]),
    cut("order/swapped", .first, [0...2, 4...4, 3...3, 5...21]),
    cut("order/swapped", .seam, [0...6, 8...8, 7...7, 9...21]),
    cut("order/reversed", .whole, (0...21).reversed().map { $0...$0 }),
    FaultTests.Cut(
      fault: "listing/item-short",
      place: .middle,
      pages: [Array(0..<8), Array(8..<15), Array(16..<22)],
      windows: right
    ),
    FaultTests.Cut(
      fault: "listing/item-extra",
      place: .first,
      pages: [Array(0..<9), Array(8..<16), Array(16..<22)],
      windows: right
    ),
    FaultTests.Cut(
      fault: "listing/window-shifted",
      place: .middle,
      pages: [Array(0..<8), Array(9..<17), Array(16..<22)],
      windows: ["1-8 of 22", "10-17 of 22", "17-22 of 22"]
    ),
    FaultTests.Cut(
      fault: "listing/window-ignored",
      place: .last,
      pages: [Array(0..<8), Array(8..<16), Array(0..<8)],
      windows: ["1-8 of 22", "9-16 of 22", "1-8 of 22"]
    ),
  ]

  private static let right = ["1-8 of 22", "9-16 of 22", "17-22 of 22"]

  private static let short = ["1-8 of 22", "9-16 of 22", "17-21 of 22"]

  private static func cut(
    _ fault: String,
    _ place: ProofPlace,
    _ runs: [ClosedRange<Int>],
    _ windows: [String] = right
  ) -> FaultTests.Cut {
    let items = runs.flatMap { Array($0) }
    let pages = stride(from: 0, to: items.count, by: 8).map { start in
      Array(items[start..<min(start + 8, items.count)])
    }
    return FaultTests.Cut(fault: fault, place: place, pages: pages, windows: windows)
  }
}
