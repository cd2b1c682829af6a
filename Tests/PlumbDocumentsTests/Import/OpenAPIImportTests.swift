import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbText
import Testing

@Suite struct OpenAPIImportTests {
  private static let shop = ##"""
    openapi: 3.0.3
    info: { title: "Shop: books", version: 2.0.0 }
    servers:
      - url: https://{region}.shop.example/api/
        variables: { region: { default: nz } }
    components:
      securitySchemes:
        key: { type: apiKey, in: header, name: X-Shop-Key }
      parameters:
        Limit: { name: limit, in: query, schema: { type: integer, minimum: 1, default: 20 } }
      responses:
        Denied: { description: no, headers: { WWW-Authenticate: { schema: { type: string } } } }
    paths:
      /v1/books/{id}/:
        parameters:
          - { name: id, in: path, required: true, schema: { type: string, pattern: "^[0-9]+$" } }
          - { name: X-Shop-Key, in: header, required: true, schema: { type: string } }
        get:
          description: |
            One book.
            With more to say.
          responses:
            200: { description: ok, content: { application/json; charset=utf-8: { schema: { type: integer } } } }
            401: { $ref: "#/components/responses/Denied" }
            404: { description: none, content: { application/problem+json: { schema: { type: object } } } }
        delete: { operationId: drop book, responses: { 204: { description: gone } } }
      /v1/books:
        get:
          summary: Books
          parameters:
            - $ref: "#/components/parameters/Limit"
            - { name: sort, in: query, schema: { type: string, enum: [title, "no"], default: "no" } }
            - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
            - { name: tag, in: query, schema: { type: array, items: { type: string } } }
            - { name: where, in: query, style: deepObject, schema: { type: object } }
            - { name: session, in: cookie, schema: { type: string } }
          responses:
            200: { description: ok, content: { application/json: { schema: { type: array, items: {} } } } }
            401: { $ref: "#/components/responses/Denied" }
      /v1/about:
        get: { responses: { 200: { description: ok, content: { text/plain: {} } } } }
    """##

  @Test func `reads operations, parameters, refusals and credentials of YAML`() throws {
    let imported = try Imported.api(Self.shop)

    #expect(
      NotationWriter.text(of: imported.api) == """
        api: "Shop: books"
        version: 2.0.0
        server: https://nz.shop.example/api
        keys:
          - { header: X-Shop-Key, from: MADE_SHOP_KEY }
        errors:
          401:
            body: unspecified
            headers: [WWW-Authenticate]

        """
    )
    #expect(imported.files.map(\.name) == ["about.yaml", "books.yaml"])
    #expect(
      NotationWriter.text(of: imported.files[1].contracts, api: imported.api) == """
        contracts:

          v1.books:
            title: Books
            get: /v1/books
            query:
              limit?: integer 1.. = 20
              sort?: string (title, no) = no
              ids?: list of integer, comma
              tag?: list of string, repeated
              where?: string
            response:
              - any
            examples:
              - {}

          drop_book:
            delete: /v1/books/{id}/
            path:
              id: string /[0-9]+/
            errors: []
            responses:
              204: unspecified

          v1.books.by_id:
            title: One book.
            get: /v1/books/{id}/
            path:
              id: string /[0-9]+/
            errors:
              401: shared
              404: object
            response: integer

        """
    )
    #expect(
      imported.remarks.map { "\($0.reason) #\($0.pointer)" } == [
        "a parameter that is an object, or a list of lists; any text is taken "
          + "#/paths/~1v1~1books/get/parameters/4",
        "a parameter in `cookie`; it is left out #/paths/~1v1~1books/get/parameters/5",
        "a body in `text/plain`; any is taken "
          + "#/paths/~1v1~1about/get/responses/200/content/text~1plain",
      ]
    )
    #expect(imported.remarks[1].place.line == 36)
  }

  @Test func `groups by tags, and takes their addresses`() throws {
    let imported = try Imported.api(
      #"""
      { "openapi": "3.1.0", "info": {}, "servers": [{ "url": "https://a.example" }],
        "tags": [{ "name": "Old Books", "externalDocs": { "url": "https://a.example/docs" } }],
        "paths": { "/b": { "get": { "tags": ["Old Books"], "responses": {} } },
                   "/c": { "get": { "responses": { "default": {} } } } } }
      """#
    )

    #expect(imported.files.map(\.name) == ["c.yaml", "old_books.yaml"])
    #expect(imported.files[1].contracts[0].page == "Old Books")
    #expect(imported.files[1].contracts[0].source == "https://a.example/docs")
    #expect(imported.files[0].contracts[0].responses.map(\.status) == [200])
  }

  @Test func `tells names of paths apart that differ in the middle only`() throws {
    let response = #"{ "get": { "responses": {} }, "post": { "responses": {} } }"#
    let imported = try Imported.api(
      """
      { "openapi": "3.1.0", "info": {}, "servers": [{ "url": "https://a.example" }],
        "paths": { "/a/{x}/b": \(response), "/a/b": \(response), "/": \(response) } }
      """
    )

    #expect(
      imported.files.flatMap(\.contracts).map(\.id).sorted() == [
        "a.b", "a.b.post", "a.by_x.b", "a.by_x.b.post", "root", "root.post",
      ]
    )
  }

  @Test func `puts the examples of parameters together`() throws {
    let imported = try Imported.api(
      Imported.description(
        response: "{}",
        parameters: #"""
          [{ "name": "q", "in": "query", "required": true, "schema": { "type": "string" },
             "examples": { "example-2": { "value": "b" }, "example-1": { "value": "a" } } },
           { "name": "n", "in": "query", "schema": { "type": "array", "items": { "type": "integer" } },
             "examples": { "example-2": { "value": [1, 2] } } }]
          """#
      )
    )

    #expect(
      imported.files[0].contracts[0].examples.map(\.values) == [
        [Example.Value(name: "q", value: "a")],
        [Example.Value(name: "q", value: "b"), Example.Value(name: "n", value: "1,2")],
      ]
    )
  }

  @Test(
    arguments: [
      ("", "the file is empty", 1, 1),
      ("  \n", "the file is empty", 1, 1),
      ("<!DOCTYPE html>", "this is HTML or XML, not a description in JSON or YAML", 1, 1),
      ("{\n  \"openapi\": }", "not JSON: expected a value", 2, 14),
      ("openapi: [", "", 1, 1),
      ("[1]", "a description is an object, here is array", 1, 1),
      ("{\"swagger\": \"2.0\"}", "this is Swagger 2.0; OpenAPI 3.0 and 3.1 can be read", 1, 13),
      ("{\"a\": 1}", "this is no OpenAPI description: it has no `openapi`", 1, 1),
      ("openapi: 4.0.0", "this is OpenAPI 4.0.0; 3.0 and 3.1 can be read", 1, 10),
      ("{\"openapi\": \"3.1.0\"}", "the description names no server", 1, 1),
      (
        "{\"openapi\": \"3.1.0\", \"servers\": [{\"url\": \"/v1\"}]}",
        "the server `/v1` is no absolute URL", 1, 33
      ),
      (
        "{\"openapi\": \"3.1.0\", \"servers\": [{\"url\": \"https://a.b\"}]}",
        "the description has no `paths`", 1, 1
      ),
      (
        "{\"openapi\": \"3.1.0\",\n \"openapi\": 1}",
        "the member `openapi` stands twice in one object", 2, 2
      ),
    ]
  )
  func `refuses what is no description, and says why`(
    text: String,
    message: String,
    line: Int,
    column: Int
  ) throws {
    do {
      _ = try Imported.api(text)
      Issue.record("it was read")
    } catch {
      #expect(error.message.hasPrefix(message))
      #expect(error.place.line == line)
      if !message.isEmpty { #expect(error.place.column == column) }
    }
  }
}
