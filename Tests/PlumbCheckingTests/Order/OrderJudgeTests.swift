import PlumbModel
import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct OrderJudgeTests {
  /// A chain with one break.
  struct Break: Sendable, CustomTestStringConvertible {
    /// The id of the rule that it breaks.
    var rule: String
    var order: String
    var pages: [String]
    var pointer: String
    /// Each item as page and index.
    var items: [[Int]]
    var message: String
    var testDescription: String { "\(rule): \(order)" }
  }

  /// Items with a title, a code and, for `zone`, all the same.
  private static func rows(_ titles: String, codes: String) -> String {
    let items = zip(titles, codes).map { #"{"title": "\#($0)", "code": "\#($1)", "zone": 1}"# }
    return "[\(items.joined(separator: ", "))]"
  }

  private static func rows(_ titles: String) -> String { rows(titles, codes: titles) }

  static let breaks = [
    Break(
      rule: "order-broken",
      order: "title",
      pages: [rows("abd"), rows("ecf")],
      pointer: "/rows/1/title",
      items: [[1, 1]],
      message: "the items are documented in the order of `title`, 1 of 6 items stand wrong, "
        + "the first is `c` after `e`"
    ),
    Break(
      rule: "order-broken",
      order: "title",
      pages: [rows("abzc"), rows("dyef")],
      pointer: "/rows/2/title",
      items: [[0, 2], [1, 1]],
      message: "the items are documented in the order of `title`, 2 of 8 items stand wrong, "
        + "the first is `z` before `c`"
    ),
    Break(
      rule: "order-broken",
      order: "rank either",
      pages: [#"[{"rank": 1}, {"rank": 2}, {"rank": 3}, {"rank": 2}]"#],
      pointer: "/rows/3/rank",
      items: [[0, 3]],
      message: "the items are documented in the order of `rank either`, 1 of 4 items stand wrong, "
        + "the first is `2` after `3`"
    ),
    Break(
      rule: "order-broken",
      order: "count(a) + count(b) descending",
      pages: [#"[{"a": [1], "b": [2]}, {"a": [], "b": []}, {"a": [], "b": [1]}]"#],
      pointer: "/rows/2/a",
      items: [[0, 2]],
      message: "the items are documented in the order of `count(a) + count(b) descending`, "
        + "1 of 3 items stand wrong, the first is `1` after `0`"
    ),
    Break(
      rule: "order-broken",
      order: "\n  one of:\n    - first(t[].code)\n    - min(t[].code)",
      pages: [
        #"[{"t": [{"code": 1}]}, {"t": [{"code": 3}, {"code": 2}]}, {"t": [{"code": 1}]}]"#
      ],
      pointer: "/rows/2/t/0/code",
      items: [[0, 2]],
      message: "the items are documented in the order of `first(t[].code)` or `min(t[].code)`, "
        + "1 of 3 items stand wrong, the first is `1` after `3`"
    ),
    Break(
      rule: "order-broken",
      order: "title bytes",
      pages: [rows("aB")],
      pointer: "/rows/1/title",
      items: [[0, 1]],
      message: "the items are documented in the order of `title bytes`, 1 of 2 items stand wrong, "
        + "the first is `B` after `a`; by `text` they are in order"
    ),
    Break(
      rule: "order-broken",
      order: Listings.choices,
      pages: [rows("bacdefg", codes: "1234567")],
      pointer: "/rows/1/title",
      items: [[0, 1]],
      message: "`sort=title` is documented as the order of `title`, 1 of 7 items stand wrong, "
        + "the first is `a` after `b`"
    ),
    Break(
      rule: "order-broken",
      order: "title",
      pages: [rows("b"), rows("a")],
      pointer: "/rows/0/title",
      items: [[1, 0]],
      message: "the items are documented in the order of `title`, 1 of 2 items stand wrong, "
        + "the first is `a` after `b`"
    ),
    Break(
      rule: "order-at-seam",
      order: "title",
      pages: [rows("abe"), rows("cdf"), rows("cgh")],
      pointer: "/rows/0/title",
      items: [[1, 0], [2, 0]],
      message: "the items are documented in the order of `title`, each page keeps it by itself, "
        + "where one page follows another stands `c` after `e`"
    ),
    Break(
      rule: "order-reversed",
      order: "title",
      pages: [rows("hgfe"), rows("ddcb"), rows("a")],
      pointer: "/rows/1/title",
      items: [[0, 1]],
      message: "the items are documented in the order of `title`, all 9 items stand the other way "
        + "round, descending"
    ),
    Break(
      rule: "order-reversed",
      order: "title descending",
      pages: [rows("abcdefgh")],
      pointer: "/rows/1/title",
      items: [[0, 1]],
      message: "the items are documented in the order of `title descending`, all 8 items stand the "
        + "other way round, ascending"
    ),
    Break(
      rule: "order-ignored",
      order: Listings.choices,
      pages: [rows("bade", codes: "1234"), rows("zgfch", codes: "45678")],
      pointer: "/rows/1/title",
      items: [[0, 1]],
      message:
        "`sort=title` is documented as the order of `title`, the items stand in the order of "
        + "`sort=code`"
    ),
    Break(
      rule: "order-ambiguous",
      order: "title",
      pages: [rows("BCa"), rows("bd")],
      pointer: "/rows/2/title",
      items: [[0, 2]],
      message: "the items are documented in the order of `title`, the items are not in order by "
        + "`text`, as is usual, they are by `bytes`"
    ),
    Break(
      rule: "order-ambiguous",
      order: "title",
      pages: [#"[{"title": "9"}, {"title": "10"}, {"title": "11"}]"#],
      pointer: "/rows/1/title",
      items: [[0, 1]],
      message: "the items are documented in the order of `title`, the items are not in order by "
        + "`text`, as is usual, they are by `numeric`"
    ),
    Break(
      rule: "order-ambiguous",
      order: "job.title",
      pages: [#"[{"job": {"title": "a"}}, {}]"#, #"[{"job": {}}, {"job": {"title": "b"}}]"#],
      pointer: "/rows/1",
      items: [[0, 1], [1, 0]],
      message: "the items are documented in the order of `job.title`, 2 of 4 items that stand amid "
        + "the others have none, their place by `job.title` cannot be judged"
    ),
    Break(
      rule: "order-ambiguous",
      order: "title",
      pages: [#"[{"title": "b"}, {"title": 1}, {"title": "c"}]"#],
      pointer: "/rows/1/title",
      items: [[0, 1]],
      message: "the items are documented in the order of `title`, 1 of 3 items that stand amid "
        + "the others have one of another kind, their place by `title` cannot be judged"
    ),
  ]

  @Test(arguments: breaks)
  func `finds one break, at the right items`(listing: Break) throws {
    let verdict = try Listings.verdict(Listings.plan(listing.order), listing.pages)

    #expect(verdict.findings.count == 1)
    let found = try #require(verdict.findings.first)
    #expect(found.finding.rule.rule.id == listing.rule)
    #expect(found.finding.message == listing.message)
    #expect(found.finding.pointer == listing.pointer)
    #expect(found.finding.page == listing.items[0][0])
    #expect(found.items.map { [$0.page, $0.index] } == listing.items)
  }

  @Test func `names the row, the promise and what was found`() throws {
    let listing = try #require(Self.breaks.first { $0.rule == "order-ignored" })
    let verdict = try Listings.verdict(Listings.plan(listing.order), listing.pages)

    let finding = try #require(verdict.findings.first?.finding)
    #expect(finding.field == "/rows/*/title")
    #expect(finding.expected == "the order of `title`")
    #expect(finding.found == "the order of `sort=code`")
    #expect(finding.kind == "sort=title ignored by code")
    #expect(finding.contract?.file == "listing.yaml")
    #expect(finding.symptoms.isEmpty)
  }

  @Test func `compares across pages that are not recorded`() throws {
    let plan = try Listings.plan("title")
    var pages = try [Self.rows("ax"), Self.rows("bc")].map { try Listings.page($0, plan) }
    pages[1].adjoins = false

    let verdict = OrderJudge(plan: plan, choice: 0).judge(pages)
    #expect(
      verdict.findings.map(\.finding.message) == [
        "the items are documented in the order of `title`, each page keeps it by itself, "
          + "where pages between are not recorded stands `b` after `x`"
      ]
    )
  }

  @Test func `needs eight distinct keys to call an order reversed or ignored`() throws {
    let plan = try Listings.plan(Listings.choices)
    let reversed = try Listings.verdict(plan, [Self.rows("gffedcba", codes: "11111111")])
    let ignored = try Listings.verdict(plan, [Self.rows("badcfehg", codes: "11234567")])

    #expect(reversed.findings.map(\.finding.rule) == [.orderBroken])
    #expect(ignored.findings.map(\.finding.rule) == [.orderBroken])
  }

  @Test func `does not take one page in another order for an ignored parameter`() throws {
    let plan = try Listings.plan(Listings.choices)
    let verdict = try Listings.verdict(
      plan,
      [
        Self.rows("abcdefghi", codes: "987654321"), Self.rows("kjmlonqp", codes: "12345678"),
        Self.rows("rstuvwxyz", codes: "987654321"),
      ]
    )

    #expect(verdict.findings.map(\.finding.rule) == [.orderBroken])
    #expect(verdict.findings.first?.items.count == 4)
  }

  @Test func `points at an item of a list at the root`() throws {
    let plan = try Listings.plan(#""['a/b']""#)
    var page = try Listings.page(#"[{"a/b": 1}, {"a/b": 0}]"#, plan)
    page.pointer = ""

    let finding = OrderJudge(plan: plan, choice: 0).judge([page]).findings.first?.finding
    #expect(finding?.pointer == "/1/a~1b")
    #expect(finding?.field == "/*/a~1b")
  }

  @Test func `sorts by the items themselves`() throws {
    let verdict = try Listings.verdict(Listings.plan("$"), [#"["a", "c", "b"]"#])

    #expect(verdict.findings.map(\.finding.pointer) == ["/rows/2"])
    #expect(verdict.findings.map(\.finding.field) == ["/rows/*"])
  }

  @Test func `calls another collation ambiguous only where the contract names none for the texts`()
    throws
  {
    let items = #"[{"n": 1, "t": "B"}, {"n": 1, "t": "a"}]"#
    let open = try Listings.verdict(Listings.plan("n numeric, t"), [items])
    let named = try Listings.verdict(Listings.plan("n, t text"), [items])

    #expect(open.findings.map(\.finding.rule) == [.orderAmbiguous])
    #expect(named.findings.map(\.finding.rule) == [.orderBroken])
  }

  @Test func `promises nothing where an order has no reading`() throws {
    var contract = try Tables.contract(Tables.listing)
    let choices = ["a", "b"].map { value in
      SortOrder.Choice(value: value, readings: [], place: Tables.place)
    }
    contract.order = SortOrder(parameter: "sort", choices: choices, place: Tables.place)
    let plan = try Listings.plan(of: contract)

    #expect(try Listings.verdict(plan, ["[{}, {}]"]).findings.isEmpty)
  }

  @Test func `cuts long values short`() throws {
    let long = String(repeating: "x", count: 200)
    let verdict = try Listings.verdict("title", titles: [[long, "a"]])

    #expect(
      verdict.findings.first?.finding.found
        == "`a` after `\(String(repeating: "x", count: 59))…`"
    )
  }
}
