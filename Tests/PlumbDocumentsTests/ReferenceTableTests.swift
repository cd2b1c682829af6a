import Foundation
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbText
import TestSupport
import Testing

@Suite struct ReferenceTableTests {
  /// The folder of the reference pages lies beside the repository where it is developed, and
  /// nowhere else; `prints what was copied from the pages` holds everywhere.
  static let pages = Repository.path("../shared/docs")

  private func table(_ operation: String) throws -> ReferenceTable {
    let library = try ContractFolder.load(Repository.path("contracts"))
    let contract = try library.operation(named: operation)
    return ReferenceTable(contract: contract, api: try #require(library.api(contract.api)))
  }

  private func service(_ table: ReferenceTable) -> PageTables.Service {
    PageTables.Service(
      fieldLines: table.fieldLines,
      pathTypes: table.path.map(\.type),
      query: table.query.map { parameter in
        [
          parameter.name + (parameter.isRequired ? " required" : ""), parameter.type,
          parameter.defaultValue ?? "(none)",
        ]
      }
    )
  }

  @Test(arguments: DocumentedTables.all.keys.sorted())
  func `prints what was copied from the pages`(operation: String) throws {
    #expect(service(try table(operation)) == DocumentedTables.all[operation])
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: pages)),
    arguments: [
      ("001", "Occupation types", "stem_occupations.types"),
      ("001", "Occupations in type", "stem_occupations.in_type"),
      ("001", "All STEM occupations", "stem_occupations.all"),
      ("002", "Occupation search", "job_duties.search"),
      ("002", "Tasks in occupation", "job_duties.tasks"),
      ("002", "Related occupations for tasks", "job_duties.results"),
    ]
  )
  func `prints the tables of the pages themselves`(
    page: String,
    title: String,
    operation: String
  ) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.pages)
    let name = try #require(names.first { $0.hasPrefix(page) })
    let text = try String(contentsOfFile: "\(Self.pages)/\(name)", encoding: .utf8)
    let titles = [
      "Occupation types", "Occupations in type", "All STEM occupations", "Occupation search",
      "Tasks in occupation", "Related occupations for tasks",
    ]

    let services = PageTables(text, titles: titles).services

    #expect(service(try table(operation)) == services[title])
  }

  @Test func `prints the whole of one operation`() throws {
    #expect(
      try table("job_duties.tasks").description == """
        Tasks in occupation
        Response is a list of objects
        Field | Type |
        ---|---|
        id | string |
        title | string |
        Path parameters
        Component | Type |
        ---|---|
        code | string |
        Query string parameters
        """
    )
  }

  @Test func `ends where types would double with each level`() throws {
    let place = SourcePlace(file: "api.yaml", line: 1, column: 1)
    var api = API(id: "x", title: "X", server: "https://x.example", place: place)
    api.types = ["t30": FieldType(.string)]
    for level in 0..<30 {
      let rows = ["a", "b"].map {
        Row(name: $0, type: FieldType(.named("t\(level + 1)")), place: place)
      }
      api.types["t\(level)"] = FieldType(.object(ObjectType(rows: rows)))
    }
    let contract = Contract(
      id: "a",
      api: "x",
      title: "A",
      path: try PathTemplate("/a"),
      responses: [
        ResponseContract(status: 200, body: .json(FieldType(.named("t0"))), place: place)
      ],
      place: place
    )

    #expect((20_000..<21_000).contains(ReferenceTable(contract: contract, api: api).rows.count))
  }

  @Test func `words lists, null, open objects and trees`() throws {
    let place = SourcePlace(file: "a.yaml", line: 1, column: 1)
    func row(_ name: String, _ type: FieldType, isOptional: Bool = false) -> Row {
      Row(name: name, isOptional: isOptional, type: type, place: place)
    }
    let tree = ObjectType(rows: [
      row("name|old", FieldType(.string, isNullable: true)),
      row("child", FieldType(.list(FieldType(.named("tree")))), isOptional: true),
    ])
    let open = ObjectType(
      rows: [row("id", FieldType(.integer))],
      others: FieldType(.integer)
    )
    let body = ObjectType(rows: [
      row("tags", FieldType(.list(FieldType(.string)))),
      row("grid", FieldType(.list(FieldType(.list(FieldType(.number)))))),
      row("more", FieldType(.any)),
      row("open", FieldType(.object(open), isNullable: true)),
      row("root", FieldType(.named("tree"))),
    ])
    let api = API(
      id: "a",
      title: "A",
      server: "https://a.example",
      types: ["tree": FieldType(.object(tree))],
      place: place
    )
    let contract = Contract(
      id: "c",
      api: "a",
      title: "C",
      path: try PathTemplate("/c"),
      responses: [
        ResponseContract(status: 200, body: .json(FieldType(.object(body))), place: place)
      ],
      place: place
    )

    let table = ReferenceTable(contract: contract, api: api)

    #expect(
      table.rows.map(\.description) == [
        "tags | list of strings |",
        "grid | list of lists of numbers |",
        "more | any |",
        "open (contains nested items) | object or null |",
        "id (nested at level 1) | integer |",
        "... (nested at level 1) optional | integer |",
        "root (contains nested items) | object |",
        "name\\|old (nested at level 1) | string or null |",
        "child (nested at level 1) optional | list of objects |",
      ]
    )
  }
}
