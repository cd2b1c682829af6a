import PlumbText
import Testing

@Suite struct QueryTests {
  @Test func `decodes names and values in order`() {
    let query = Query("b=2&a=x+y%2Bz&a=%C3%A9&c&=d&&e==")
    #expect(
      query.items == [
        .init(name: "b", value: "2"), .init(name: "a", value: "x y+z"),
        .init(name: "a", value: "é"), .init(name: "c", value: ""), .init(name: "", value: "d"),
        .init(name: "e", value: "="),
      ]
    )
    #expect(query["a"] == "x y+z")
    #expect(query.values(of: "a") == ["x y+z", "é"])
    #expect(query["z"] == nil)
    #expect(query.description == "b=2&a=x%20y%2Bz&a=%C3%A9&c=&=d&e=%3D")
  }

  @Test(
    arguments: [
      ("a=1&b=2", "b=2&a=1", true), ("a=%31", "a=1", true), ("a=x+y", "a=x%20y", true),
      ("a=1&a=1", "a=1", false), ("a=1&a=2", "a=2&a=1", true), ("a", "a=", true),
      ("a=1", "a=2", false), ("", "", true), ("tasks=1809%2C1815", "tasks=1809,1815", true),
    ]
  )
  func `compares as a set of pairs that counts`(left: String, right: String, areEqual: Bool) {
    #expect((Query(left) == Query(right)) == areEqual)
    if areEqual { #expect(Query(left).hashValue == Query(right).hashValue) }
  }
}
