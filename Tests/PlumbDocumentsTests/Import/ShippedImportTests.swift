import Foundation
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbText
import TestSupport
import Testing

/// The folder of the description lies beside the repository where it is developed.
private let path = Repository.path("../shared/data/onet-openapi/onet-web-services-openapi.json")

/// The contracts that ship, held against the description that most of them were made from.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: path),
    "the description is not here: ../shared/data/onet-openapi"
  )
)
struct ShippedImportTests {
  /// The pages that stay as the manual has them.
  private static let manual = ["job_duties.yaml", "stem_occupations.yaml"]

  private func imported() throws -> ImportedAPI {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let file = try DescriptionFile(bytes, path: path)
    return try OpenAPIImport.read(file, OpenAPIImport.Options(id: "onet"))
  }

  private func isOfManual(_ contract: Contract) -> Bool {
    Self.manual.contains { contract.place.file.hasSuffix("/\($0)") }
  }

  @Test func `finds manual and description to agree on what both document`() throws {
    let imported = try imported()
    let shipped = try ContractFolder.load(Repository.path("contracts/onet"))
    let contracts = shipped.contracts.filter(isOfManual)
    #expect(contracts.count == 6)

    for contract in contracts {
      let other = try #require(
        imported.files.flatMap(\.contracts).first { $0.path.text == contract.path.text }
      )
      let one = ReferenceTable(contract: contract, api: shipped.apis[0])
      let two = ReferenceTable(contract: other, api: imported.api)
      // What the description narrows, the manual's tables have no words for.
      func words(_ type: String) -> Substring { type.split(separator: " Values:")[0] }
      func row(_ row: ReferenceRow) -> String {
        "\(row.name) \(row.level) \(row.isOptional) \(row.containsNested) \(words(row.type))"
      }
      func parameter(_ row: ReferenceParameter) -> String {
        "\(row.name) \(row.isRequired) \(words(row.type))"
      }
      #expect(one.rows.map(row) == two.rows.map(row), "\(contract.id)")
      #expect(one.sentence == two.sentence, "\(contract.id)")
      #expect((one.path + one.query).map(parameter) == (two.path + two.query).map(parameter))
      #expect(contract.errors.map(\.status) == other.errors.map(\.status))
    }
  }

  @Test func `has all services, as the description has them`() throws {
    let imported = try imported()
    let folder = try ContractFolder.files(Repository.path("contracts/onet"))
    let update = try FolderUpdate(updating: folder, with: imported)

    #expect(update.changes.map(\.name) == Self.manual)
    #expect(update.unknown.isEmpty)
    #expect(update.library.contracts.count == 212)
    #expect(update.library.contracts.count { $0.paging != nil } == 106)
    #expect(!imported.remarks.contains { $0.kind == .unsaid })
    #expect(Set(imported.remarks.map(\.reason)).count == 3)
  }
}
