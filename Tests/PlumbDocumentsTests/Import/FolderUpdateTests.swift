import PlumbDocuments
import PlumbModel
import PlumbNotation
import Testing

@Suite struct FolderUpdateTests {
  private static let api = """
    # Ours.
    api: The shop
    server: https://test.example           # not the real one
    complete: true
    errors:
      401: unspecified
    """

  private static let books = """
    page: Books
    contracts:

      # The list, as we know it.
      books:
        title: All books
        get: /books
        query:
          sort?: string (title) = title    # code never worked
          size?: integer 1..50
          old?: string
        response:
          # Counted anew each night.
          total: integer 0..
          book:
            - code: string /\\d+/
              title: string length 1..
              gone: boolean
        pages:
          items: book
          page: { page: size }
        order:
          parameter: sort
          keys:
            title: title
        links:
          book[].code: /books/{.code}
        laws:
          distinct: book[].code unique
        examples:
          - { sort: title }

      removed:
        get: /removed
        response: any
    """

  private static let newer = ##"""
    { "openapi": "3.1.0", "info": { "title": "Shop", "version": "3" },
      "servers": [{ "url": "https://shop.example" }],
      "paths": {
        "/books": { "get": { "summary": "Books", "parameters": [
            { "name": "sort", "in": "query", "schema": { "type": "string", "enum": ["title", "code"],
              "default": "code" } },
            { "name": "size", "in": "query", "schema": { "type": "integer", "maximum": 100 } } ],
          "responses": { "200": { "description": "", "content": { "application/json": { "schema": {
            "type": "object", "additionalProperties": false, "required": ["total", "book"],
            "properties": { "total": { "type": "number" },
              "book": { "type": "array", "items": { "type": "object", "required": ["code"],
                "properties": { "code": { "type": "string" }, "isbn": { "type": "string" },
                  "title": { "type": ["string", "null"] } } } } } } } } } } } },
        "/books/{id}": { "get": { "summary": "Book", "responses": { "200": { "description": "" } } } },
        "/about": { "get": { "responses": { "200": { "description": "" } } } } } }
    """##

  private func update(_ description: String) throws -> FolderUpdate {
    let folder = ContractLoader.Folder(
      id: "made",
      api: NotationFile(path: "made/api.yaml", text: Self.api + "\n"),
      contracts: [NotationFile(path: "made/books.yaml", text: Self.books + "\n")]
    )
    return try FolderUpdate(updating: folder, with: try Imported.api(description))
  }

  @Test func `takes what the description says, and keeps what people added`() throws {
    let update = try update(Self.newer)

    #expect(update.changes.map(\.name) == ["api.yaml", "books.yaml", "about.yaml"])
    #expect(
      update.changes[0].new == """
        # Ours.
        api: The shop
        version: "3"
        server: https://test.example           # not the real one
        complete: true
        errors:
          401: unspecified

        """
    )
    #expect(
      update.changes[1].new == """
        page: Books
        contracts:

          # The list, as we know it.
          books:
            title: All books
            get: /books
            query:
              sort?: string (title) = code     # code never worked
              size?: integer 1..50
            errors: []
            response:
              # Counted anew each night.
              total: integer 0..
              book:
                - code: string /\\d+/
                  isbn?: string
                  title?: string length 1.. | null
            pages:
              items: book
              page: { page: size }
            order:
              parameter: sort
              keys:
                title: title
            links:
              book[].code: /books/{.code}
            laws:
              distinct: book[].code unique
            examples:
              - { sort: title }

          removed:
            get: /removed
            response: any

          books.by_id:
            title: Book
            get: /books/{id}
            path:
              id: string
            errors: []
            response: unspecified

        """
    )
    #expect(update.unknown.map(\.id) == ["removed"])
    let texts = ["api.yaml", "books.yaml", "about.yaml"].map { name in
      update.changes.first { $0.name == name }?.new ?? ""
    }
    let again = ContractLoader.Folder(
      id: "made",
      api: NotationFile(path: "made/api.yaml", text: texts[0]),
      contracts: [
        NotationFile(path: "made/books.yaml", text: texts[1]),
        NotationFile(path: "made/about.yaml", text: texts[2]),
      ]
    )
    let second = try FolderUpdate(updating: again, with: try Imported.api(Self.newer))
    #expect(second.changes == [])
  }

  @Test func `shows differences like diff does`() {
    let old = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n"
    let new = "a\nB\nc\nd\ne\nf\ng\nh\ni\nk\nl\n"

    let diff = UnifiedDiff(old, new, name: "x.yaml", context: 1)

    #expect(
      diff.lines.map(\.text) == [
        "--- x.yaml", "+++ x.yaml", "@@ -1,3 +1,3 @@", " a", "-b", "+B", " c", "@@ -9,3 +9,3 @@",
        " i", "-j", " k", "+l",
      ]
    )
    #expect(UnifiedDiff(old, old, name: "x.yaml").lines == [])
    #expect(
      UnifiedDiff(nil, "a\n", name: "n").lines.map(\.text) == [
        "--- /dev/null", "+++ n", "@@ -0,0 +1 @@", "+a",
      ]
    )
  }
}
