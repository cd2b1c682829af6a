import PlumbModel
import PlumbNotation
import Testing

@Suite struct ShippedContractsTests {
  @Test func `finds nothing in the contracts that ship`() throws {
    let library = try ContractFolder.load(Repository.path("contracts"))

    #expect(Linter.lint(library).map(\.description) == [])
  }
}
