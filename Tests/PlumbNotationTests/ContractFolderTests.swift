import Foundation
import PlumbModel
import PlumbNotation
import TestSupport
import Testing

@Suite struct ContractFolderTests {
  private static let api = "api: A\nserver: https://a.example\n"
  private static let contract = "contracts:\n  one:\n    get: /one\n    response: any\n"

  /// Loads a folder that holds these files, and gives the errors without the folder's own path.
  private func load(
    _ files: [String: Data],
    _ path: String = ""
  ) throws -> (library: ContractLibrary?, errors: [String]) {
    let folder = try TemporaryFolder()
    for (name, data) in files { try folder.write(Array(data), to: name) }
    do throws(NotationErrors) {
      return (try ContractFolder.load(folder.path + path), [])
    } catch {
      let lines = error.diagnostics.map(\.description)
      return (nil, lines.map { $0.replacingOccurrences(of: folder.path, with: "ROOT") })
    }
  }

  private static func data(_ files: [String: String]) -> [String: Data] {
    files.mapValues { Data($0.utf8) }
  }

  @Test func `loads every contract that ships`() throws {
    let library = try ContractFolder.load(Repository.path("contracts"))

    #expect(library.apis.map(\.id) == ["onet", "tahatu"])
    #expect(library.contracts(of: "onet").count == 212)
    #expect(
      library.contracts(of: "tahatu").map(\.id) == ["occupations.list", "occupations.search"]
    )
    #expect(
      Set(library.contracts(of: "onet").map(\.id)).isSuperset(of: [
        "job_duties.search", "job_duties.tasks", "job_duties.results",
        "stem_occupations.types", "stem_occupations.in_type", "stem_occupations.all",
      ])
    )
  }

  @Test(arguments: ["", "/", "/x", "/x/c.yaml", "/x/api.yaml"])
  func `takes a folder of APIs, one API, or one file`(path: String) throws {
    let files = Self.data([
      "x/api.yaml": Self.api, "x/c.yaml": Self.contract, "x/accepted.yaml": "accepted: []",
      "x/x.schema.json": "{}", "x/notes.txt": "not read", "y/other.txt": "no API",
    ])

    let (library, errors) = try load(files, path)

    #expect(errors == [])
    #expect(library?.apis.map(\.id) == ["x"])
    #expect(library?.contracts.map(\.id) == (path == "/x/api.yaml" ? [] : ["one"]))
  }

  @Test func `reads contracts in JSON, where braces are no trap`() throws {
    let json = #"{"contracts": {"one": {"get": "/one", "response": {"a": "string (b, c)"}}}}"#

    let (library, errors) = try load(Self.data(["api.yaml": Self.api, "c.json": json]))

    #expect(errors == [])
    #expect(library?.contracts.map(\.id) == ["one"])
  }

  @Test func `takes a byte order mark and lines that end in CR LF`() throws {
    let text = "\u{FEFF}" + Self.contract.replacingOccurrences(of: "\n", with: "\r\n")
    let bad = Self.contract.replacingOccurrences(of: "\n", with: "\r\n")
      .replacingOccurrences(of: "any", with: "strin")

    #expect(try load(Self.data(["api.yaml": Self.api, "c.yaml": text])).errors == [])
    #expect(
      try load(Self.data(["api.yaml": Self.api, "c.yaml": bad])).errors
        == ["ROOT/c.yaml:4:15: error: `strin` is no type\n  fix: did you mean `string`?"]
    )
  }

  @Test func `says what is missing`() throws {
    #expect(
      try load([:], "/nowhere").errors
        == ["ROOT/nowhere:1:1: error: there is no such folder or file\n  fix: see `--contracts`"]
    )
    #expect(
      try load(Self.data(["x/c.yaml": Self.contract])).errors == [
        "ROOT:1:1: error: no API is here: neither `api.yaml` nor a folder that holds one\n"
          + "  fix: each API is a folder with an `api.yaml` beside its contract files"
      ]
    )
    #expect(
      try load(Self.data(["x/c.yaml": Self.contract]), "/x/c.yaml").errors == [
        "ROOT/x/c.yaml:1:1: error: the folder of this file has no `api.yaml`\n"
          + "  fix: a contract file stands beside the `api.yaml` of its API"
      ]
    )
  }

  @Test func `refuses what is no UTF-8, and points at the byte`() throws {
    var bytes = Data("contracts: # é\n  a: é".utf8)
    bytes.append(contentsOf: [0xFF, 0x0A])

    #expect(
      try load(["api.yaml": Data(Self.api.utf8), "c.yaml": bytes]).errors == [
        "ROOT/c.yaml:2:7: error: a contract file is UTF-8, this byte is not\n"
          + "  fix: save the file as UTF-8"
      ]
    )
  }

  @Test func `refuses a file above 10 MB without reading it`() throws {
    let files = ["api.yaml": Data(Self.api.utf8), "c.yaml": Data(count: 10_000_001)]

    #expect(
      try load(files).errors == [
        "ROOT/c.yaml:1:1: error: a contract file has at most 10000000 bytes, this one has 10000001\n"
          + "  fix: divide it into several files"
      ]
    )
  }

  @Test func `tells all errors of all files in the order of their places`() throws {
    let files = Self.data([
      "x/api.yaml": Self.api,
      "x/b.yaml": "contracts:\n  b:\n    get: /b\n    response: integr\n    title: [x]\n",
      "x/a.yaml": "contracts:\n  a:\n    get: /a\n    respons: any\n",
      "y/api.yaml": "api: Y\n",
      "y/c.yaml": "contracts: [\n",
    ])

    let errors = try load(files).errors.map { $0.split(separator: " error").first ?? "" }

    #expect(
      errors == [
        "ROOT/x/a.yaml:2:3:", "ROOT/x/a.yaml:4:5:", "ROOT/x/b.yaml:4:15:", "ROOT/x/b.yaml:5:12:",
        "ROOT/y/api.yaml:1:1:", "ROOT/y/c.yaml:2:1:",
      ]
    )
  }

  @Test func `refuses two operations of one name`() throws {
    let files = Self.data(["api.yaml": Self.api, "a.yaml": Self.contract, "b.yaml": Self.contract])

    #expect(
      try load(files).errors == [
        "ROOT/b.yaml:2:3: error: the operation `one` stands already in ROOT/a.yaml, line 2\n"
          + "  fix: rename one of them"
      ]
    )
  }

  @Test func `finds the operation that a person means`() throws {
    let (library, _) = try load(
      Self.data([
        "x/api.yaml": Self.api, "x/c.yaml": Self.contract,
        "y/api.yaml": Self.api,
        "y/c.yaml": Self.contract + "  other:\n    get: /other\n    response: any\n",
      ])
    )
    let loaded = try #require(library)
    func said(_ name: String) -> String {
      do throws(OperationNameError) {
        let contract = try loaded.operation(named: name)
        return "\(contract.api)/\(contract.id)"
      } catch {
        return error.description
      }
    }

    #expect(said("y/one") == "y/one")
    #expect(said("other") == "y/other")
    #expect(said("one") == "several APIs have an operation `one`: write `x/one` or `y/one`")
    #expect(said("othr") == "no operation is called `othr`: did you mean `other`?")
    #expect(
      said("quite different")
        == "no operation is called `quite different`: known are `x/one`, `y/one`, `y/other`"
    )
  }
}
