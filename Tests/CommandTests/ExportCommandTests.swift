import Foundation
import Testing

@Suite struct ExportCommandTests {
  @Test func `writes OpenAPI and lists what is lost`() async throws {
    let workshop = try Workshop.library()
    let result = try await workshop.tool.run("export", "openapi", "--output", "library.json")

    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(
      result.errors == """
        plumb: lost: contracts/library/api.yaml:1:1: `keys` of library: there is no word for the \
        environment variable LIBRARY_KEY
        plumb: lost: contracts/library/books.yaml:14:9: `examples` of `books.list`: they stand \
        parameter by parameter, and which belong together is lost
        plumb: lost: contracts/library/books.yaml:25:9: `examples` of `books.one`: they stand \
        parameter by parameter, and which belong together is lost

        """
    )
    let printed = try await workshop.tool.run("export", "openapi", "library")
    #expect(try workshop.read("library.json") == printed.output)
    #expect(printed.output.hasPrefix("{\n  \"openapi\": \"3.1.0\",\n"))
  }

  @Test(arguments: [["openapi"], ["schema", "books.list"]])
  func `writes nothing with --strict when something is lost`(words: [String]) async throws {
    let workshop = try Workshop.library()
    let result = try await workshop.tool.run(
      ["export"] + words + ["--strict", "--output", "a.json"]
    )

    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(
      result.errors.hasSuffix(
        "things would be lost, and --strict forbids it: nothing was written\n"
      )
    )
    #expect(!FileManager.default.fileExists(atPath: workshop.folder.appending(path: "a.json").path))
  }

  @Test func `writes everything with --strict when nothing is lost`() async throws {
    let workshop = try Workshop()
    try workshop.write(
      "api: A\nversion: \"1\"\nserver: https://a.example\n",
      to: "contracts/a/api.yaml"
    )
    try workshop.write(
      "contracts:\n  b:\n    get: /b\n    response: string\n",
      to: "contracts/a/b.yaml"
    )

    let result = try await workshop.tool.run("export", "openapi", "--strict")

    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("\"operationId\": \"b\""))
  }

  @Test func `writes a schema`() async throws {
    let result = try await Workshop.library().tool.run("export", "schema", "library/books.one")

    #expect(result.status == 0)
    #expect(
      result.output == """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "One book",
          "type": "object",
          "properties": {
            "code": {
              "type": "integer"
            },
            "title": {
              "type": "string"
            }
          },
          "required": [
            "code",
            "title"
          ],
          "additionalProperties": false
        }

        """
    )
  }

  @Test func `writes the tables of all operations`() async throws {
    let workshop = try Workshop.library()
    let one = try await workshop.tool.run("table", "books.one")
    let list = try await workshop.tool.run("table", "books.list")

    for words in [["export", "table"], ["export", "table", "library"]] {
      let all = try await workshop.tool.run(words)
      #expect(all == Tool.Result(status: 0, output: "\(list.output)\n\(one.output)", errors: ""))
    }
    #expect(try await workshop.tool.run("export", "table", "books.one") == one)
  }

  @Test func `writes a reference page`() async throws {
    let workshop = try Workshop.library()
    let result = try await workshop.tool.run("export", "html", "--output", "library.html")

    #expect(result == Tool.Result(status: 0, output: "", errors: ""))
    let html = try workshop.read("library.html")
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(html.hasSuffix("</html>\n"))
  }

  @Test(
    arguments: [
      (["openapi", "libary"], 64, "no API is called `libary`: did you mean `library`?"),
      (["html", "x"], 64, "no API is called `x`: known are `library`"),
      (
        ["schema", "books.lst"], 64,
        "no operation is called `books.lst`: did you mean `books.list`?"
      ),
      (
        ["schema", "books.one", "--status", "401"], 64,
        "library/books.one: no body with the status 401 is documented"
      ),
      (
        ["schema", "books.one", "--status", "418"], 64,
        "library/books.one has no documented response 418; it has 200, 401"
      ),
      (
        ["table", "--contracts", "none"], 65, "none: there is no such folder of contracts"
      ),
      (
        ["html", "--output", "no/where.html"], 70,
        "no/where.html: the export cannot be written: there is no folder \"no\"; make it first"
      ),
    ]
  )
  func `says what cannot be done`(words: [String], status: Int32, message: String) async throws {
    let result = try await Workshop.library().tool.run(["export"] + words)

    #expect(result.status == status)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("plumb: error: \(message)"))
  }

  @Test func `asks which API is meant`() async throws {
    let workshop = try Workshop.library()
    try workshop.write(Workshop.api, to: "contracts/other/api.yaml")
    try workshop.write(
      "contracts:\n  b:\n    get: /b\n    response: string\n",
      to: "contracts/other/b.yaml"
    )

    let result = try await workshop.tool.run("export", "openapi")

    #expect(
      result
        == Tool.Result(
          status: 64,
          output: "",
          errors: """
            plumb: error: there are contracts of several APIs; name one of them: `library`, `other`

            """
        )
    )
  }
}
