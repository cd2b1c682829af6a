import Testing

@Suite struct TableCommandTests {
  @Test func `lists the operations`() async throws {
    let result = try await Workshop.library().tool.run("table")

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: """
            The library 1.0.0, https://api.example.org
              library/books.list  GET /books/
              library/books.one   GET /books/{code}

            """,
          errors: ""
        )
    )
  }

  @Test(arguments: ["books.list", "library/books.list"])
  func `prints a table in the words of the documentation`(name: String) async throws {
    let result = try await Workshop.library().tool.run("table", name)

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: """
            Books
            Field | Type |
            ---|---|
            total | integer |
            book (contains nested items) | list of objects |
            code (nested at level 1) | integer |
            title (nested at level 1) optional | string |

            """,
          errors: ""
        )
    )
  }

  @Test func `refuses a status that is not documented`() async throws {
    let result = try await Workshop.library().tool.run("table", "books.list", "--status", "418")

    #expect(
      result
        == Tool.Result(
          status: 64,
          output: "",
          errors: """
            plumb: error: library/books.list has no documented response 418; it has 200, 401

            """
        )
    )
  }
}
