import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct KeyReaderTests {
  /// The keys of one item, shown.
  private static func keys(_ order: String, _ item: String) throws -> [String] {
    let plan = try Listings.plan(order)
    let page = try Listings.page("[\(item)]", plan)
    return page.columns.asked[0].map { $0.shown(0) }
  }

  @Test(arguments: [
    ("title", #"{"title": "A"}"#, "A"),
    ("title", #"{"title": null}"#, "nothing"),
    ("title", #"{"code": "A"}"#, "nothing"),
    ("title", #"{"title": {"en": "A"}}"#, "nothing"),
    ("title", #"{"title": ""}"#, ""),
    ("rank", #"{"rank": 1.5}"#, "1.5"),
    ("rank", #"{"rank": -2}"#, "-2"),
    ("open", #"{"open": true}"#, "1"),
    ("job.title", #"{"title": "A", "job": {"title": "B"}}"#, "B"),
    ("count(tasks)", #"{"tasks": [{"id": 1}, 2, null, []]}"#, "4"),
    ("count(tasks)", #"{"tasks": []}"#, "0"),
    ("count(tasks)", #"{"tasks": null}"#, "nothing"),
    ("count(tasks)", #"{"tasks": 7}"#, "nothing"),
    ("count(tasks)", "{}", "nothing"),
    ("count(tasks[])", #"{"tasks": ["a", "b"]}"#, "2"),
    ("count(tasks[].id)", #"{"tasks": [{"id": 1}, {}, {"id": null}, {"id": "a"}]}"#, "2"),
    ("count(tasks[].id)", #"{"tasks": []}"#, "0"),
    ("count(tasks[].id)", "{}", "nothing"),
    ("count(tasks[].ids)", #"{"tasks": [{"ids": [1, 2]}, {"ids": []}, {"ids": [3]}]}"#, "3"),
    ("count(a) + count(b)", #"{"a": [1, 2], "b": [3]}"#, "3"),
    ("count(a) + count(b)", #"{"a": [1, 2]}"#, "nothing"),
    ("count(a) + b", #"{"a": [1, 2], "b": 0.5}"#, "2.5"),
    ("count(a) + b", #"{"a": [1, 2], "b": "5"}"#, "nothing"),
    ("first(types[].code)", #"{"types": [{"code": 3}, {"code": 1}]}"#, "3"),
    ("first(types[].code)", #"{"types": [{}, {"code": null}, {"code": 1}]}"#, "1"),
    ("first(types[].code)", #"{"types": []}"#, "nothing"),
    ("min(types[].code)", #"{"types": [{"code": 3}, {"code": 1}, {"code": 2}]}"#, "1"),
    ("min(names[])", #"{"names": ["b", "C", "a"]}"#, "a"),
    ("min(names[])", #"{"names": ["b", "B", "A", "É"]}"#, "A"),
    ("min(names[]) bytes", #"{"names": ["b", "C", "a"]}"#, "C"),
    ("min(names[]) numeric", #"{"names": ["10", "9", "x"]}"#, "9"),
    ("min(names[]) text", #"{"names": ["10", "9"]}"#, "10"),
  ])
  func `makes the key of an item`(order: String, item: String, key: String) throws {
    #expect(try Self.keys(order, item) == [key])
  }

  @Test func `keeps items apart`() throws {
    let plan = try Listings.plan("title, count(tasks), min(codes[])")
    let page = try Listings.page(
      """
      [
        {"title": "A", "tasks": [1, 2], "codes": [1, 2]},
        {},
        {"codes": [5], "tasks": [], "title": "B"}
      ]
      """,
      plan
    )

    let shown = page.columns.asked[0].map { column in (0..<3).map(column.shown) }
    #expect(shown == [["A", "nothing", "B"], ["2", "nothing", "0"], ["1", "nothing", "5"]])
    #expect(page.columns.count == 3)
  }

  @Test func `keeps the other orders' keys of a page that is out of order only`() throws {
    let plan = try Listings.plan(Listings.choices)
    let letters = ["a", "b", "c", "d", "e", "f", "g", "h"]
    let items = letters.map { Listings.object(["title": .string($0), "code": .string("1" + $0)]) }

    #expect(Listings.page(items, plan).columns.sample.isEmpty)
    let reversed = Listings.page(items.reversed(), plan).columns
    #expect(reversed.sample.keys.sorted() == ["code", "zone"])
    #expect(reversed.sample["code"]?[0].shown(0) == "1h")
    // A short page may be in order by chance.
    #expect(Listings.page(Array(items.prefix(7)), plan).columns.sample.count == 2)
  }

  @Test func `keeps other keys of the first items only`() throws {
    let plan = try Listings.plan(Listings.choices)
    let items = (0..<500).map { number in
      Listings.object(["title": .string("\(1000 - number)"), "code": .string("\(number)")])
    }

    let columns = Listings.page(items, plan).columns
    #expect(columns.asked[0][0].count == 500)
    #expect(columns.sample["code"]?[0].count == OrderColumns.sampleSize)
  }
}
