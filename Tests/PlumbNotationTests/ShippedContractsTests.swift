import PlumbModel
import PlumbNotation
import TestSupport
import Testing

@Suite struct ShippedContractsTests {
  @Test func `finds nothing in the contracts that ship`() throws {
    let library = try ContractFolder.load(Repository.path("contracts"))

    #expect(Linter.lint(library).map(\.description) == [])
  }

  @Test func `asks for every documented order, every parameter and every default`() throws {
    let library = try ContractFolder.load(Repository.path("contracts"))
    // Of what is documented by a description alone, no values are known that must succeed.
    for contract in library.contracts where !contract.examples.isEmpty {
      let values = contract.examples.flatMap(\.values)
      if let order = contract.order, let parameter = order.parameter {
        let asked = values.filter { $0.name == parameter }.map(\.value)
        let documented = order.choices.compactMap(\.value)
        #expect(Set(asked).isSuperset(of: documented), "\(contract.id)")
      }
      // A cursor comes from an answer, and the version in the header has no documented value.
      let parameters = contract.parameters.filter { parameter in
        parameter.location != .header && parameter.name != "Cursor"
      }
      if ["job_duties", "stem_occupations"].contains(contract.id.split(separator: ".")[0]) {
        #expect(Set(values.map(\.name)).isSuperset(of: parameters.map(\.name)), "\(contract.id)")
      }
      let required = parameters.filter { !$0.isOptional }.map(\.name)
      #expect(
        contract.examples.contains { $0.values.map(\.name).sorted() == required.sorted() },
        "\(contract.id) is never asked with its defaults"
      )
    }
  }

  @Test func `knows what the pages say of paging and sorting`() throws {
    let library = try ContractFolder.load(Repository.path("contracts"))
    let results = try library.operation(named: "job_duties.results")
    let all = try library.operation(named: "onet/stem_occupations.all")
    let list = try library.operation(named: "occupations.list")

    #expect(results.paging?.dialect.word == "window")
    #expect(results.identity?.description == "code")
    #expect(
      results.parameters.map(\.defaultValue) == [
        nil, nil, .text("closely_related"), .text("1"), .relative(to: "start", plus: 19),
      ]
    )
    #expect(
      results.order?.choices.map { $0.readings[0][0].direction } == [
        .descending, .descending, .ascending, .ascending, .either,
      ]
    )
    #expect(all.order?.choices.map(\.readings.count) == [1, 1, 1, 4])
    #expect(list.paging?.dialect.word == "cursor")
    #expect(library.api("tahatu")?.keys.map(\.header) == ["X-API-KEY", "X-Client-ID"])
    #expect(library.api("onet")?.isComplete == true)
  }
}
