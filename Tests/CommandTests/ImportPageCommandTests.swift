import Foundation
import Testing

@Suite struct ImportPageCommandTests {
  private static let page = """
    # Books
    ## All books
    GET https://api.example.org/books/
    Field | Type |
    ---|---|
    total | integer |
    book (contains nested items) | list of objects |
    code (nested at level 1) | integer |
    title (nested at level 1) optional | string |
    ## One book
    GET /books/{code}
    Field | Type |
    ---|---|
    code | integer |
    Path parameters
    Component | Type |
    ---|---|
    code | integer Values: 1–5 |
    """

  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(Self.page, to: "books.md")
    return workshop
  }

  @Test func `prints the contracts of a page`() async throws {
    let result = try await workshop().tool.run("import", "page", "books.md")

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: """
            page: Books
            contracts:

              books.all_books:
                title: All books
                get: /books/
                response:
                  total: integer
                  book:
                    - code: integer
                      title?: string

              books.one_book:
                title: One book
                get: /books/{code}
                path:
                  code: integer 1..5
                response:
                  code: integer

            """,
          errors: ""
        )
    )
  }

  @Test func `writes a folder that the other commands take as it is`() async throws {
    let workshop = try workshop()
    let result = try await workshop.tool.run(
      "import",
      "page",
      "books.md",
      "--output",
      "contracts/library"
    )

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: "",
          errors: """
            plumb: note: wrote contracts/library/api.yaml
            plumb: note: wrote contracts/library/books.yaml

            """
        )
    )
    #expect(
      try await workshop.tool.run("table").output == """
        Books, https://api.example.org
          library/books.all_books  GET /books/
          library/books.one_book   GET /books/{code}

        """
    )
    let table = try await workshop.tool.run("table", "books.one_book")
    #expect(table.output.contains("code | integer Values: 1–5 |"))
  }

  @Test func `adds a page to an API, and keeps what is there`() async throws {
    let workshop = try workshop()
    try workshop.write(Workshop.api, to: "contracts/library/api.yaml")
    try workshop.write(
      "contracts:\n  shelves:\n    get: /shelves\n    response: any\n",
      to: "contracts/library/shelves.yaml"
    )

    let first = try await workshop.tool.run(
      "import",
      "page",
      "books.md",
      "--output",
      "contracts/library"
    )
    #expect(first.errors == "plumb: note: wrote contracts/library/books.yaml\n")
    #expect(try workshop.read("contracts/library/api.yaml") == Workshop.api)
    // What all operations of the API may answer is not said again.
    #expect(!(try workshop.read("contracts/library/books.yaml").contains("errors")))

    let again = try await workshop.tool.run(
      "import",
      "page",
      "books.md",
      "--output",
      "contracts/library"
    )
    #expect(
      again
        == Tool.Result(
          status: 70,
          output: "",
          errors: """
            plumb: error: contracts/library/books.yaml: is there already; --replace writes it anew, \
            without what was added

            """
        )
    )
    let replaced = try await workshop.tool.run(
      "import",
      "page",
      "books.md",
      "--output",
      "contracts/library",
      "--replace"
    )
    #expect(replaced.status == 0)

    let other = try await workshop.tool.run(
      "import",
      "page",
      "books.md",
      "--output",
      "contracts/library",
      "--title",
      "Shelves"
    )
    #expect(other.status == 70)
  }

  @Test(
    arguments: [
      ("none.md", 65, "none.md: "),
      (
        "error.html", 65,
        """
        error.html:1:1: the page documents no service; it looks like the page of an error or of a \
        login; save the page of the documentation that shows the fields of a response
        """
      ),
      (
        "broken.md", 65,
        "broken.md:4:1: `strin` is no type; did you mean `string`?"
      ),
    ]
  )
  func `says what is wrong with a page`(file: String, status: Int32, message: String) async throws {
    let workshop = try workshop()
    try workshop.write("<html><h1>404 Not Found</h1></html>", to: "error.html")
    try workshop.write("# T\nField | Type |\n---|---|\na | strin |\n", to: "broken.md")

    let result = try await workshop.tool.run("import", "page", file)

    #expect(result.status == status)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("plumb: error: \(message)"))
  }
}
