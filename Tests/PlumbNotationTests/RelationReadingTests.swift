import PlumbModel
import PlumbText
import Testing

@testable import PlumbNotation

@Suite struct RelationReadingTests {
  private static func path(_ steps: FieldPath.Step...) -> FieldPath { FieldPath(steps: steps) }

  private static let code = path(.member("a"), .items, .member("code"))

  @Test func `reads every form of law`() throws {
    let cases: [(String, FieldPath?, Law.Operand, Law.Relation, Law.Operand?)] = [
      (
        "each a, b.code = {code}", Self.path(.member("a")),
        .path(Self.path(.member("b"), .member("code"))), .equal, .parameter("code")
      ),
      (
        "a[].code within (x.all).a[].code", nil, .path(Self.code), .within,
        .other(contract: "x.all", Self.code)
      ),
      (
        "each $[], low <= high", Self.path(), .path(Self.path(.member("low"))), .atMostEqual,
        .path(Self.path(.member("high")))
      ),
      (
        "0 < total", nil, .literal("0"), .less, .path(Self.path(.member("total")))
      ),
      (
        "a[].code apart from (x)[].code", nil, .path(Self.code), .apartFrom,
        .other(contract: "x", Self.path(.items, .member("code")))
      ),
      (
        "a[].code contains \"it''s\"", nil, .path(Self.code), .contains, .literal("\"it''s\"")
      ),
      ("a[].code unique", nil, .path(Self.code), .unique, nil),
      ("a[].code at most 10", nil, .path(Self.code), .atMost(10), nil),
      (
        "(x.all).a[].code more than 800", nil, .other(contract: "x.all", Self.code),
        .moreThan(800), nil
      ),
      (
        "['a.b'].c = $[]['it''s']", nil, .path(Self.path(.member("a.b"), .member("c"))), .equal,
        .path(Self.path(.items, .member("it's")))
      ),
    ]
    for (text, each, left, relation, right) in cases {
      let quoted =
        "'"
        + text.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
      let contract = try Sample.only(
        Sample.contract("response: any\nlaws:\n  name: \(quoted)")
      )
      let law = try #require(contract.laws.first)

      #expect(law.name == "name")
      #expect(law.text == text)
      #expect(law.each == each, "\(text)")
      #expect(law.left == left, "\(text)")
      #expect(law.relation == relation, "\(text)")
      #expect(law.right == right, "\(text)")
    }
  }

  @Test func `reads orders with their readings`() throws {
    let contract = try Sample.only(
      Sample.contract(
        """
        response: any
        order:
          parameter: sort
          keys:
            a: count(x.y) + count(z) descending
            b: title, code bytes
            c: zone either numeric
            d:
              one of:
                - first(t[].c)
                - min(t[].c) descending
        """
      )
    )
    let order = try #require(contract.order)

    #expect(order.parameter == "sort")
    #expect(order.choices.map(\.value) == ["a", "b", "c", "d"])
    #expect(
      order.choices[0].readings == [
        [
          SortKey(
            terms: [
              .count(Self.path(.member("x"), .member("y"))), .count(Self.path(.member("z"))),
            ],
            direction: .descending
          )
        ]
      ]
    )
    #expect(
      order.choices[1].readings == [
        [
          SortKey(terms: [.value(Self.path(.member("title")))]),
          SortKey(terms: [.value(Self.path(.member("code")))], collation: .bytes),
        ]
      ]
    )
    #expect(order.choices[2].readings[0][0].direction == .either)
    #expect(order.choices[2].readings[0][0].collation == .numeric)
    let inner = Self.path(.member("t"), .items, .member("c"))
    #expect(
      order.choices[3].readings == [
        [SortKey(terms: [.first(inner)])],
        [SortKey(terms: [.least(inner)], direction: .descending)],
      ]
    )
    #expect(order.choices[3].place == SourcePlace(file: "c.yaml", line: 11, column: 9))
  }

  @Test func `reads an order that no parameter chooses`() throws {
    let fixed = try Sample.only(Sample.contract("response: any\norder: title descending")).order
    #expect(fixed?.parameter == nil)
    #expect(fixed?.choices.map(\.value) == [nil])
    #expect(fixed?.choices[0].readings[0][0].direction == .descending)

    let several = try Sample.only(
      Sample.contract("response: any\norder:\n  one of:\n    - title\n    - code")
    ).order
    #expect(several?.choices.map(\.readings.count) == [2])
  }

  @Test func `reads the parts of a link`() throws {
    let contract = try Sample.only(
      Sample.contract("response: any\nlinks:\n  $[].href: /x/{..a.b}/{code}?f={.c}")
    )
    let link = try #require(contract.links.first)

    #expect(link.at == Self.path(.items, .member("href")))
    #expect(link.target == "/x/{..a.b}/{code}?f={.c}")
    #expect(
      link.parts == [
        .text("/x/"), .member(levelsUp: 1, Self.path(.member("a"), .member("b"))), .text("/"),
        .parameter("code"), .text("?f="), .member(levelsUp: 0, Self.path(.member("c"))),
      ]
    )
  }

  @Test(
    arguments: [
      ("window: { start: a, end: b, total: c, at_most: 5 }", "window"),
      ("cursor: { cursor: a, next: b }", "cursor"),
      ("offset: { offset: a, limit: b, total: c }", "offset"),
      ("page: { page: a, size: b, pages: c }", "page"),
      ("link-header: { size: a }", "link-header"),
      ("link-header:", "link-header"),
    ]
  )
  func `reads every paging dialect`(text: String, word: String) throws {
    let api = "api: A\nserver: https://a.example/\npaging:\n  \(text)\n"
    let library = try Sample.load(Sample.contract("response: any\npages: a[]"), api: api)

    #expect(library.apis[0].paging?.word == word)
    #expect(library.apis[0].server == "https://a.example")
    #expect(library.contracts[0].paging?.dialect == library.apis[0].paging)
    #expect(library.contracts[0].paging?.items == Self.path(.member("a")))
  }

  @Test(arguments: ["$", "$[]", "a", "a.b[].c", "$[].a", "['a.b']", "a['it''s'][].x", "[''].b"])
  func `writes a path as it is read`(text: String) throws {
    var scanner = NotationScanner(text)
    let path = try scanner.path()
    try scanner.end()

    #expect(path.description == text)
  }
}
