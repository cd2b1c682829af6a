import Foundation
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbText
import TestSupport
import Testing

@Suite struct ReferencePageTests {
  static let page = ReferenceTableTests.pages

  static func read(
    _ text: String,
    options: ReferencePage.Options = ReferencePage.Options()
  ) throws -> ReferencePage {
    try ReferencePage(Array(text.utf8), file: "page.txt", options: options)
  }

  /// The page's contracts as they are written and read again.
  static func reread(_ page: ReferencePage) throws -> ContractLibrary {
    let text = NotationWriter.text(of: page.contracts, api: page.api, comments: page.comments)
    let api = NotationWriter.text(of: page.api, comments: page.apiComments)
    return try ContractLoader.load([
      ContractLoader.Folder(
        id: page.api.id,
        api: NotationFile(path: "api.yaml", text: api),
        contracts: [NotationFile(path: "page.yaml", text: text)]
      )
    ])
  }

  /// The tables of contracts, in the form in which pages are read without this project's reader.
  static func services(_ library: ContractLibrary) -> [String: PageTables.Service] {
    var services: [String: PageTables.Service] = [:]
    for contract in library.contracts {
      guard let api = library.api(contract.api) else { continue }
      let table = ReferenceTable(contract: contract, api: api)
      services[contract.title] = PageTables.Service(
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
    return services
  }

  @Test(arguments: ["text", "html"])
  func `the tables of an imported page are the page's, row for row`(form: String) throws {
    let text = form == "text" ? SamplePages.text : SamplePages.html
    let expected = PageTables(SamplePages.text, titles: SamplePages.titles).services

    #expect(Self.services(try Self.reread(try Self.read(text))) == expected)
  }

  /// The folder of the reference pages lies beside the repository where it is developed.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: page), "no pages beside the repository"),
    arguments: [
      ("001", ["Occupation types", "Occupations in type", "All STEM occupations"]),
      ("002", ["Occupation search", "Tasks in occupation", "Related occupations for tasks"]),
    ]
  )
  func `the tables of real pages are the pages', row for row`(
    page: String,
    titles: [String]
  ) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.page)
    let name = try #require(names.first { $0.hasPrefix(page) })
    let text = try String(contentsOfFile: "\(Self.page)/\(name)", encoding: .utf8)

    let library = try Self.reread(try Self.read(text))

    #expect(library.contracts.map(\.title) == titles)
    #expect(Self.services(library) == PageTables(text, titles: titles).services)
  }

  @Test(arguments: ["onet", "tahatu"])
  func `reads the tables of this project's own contracts`(api: String) throws {
    let library = try ContractFolder.load(Repository.path("contracts/\(api)"))
    let tables = try library.contracts.map { contract in
      ReferenceTable(contract: contract, api: try #require(library.api(contract.api)))
    }

    let page = try Self.read(tables.map(\.description).joined(separator: "\n"))

    let again = page.contracts.map { ReferenceTable(contract: $0, api: page.api) }
    #expect(again.map(\.description) == tables.map(\.description))
  }

  @Test func `writes what the page says in sentences as comments`() throws {
    var options = ReferencePage.Options()
    options.title = "Lighthouses"
    options.source = "https://docs.harbour.example/lights"
    let page = try Self.read(SamplePages.text, options: options)

    #expect(
      NotationWriter.text(of: page.contracts, api: page.api, comments: page.comments) == """
        page: Lighthouses
        source: https://docs.harbour.example/lights
        contracts:

          lighthouses.lights_of_a_coast:
            title: Lights of a coast
            # To be confirmed, from the `next` of its example, with what fits as parameter.
            get: /v2/coasts/{name_of_the_coast}/lights
            path:
              name_of_the_coast: string (north, south)  # name of the coast
            query:
              sort?: string (number, height, keeper, age) = number  # sort order
              tags: list of integer, comma     # tags to match
              start?: integer = 1              # first returned light
              end?: integer = start + 9        # last returned light
            # To be confirmed.
            #   The page: Each href property links to the corresponding One light service.
            #   links:
            #     light[].href: /v2/lights/{.number}
            # To be confirmed.
            #   The page: Results are divided into pages of ten.
            #   pages: light
            #   id: number
            # To be confirmed.
            #   The page: Results are sorted by number; to change this, set the sort parameter to
            #   height, keeper or age.
            #   order:
            #     parameter: sort
            #     keys:
            #       number: number
            #       height: height
            #       keeper: keeper.name
            #   No row is called age: say what it sorts by.
            response:
              start: integer
              end: integer
              total: integer
              next?: string
              light:
                - href: string
                  number: string
                  height?: number | null
                  keeper?:
                    name: string
                    grid:
                      - - number
                  ...: any

          lighthouses.one_light:
            title: One light
            # To be confirmed, from the `href` in the example of "Lights of a coast", with what fits as parameter.
            get: /v2/lights/{light_number}
            path:
              light_number: string             # light number
            response:
              number: string
              zone: integer 1..5
              state?: string (lit, dark)

          lighthouses.coasts:
            title: Coasts
            # To be confirmed, the page does not show it: made up.
            get: /v2/coasts
            response:
              - name: string

        """
    )
    #expect(
      NotationWriter.text(of: page.api, comments: page.apiComments) == """
        api: Lighthouses
        # To be confirmed: the host of the addresses in the page's examples.
        server: https://api.harbour.example
        # To be confirmed; the names on the page look like this:
        #   paging:
        #     window: { start: start, end: end, total: total, next: next }

        """
    )
  }

  @Test func `makes up paths that requests can tell apart`() throws {
    let table = "Field | Type |\n---|---|\na | string |\n"
    let page = try Self.read("Skills\n\(table)Tasks\n\(table)Skills\n\(table)")

    #expect(page.contracts.map(\.path.text) == ["/skills", "/tasks", "/skills_2"])
    #expect(page.contracts.map(\.id) == ["skills", "tasks", "skills_2"])
  }

  @Test func `takes titles and requests where the page marks them`() throws {
    let page = try Self.read(SamplePages.html)

    #expect(page.contracts.map(\.page) == ["Lighthouses", "Lighthouses", "Lighthouses"])
    #expect(page.contracts.first?.path.text == "/v2/coasts/{coast}/lights")
    #expect(page.comments[above: ["contracts", "lighthouses.lights_of_a_coast", "get"]] == [])
  }

  @Test(
    arguments: [
      ("", 1, "the file is empty"),
      ("\u{0}", 1, "the file is no text in UTF-8"),
      (
        "Nothing here.", 1,
        "the page documents no service: it has no table with the columns \"Field\" and \"Type\""
      ),
      (
        "<html><h1>404 Not Found</h1></html>", 1,
        "the page documents no service; it looks like the page of an error or of a login"
      ),
      (
        "<h1>Sign in</h1><form>Name</form>", 1,
        "the page documents no service; it looks like the page of an error or of a login"
      ),
      (
        "Field | Type |\n---|---|\na | string |", 1,
        "nothing above this table says which service it is of"
      ),
      ("T\nField | Type |\n---|---|\n", 2, "the table has no rows"),
      ("T\nField | Type |\n---|---|\na | string |\nb | strin |", 5, "`strin` is no type"),
      ("T\nField | Type |\n---|---|\na |  |", 4, "`a` has no type"),
      ("T\nField | Type |\n---|---|\n| | string |", 4, "the row has no name"),
      (
        "T\nField | Type |\n---|---|\na | string |\na | string |", 5,
        "the row `a` stands here already"
      ),
      (
        "T\nField | Type |\n---|---|\na |\nText", 4,
        "the row of `a` has 1 cells, its table has 2 columns"
      ),
      (
        "T\nField | Type |\n---|---|\na (nested at level 1) | string |", 4,
        "`a` is nested at level 1, but nothing is around it"
      ),
      (
        "T\nField | Type |\n---|---|\na | object |\nb (nested at level 1) | string |", 5,
        "`b` is nested at level 1, but `a` above it is not marked (contains nested items)"
      ),
      (
        "T\nField | Type |\n---|---|\na (contains nested items) | object |\nb (nested at level 2) | string |",
        4, "`a` contains nested items, but none follow"
      ),
      (
        "T\nField | Type |\n---|---|\na (contains nested items) | string |\nb (nested at level 1) | string |",
        4, "`a` contains nested items, but is string"
      ),
      (
        "T\nResponse is a string\nField | Type |\n---|---|\na | string |", 2,
        "the response is a string, which has no fields"
      ),
      (
        "T\nField | Type |\n---|---|\na | integer Values: 5–1 |", 4,
        "`5–1` is no range: it begins above its end"
      ),
      ("T\nField | Type |\n---|---|\na | integer Values: x |", 4, "`x` is no integer"),
      (
        "T\nField | Type |\n---|---|\na | string |\nQuery string parameters\nKey | Type | Default |\n---|---|---|\n"
          + "b | list of strings | (none) |", 8,
        "`list of strings` does not say how the list is written"
      ),
      (
        "T\nField | Type |\n---|---|\na | string |\nQuery string parameters\nKey | Type | Default |\n---|---|---|\n"
          + "b | string | (none) |\nb | string | (none) |", 9,
        "the parameter `b` stands here already"
      ),
    ]
  )
  func `says what is wrong, and in which line`(text: String, line: Int, message: String) {
    let error = #expect(throws: Diagnostic.self) { try Self.read(text) }

    #expect(error?.message == message)
    #expect(error?.place == SourcePlace(file: "page.txt", line: line, column: 1))
  }

  @Test func `refuses a page that is too large, and bytes that are no text`() {
    let large = [UInt8](repeating: UInt8(ascii: "a"), count: 50 << 20)
    let tooLarge = #expect(throws: Diagnostic.self) { try ReferencePage(large, file: "a.txt") }
    let noText = #expect(throws: Diagnostic.self) {
      try ReferencePage([0xFF, 0xFE], file: "a.txt")
    }

    #expect(tooLarge?.message == "the file has 50 MB, a page has at most 16")
    #expect(noText?.message == "the file is no text in UTF-8")
  }

  @Test func `comes to an end with whatever it reads`() throws {
    var random = SplitMix64(seed: 5)
    for page in [SamplePages.text, SamplePages.html] {
      let bytes = Array(page.utf8)
      for _ in 0..<400 {
        var broken = bytes
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          let at = Int.random(in: 0..<broken.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: broken[at] = UInt8.random(in: 0...255, using: &random)
          case 1: broken.removeSubrange(at..<min(at + 40, broken.count))
          case 2: broken.insert(contentsOf: broken[at..<min(at + 40, broken.count)], at: at)
          default: broken.insert(contentsOf: Array("<|&\n\"".utf8), at: at)
          }
        }
        do throws(Diagnostic) {
          let page = try ReferencePage(broken, file: "page.txt")
          #expect(throws: Never.self) { _ = try Self.reread(page) }
        } catch {
          #expect(error.place.line >= 1)
        }
      }
    }
  }
}
