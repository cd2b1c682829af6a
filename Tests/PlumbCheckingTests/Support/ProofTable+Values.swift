import PlumbText

extension ProofTable {
  /// The links of items.
  static let links: [ProofCase] =
    rows("links/other-item", .titles, ends, "link-target", at: "/occupation/2/href")
    + rows("links/other-host", .titles, ends, "link-host", at: "/occupation/2/href")
    + rows("links/other-path", .titles, ends, "link-target", at: "/occupation/2/href")
    + rows("links/other-slash", .titles, ends, "link-target", at: "/occupation/2/href")
    + rows("links/other-item", .search, ends, "link-target", at: "/occupation/1/href")
    + rows("links/other-slash", .related, [.middle], "link-target", at: "/occupation/1/href")

  /// What the documentation says of values together.
  static let laws: [ProofCase] =
    rows("laws/other-family", .family, ends, law("\(inType).family-filter"), at: "/occupation/1")
    + [
      ProofCase(
        "laws/filter-ignored",
        .family,
        .whole,
        law("\(inType).family-filter"),
        isFollowed: true
      ),
      ProofCase(
        "laws/filter-ignored",
        .group,
        .whole,
        law("occupations.list.minor-group-filter"),
        isFollowed: true
      ),
    ]
    + rows("laws/unlisted", .titles, ends, law("\(inType).listed-in-all"), at: "/occupation/2")
    + rows("laws/unlisted", .teachers, ends, law("occupations.search.listed"), at: "/data/2")
    + rows(
      "laws/unlisted-type",
      .all,
      ends,
      law("stem_occupations.all.types-listed"),
      at: "/occupation/2/stem_occupation_type/0"
    )
    + ends.flatMap { place in
      let less = index(in: .related, place) { item in
        item["tasks"]?["less_related"]?.elements?.isEmpty == false
      }
      return [
        ("unlisted-task", "/occupation/1/tasks/closely_related/0", "closely-in-full"),
        ("unlisted-task", "/occupation/\(less)/tasks/less_related/0", "less-in-full"),
        ("related-twice", "/occupation/2/tasks", "closely-or-less"),
      ].map { fault, pointer, name in
        ProofCase("laws/\(fault)", .related, place, law("\(results).\(name)"), at: pointer)
      }
    }
    + ends.flatMap { place in
      [("median-low", "pay-lower"), ("median-high", "pay-upper")].flatMap { fault, name in
        [(ProofListing.group, "list"), (.teachers, "search")].map { listing, operation in
          let paid = index(in: listing, place) { $0["remuneration"] != nil }
          return ProofCase(
            "laws/\(fault)",
            listing,
            place,
            law("occupations.\(operation).\(name)"),
            at: "/data/\(paid)/remuneration"
          )
        }
      }
    }
    + rows("listing/few", .jobs, [.whole], law("occupations.list.more-than-800-jobs"))

  /// What holds when a parameter is not sent.
  static let defaults: [ProofCase] =
    [ProofCase("defaults/ten-items", .titles, .first, "page-default", isFollowed: true)]
    + rows("defaults/other-sort", .standard, [.only], "default-differs")

  private static let inType = "stem_occupations.in_type"
  private static let results = "job_duties.results"

  private static func law(_ name: String) -> String { "law:\(name)" }
}
