import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct OrderConformingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var order: String
    var pages: [String]
    init(_ order: String, _ pages: String...) { (self.order, self.pages) = (order, pages) }
    var testDescription: String { "\(order): \(pages.joined(separator: " "))" }
  }

  @Test(arguments: [
    Case("$[]", "[]"),
    Case("t", #"[{"t": "a"}, {"t": "B"}, {"t": "c"}]"#),
    Case("t text", #"[{"t": "Zoo"}, {"t": "äpfel"}, {"t": "Öl"}]"#),
    Case("t bytes", #"[{"t": "B"}, {"t": "a"}, {"t": "c"}]"#),
    Case("t numeric", #"[{"t": "9"}, {"t": "10"}, {"t": "10.5"}, {"t": "1e2"}]"#),
    Case("t", #"[{"t": "10"}, {"t": "9"}]"#),
    Case("t", #"[{"t": "a"}, {"t": "ab"}, {"t": "abcdefgh"}, {"t": "abcdefghi"}]"#),
    Case("t", #"[{"t": 9}, {"t": 10}]"#),
    Case("t bytes", #"[{"t": 9}, {"t": 10}]"#),
    Case("t", #"[{"t": false}, {"t": true}]"#),
    Case("t descending", #"[{"t": "c"}, {"t": "B"}, {"t": "a"}]"#),
    Case("t either", #"[{"t": 1}, {"t": 2}]"#, #"[{"t": 3}]"#),
    Case("t either", #"[{"t": 3}, {"t": 2}]"#, #"[{"t": 1}]"#),
    Case("t, u descending", #"[{"t": 1, "u": 1}, {"t": 2, "u": 5}, {"t": 2, "u": 3}]"#),
    Case("t either, u", #"[{"t": 2, "u": 1}, {"t": 2, "u": 5}, {"t": 1, "u": 3}]"#),
    Case("t", #"[{"t": 1, "u": 2}, {"t": 1, "u": 1}, {"t": 1, "u": 3}]"#),
    Case("count(t) descending", #"[{"t": [1, 2]}, {"t": [1]}]"#, #"[{"t": []}]"#),
    Case(
      "count(t) + count(u) descending",
      #"[{"t": [], "u": [1, 2, 3]}, {"t": [1, 2], "u": []}, {"t": [], "u": []}]"#
    ),
    Case("\n  one of:\n    - t\n    - u", #"[{"t": 2, "u": 1}, {"t": 1, "u": 2}]"#),
    Case("t", #"[{"t": 1}, {"t": 2}]"#, "[]", #"[{"t": 2}, {"t": 3}]"#),
    Case("t", #"[{"t": 1}, {"t": 2}, {}, {"t": null}]"#),
    Case("t", #"[{}, {"t": 1}, {"t": 2}]"#),
    Case("t", "[{}, {}]"),
  ])
  func `finds nothing in a list that is in order`(listing: Case) throws {
    let order = listing.order.replacing("$[]", with: "t")
    let verdict = try Listings.verdict(Listings.plan(order), listing.pages)

    #expect(verdict.findings.isEmpty, "\(verdict.findings.map(\.finding.message))")
    #expect(!verdict.holding.isEmpty)
  }

  @Test func `says how much was judged`() throws {
    let plan = try Listings.plan("t")
    let verdict = try Listings.verdict(
      plan,
      [#"[{"t": 1}, {"t": 1}, {"t": 2}]"#, #"[{"t": 3}, {}]"#]
    )

    #expect(verdict.judged == 4)
    #expect(verdict.distinct == 3)
  }

  @Test func `judges a page of which nothing was read`() throws {
    let plan = try Listings.plan("t")
    let page = OrderPage(pointer: "/rows", columns: OrderColumns())

    #expect(OrderJudge(plan: plan, choice: 0).judge([page, page]).findings.isEmpty)
    #expect(OrderJudge(plan: plan, choice: 0).judge([]).findings.isEmpty)
  }

  // MARK: - As real services sort

  @Test func `takes titles whose case is ignored`() throws {
    let titles = [
      "Clinical and Counseling Psychologists", "Clinical Data Managers",
      "Clinical Neuropsychologists", "Clinical Nurse Specialists", "Clinical Research Coordinators",
    ]

    #expect(try Listings.verdict("title", titles: [titles]).findings.isEmpty)
    #expect(
      try Listings.verdict("title bytes", titles: [titles]).findings.map(\.finding.rule)
        == [.orderBroken]
    )
  }

  @Test func `takes families by title though their codes fall`() throws {
    let items = #"""
      [
        {"code": "17-2011.00", "job_family": {"code": "17", "title": "Architecture and Engineering"}},
        {"code": "17-2021.00", "job_family": {"code": "17", "title": "Architecture and Engineering"}},
        {"code": "15-2011.00", "job_family": {"code": "15", "title": "Computer and Mathematical"}},
        {"code": "29-1011.00", "job_family": {"code": "29", "title": "Healthcare Practitioners"}}
      ]
      """#

    #expect(
      try Listings.verdict(Listings.plan("job_family.title"), [items]).findings.isEmpty
    )
    #expect(
      try Listings.verdict(Listings.plan("job_family.code"), [items]).findings
        .map(\.finding.rule) == [.orderBroken]
    )
  }

  @Test func `leaves ties free, and items without the key at the end`() throws {
    let items = #"""
      [
        {"title": "Microsoft Excel", "percentage": 12}, {"title": "SAP software", "percentage": 5},
        {"title": "Microsoft Outlook", "percentage": 5}, {"title": "Adobe Acrobat"},
        {"title": "Linux"}
      ]
      """#

    #expect(
      try Listings.verdict(Listings.plan("percentage descending"), [items]).findings.isEmpty
    )
    #expect(
      try Listings.verdict(Listings.plan("percentage descending, title"), [items]).findings
        .map(\.finding.rule) == [.orderBroken]
    )
  }

  @Test func `takes falling ratings with rising names`() throws {
    let items = #"""
      [
        {"name": "Oral Comprehension", "rating": 75}, {"name": "oral Expression", "rating": 75},
        {"name": "Written Comprehension", "rating": 75}, {"name": "Deductive Reasoning", "rating": 72}
      ]
      """#

    #expect(
      try Listings.verdict(Listings.plan("rating descending, name"), [items]).findings.isEmpty
    )
  }
}
