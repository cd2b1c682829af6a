import PlumbModel
import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct OrderPlanTests {
  @Test(arguments: [
    ("sort=code", Int?.some(1)), ("start=1&sort=zone", 2), ("start=1", 0), ("", 0),
    ("sort=size", nil), ("sort=", nil),
  ])
  func `finds the order that a request asks for`(query: String, choice: Int?) throws {
    let plan = try Listings.plan(Listings.choices)

    #expect(plan.choice(for: Query(query)) == choice)
  }

  @Test func `finds a fixed order whatever a request asks for`() throws {
    let plan = try Listings.plan("title")

    #expect(plan.choice(for: Query("sort=code")) == 0)
    #expect(plan.parameter == nil)
  }

  @Test func `has no order for a request that leaves out a parameter without default`() throws {
    let plan = try Listings.plan("\n  parameter: by\n  keys:\n    title: title")

    #expect(plan.choice(for: Query("")) == nil)
    #expect(plan.choice(for: Query("by=title")) == 0)
  }

  @Test func `names the places that keys speak of, each once`() throws {
    let plan = try Listings.plan(
      """

        parameter: sort
        keys:
          tasks: count(tasks.near) + count(tasks.far) descending, title
          types:
            one of:
              - first(types[].code)
              - min(types[].code)
          nested: count(groups[].members)
      """
    )

    #expect(
      plan.paths(for: 0).map(\.description)
        == ["tasks.near", "tasks.near[]", "tasks.far", "tasks.far[]", "title"]
    )
    #expect(plan.paths(for: 1).map(\.description) == ["types[].code"])
    #expect(
      plan.paths(for: 2).map(\.description) == ["groups[].members", "groups[].members[]", "groups"]
    )
    #expect(plan.paths.count == 9)
  }

  @Test func `says what is promised as the contract has it`() throws {
    let fixed = try Listings.plan("count(a) + b descending numeric, title")
    let chosen = try Listings.plan(Listings.choices)

    #expect(
      fixed.promise(0)
        == "the items are documented in the order of `count(a) + b descending numeric, title`"
    )
    #expect(chosen.promise(2) == "`sort=zone` is documented as the order of `zone either`")
    #expect(chosen.name(2) == "sort=zone")
  }
}
