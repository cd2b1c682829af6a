import Testing

@Suite struct ImportOpenAPICommandTests {
  private static func description(_ type: String) -> String {
    """
    openapi: 3.0.3
    info: { title: Shop, version: "1" }
    servers: [{ url: https://shop.example }]
    paths:
      /books:
        get:
          summary: Books
          responses:
            200:
              description: ok
              content: { application/json: { schema: { type: object, properties: { a: \(type) } } } }

    """
  }

  private func workshop(_ type: String = "{ type: string }") throws -> Workshop {
    let workshop = try Workshop.library()
    try workshop.write(Self.description(type), to: "shop.yaml")
    return workshop
  }

  @Test func `writes a folder that can be linted, and then has nothing to write`() async throws {
    let workshop = try workshop()

    let result = try await workshop.tool.run(
      "import",
      "openapi",
      "shop.yaml",
      "--into",
      "contracts/shop"
    )
    let lint = try await workshop.tool.run("lint", "contracts/shop")
    let again = try await workshop.tool.run(
      "import",
      "openapi",
      "shop.yaml",
      "--into",
      "contracts/shop"
    )

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: "wrote contracts/shop: api.yaml and 1 file with 1 operation\n",
          errors: ""
        )
    )
    #expect(lint.output == "1 operation under contract, nothing to mend\n")
    #expect(
      again.output == "nothing to write: contracts/shop says all that the description says\n"
    )
    #expect(again.status == 0)
  }

  @Test func `shows the difference first, and writes it when told to`() async throws {
    let workshop = try workshop()
    _ = try await workshop.tool.run("import", "openapi", "shop.yaml", "--into", "contracts/shop")
    try workshop.write(
      try workshop.read("contracts/shop/books.yaml")
        .replacing("response:", with: "response:          # ours"),
      to: "contracts/shop/books.yaml"
    )
    try workshop.write(Self.description("{ type: integer }"), to: "shop.yaml")
    let before = try workshop.read("contracts/shop/books.yaml")

    let shown = try await workshop.tool.run(
      "import",
      "openapi",
      "shop.yaml",
      "--into",
      "contracts/shop"
    )
    #expect(try workshop.read("contracts/shop/books.yaml") == before)
    let written = try await workshop.tool.run(
      "import",
      "openapi",
      "shop.yaml",
      "--into",
      "contracts/shop",
      "--write"
    )

    let diff = """
      --- contracts/shop/books.yaml
      +++ contracts/shop/books.yaml
      @@ -3,8 +3,8 @@
         books:
           title: Books
           get: /books
      -    response:          # ours
      -      a?: string
      +    response:                          # ours
      +      a?: integer
             ...: any
           examples:
             - {}

      """
    #expect(
      shown
        == Tool.Result(
          status: 1,
          output: diff,
          errors: "plumb: error: nothing is written; --write writes the difference\n"
        )
    )
    #expect(written.output == diff + "wrote contracts/shop: 1 file changed\n")
    #expect(written.status == 0)
    #expect(
      try workshop.read("contracts/shop/books.yaml").contains("# ours\n      a?: integer")
    )
  }

  @Test func `names an operation that the description no longer has, and keeps it`() async throws {
    let workshop = try workshop()
    _ = try await workshop.tool.run("import", "openapi", "shop.yaml", "--output", "contracts/shop")
    let renamed = Self.description("{ type: string }").replacing("/books", with: "/b")
    try workshop.write(renamed, to: "b.yaml")

    let result = try await workshop.tool.run(
      "import",
      "openapi",
      "b.yaml",
      "--output",
      "contracts/shop",
      "--write"
    )

    #expect(
      result.output.hasSuffix(
        "wrote contracts/shop: 1 file changed\n"
          + "kept, although the description has it no longer: `books`\n"
      )
    )
    #expect(try workshop.read("contracts/shop/books.yaml").contains("  books:\n"))
  }

  @Test func `prints what it makes, and says what cannot be said`() async throws {
    let workshop = try workshop("{ type: string, format: uuid }")

    let result = try await workshop.tool.run("import", "openapi", "shop.yaml")
    let strict = try await workshop.tool.run(
      "import",
      "openapi",
      "shop.yaml",
      "--strict",
      "--into",
      "contracts/shop"
    )
    let lint = try await workshop.tool.run("lint", "contracts/shop")

    #expect(result.status == 0)
    #expect(result.output.hasPrefix("# api.yaml\napi: Shop\nversion: \"1\"\n"))
    #expect(result.output.contains("\n# books.yaml\ncontracts:\n"))
    #expect(
      result.errors == """

        not said, because the notation has no words for it:
          the format `uuid` is not checked
            #/paths/~1books/get/responses/200/content/application~1json/schema/propertie
              s/a/format, line 11, column 107

        """
    )
    #expect(
      strict.errors
        == "plumb: error: the description says 1 thing that contracts cannot say; without --strict "
        + "they are left out\n"
    )
    #expect(strict.status == 1)
    #expect(lint.status == 65)
  }

  @Test(
    arguments: [
      ("", "shop.yaml:1:1: the file is empty"),
      ("<html>", "shop.yaml:1:1: this is HTML or XML, not a description in JSON or YAML"),
      ("{", "shop.yaml:1:2: not JSON: "),
      ("swagger: '2.0'", "shop.yaml:1:10: this is Swagger 2.0; OpenAPI 3.0 and 3.1 can be read"),
      ("openapi: 3.1.0", "shop.yaml:1:1: the description names no server; say where the API is"),
    ]
  )
  func `refuses what is no description`(text: String, message: String) async throws {
    let workshop = try workshop()
    try workshop.write(text, to: "shop.yaml")

    let result = try await workshop.tool.run("import", "openapi", "shop.yaml")

    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("plumb: error: \(message)"), "\(result.errors)")
  }

  @Test func `names a file that is not there, and a folder`() async throws {
    let tool = try workshop().tool

    let missing = try await tool.run("import", "openapi", "none.json")
    let folder = try await tool.run("import", "openapi", "contracts")
    let nothing = try await tool.run("import", "openapi")

    #expect(missing.status == 65 && missing.errors.contains("none.json"))
    #expect(folder.status == 65)
    #expect(folder.errors == "plumb: error: contracts: this is a folder; name the file in it\n")
    #expect(nothing.status == 64)
  }
}
