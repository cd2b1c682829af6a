import PlumbModel
import PlumbNotation
import Testing

@Suite struct ContractFolderTests {
  @Test func `loads every contract that ships`() throws {
    let library = try ContractFolder.load(Repository.path("contracts"))

    #expect(library.apis.map(\.id) == ["onet", "tahatu"])
    #expect(
      library.contracts.map { "\($0.api)/\($0.id)" } == [
        "onet/job_duties.search", "onet/job_duties.tasks", "onet/job_duties.results",
        "onet/stem_occupations.types", "onet/stem_occupations.in_type", "onet/stem_occupations.all",
        "tahatu/occupations.list", "tahatu/occupations.search",
      ]
    )
  }
}
