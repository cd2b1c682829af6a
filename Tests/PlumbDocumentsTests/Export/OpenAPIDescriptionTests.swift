import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbText
import TestSupport
import Testing

@Suite struct OpenAPIDescriptionTests {
  private func describe(_ library: ContractLibrary) throws -> (JSONValue, [ExportLoss]) {
    let api = try #require(library.apis.first)
    let description = OpenAPIDescription(api: api, contracts: library.contracts)
    return (
      try JSONValue(text: String(decoding: description.bytes, as: UTF8.self)), description.losses
    )
  }

  private func operation(_ lines: String) throws -> (JSONValue, [ExportLoss]) {
    let (contract, api) = try Made.contract(lines)
    let (document, losses) = try describe(ContractLibrary(apis: [api], contracts: [contract]))
    let method = contract.method.lowercased()
    return (try #require(document["paths"]?[contract.path.text]?[method]), losses)
  }

  @Test func `writes the whole of a small API`() throws {
    let library = try Made.library(
      api: """
        api: Harbour Office
        server: https://api.harbour.example/v2
        keys: [{ header: X-Key, from: HARBOUR_KEY }]
        errors:
          401: unspecified
        """,
      """
      page: Lights
      source: https://docs.harbour.example/lights
      contracts:
        lights.one:
          title: One light
          get: /lights/{number}
          path:
            number: integer 1..
          headers: [ETag]
          response:
            number: integer
        lights.remove:
          delete: /lights/{number}
          path:
            number: integer 1..
          responses:
            204: unspecified
          errors:
            404: { error: string }
      """
    )
    let api = try #require(library.apis.first)
    let description = OpenAPIDescription(api: api, contracts: library.contracts)

    #expect(
      String(decoding: description.bytes, as: UTF8.self) == """
        {
          "openapi": "3.1.0",
          "info": {
            "title": "Harbour Office",
            "version": "0"
          },
          "servers": [
            {
              "url": "https://api.harbour.example/v2"
            }
          ],
          "tags": [
            {
              "name": "Lights",
              "externalDocs": {
                "url": "https://docs.harbour.example/lights"
              }
            }
          ],
          "security": [
            {
              "X-Key": []
            }
          ],
          "paths": {
            "/lights/{number}": {
              "get": {
                "operationId": "lights.one",
                "summary": "One light",
                "tags": [
                  "Lights"
                ],
                "externalDocs": {
                  "url": "https://docs.harbour.example/lights"
                },
                "parameters": [
                  {
                    "name": "number",
                    "in": "path",
                    "required": true,
                    "schema": {
                      "type": "integer",
                      "minimum": 1
                    }
                  }
                ],
                "responses": {
                  "200": {
                    "description": "200 OK",
                    "headers": {
                      "ETag": {
                        "required": true,
                        "schema": {
                          "type": "string"
                        }
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object",
                          "properties": {
                            "number": {
                              "type": "integer"
                            }
                          },
                          "required": [
                            "number"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/401"
                  }
                }
              },
              "delete": {
                "operationId": "lights.remove",
                "summary": "lights.remove",
                "tags": [
                  "Lights"
                ],
                "externalDocs": {
                  "url": "https://docs.harbour.example/lights"
                },
                "parameters": [
                  {
                    "name": "number",
                    "in": "path",
                    "required": true,
                    "schema": {
                      "type": "integer",
                      "minimum": 1
                    }
                  }
                ],
                "responses": {
                  "204": {
                    "description": "204 No Content"
                  },
                  "404": {
                    "description": "404 Not Found",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object",
                          "properties": {
                            "error": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "error"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "components": {
            "responses": {
              "401": {
                "description": "401 Unauthorized"
              }
            },
            "securitySchemes": {
              "X-Key": {
                "type": "apiKey",
                "name": "X-Key",
                "in": "header"
              }
            }
          }
        }

        """
    )
    #expect(
      description.losses.map(\.description) == [
        "api.yaml:1:1: `keys` of harbour: there is no word for the environment variable HARBOUR_KEY",
        "api.yaml:1:1: `version` of harbour: OpenAPI demands one, so \"0\" stands for it",
      ]
    )
  }

  @Test(
    arguments: [
      (
        "a?: string = x y",
        #"{"name": "a", "in": "query", "schema": {"type": "string", "default": "x y"}}"#
      ),
      (
        "a: string",
        #"{"name": "a", "in": "query", "required": true, "schema": {"type": "string"}}"#
      ),
      (
        "a?: integer = 5",
        #"{"name": "a", "in": "query", "schema": {"type": "integer", "default": 5}}"#
      ),
      (
        "a?: boolean = true",
        #"{"name": "a", "in": "query", "schema": {"type": "boolean", "default": true}}"#
      ),
      (
        "a?: list of integer 1.., comma = 1,2",
        #"""
        {"name": "a", "in": "query", "style": "form", "explode": false, "schema":
          {"type": "array", "items": {"type": "integer", "minimum": 1}, "default": [1, 2]}}
        """#
      ),
      (
        "a?: list of string (x, y), repeated",
        #"""
        {"name": "a", "in": "query", "style": "form", "explode": true, "schema":
          {"type": "array", "items": {"type": "string", "enum": ["x", "y"]}}}
        """#
      ),
    ]
  )
  func `writes each kind of parameter`(line: String, expected: String) throws {
    let (operation, losses) = try operation("get: /lights\nquery:\n  \(line)\nresponse: any")

    #expect(operation["parameters"] == .list([try JSONValue(text: expected)]))
    #expect(losses == [])
  }

  @Test func `gives the values of examples once each`() throws {
    let (operation, losses) = try operation(
      """
      get: /lights
      query:
        lit?: list of integer, comma
      response: any
      examples:
        - {}
        - { lit: "1,2" }
        - { lit: "1,2" }
        - { lit: 7 }
      """
    )

    guard case .list(let parameters)? = operation["parameters"] else { return #expect(Bool(false)) }
    #expect(
      parameters.first?["examples"]
        == (try JSONValue(text: #"{"example-2": {"value": [1, 2]}, "example-4": {"value": [7]}}"#))
    )
    #expect(losses.map(\.subject) == ["`examples` of `lights.list`"])
  }

  @Test(
    arguments: [
      (
        "query:\n  a?: integer\n  b?: integer = a + 9", "parameter `b` of `lights.list`",
        "a default cannot name another parameter, here `a`"
      ),
      (
        "query:\n  a?: string secret", "parameter `a` of `lights.list`",
        "there is no word for a credential among parameters"
      ),
      (
        "header:\n  a: list of string, repeated", "parameter `a` of `lights.list`",
        "a list is never repeated in a header, so that commas separate it there"
      ),
      (
        "query:\n  a?: object", "parameter `a` of `lights.list`",
        "an object or a list is not written as one value, so that any text stands for it"
      ),
      (
        "query:\n  a?: list of string, comma = \"\"", "parameter `a` of `lights.list`",
        "an empty list as default is not told from none"
      ),
      (
        "header:\n  Accept?: string", "parameter `Accept` of `lights.list`",
        "OpenAPI ignores it among parameters"
      ),
      (
        "path:\n  a: string", "parameter `a` of `lights.list`", "it is not in the path /lights"
      ),
      (
        "id: a", "`id` of `lights.list`",
        "there is no word for what makes two items the same, here `a`"
      ),
      (
        "order: a", "`order` of `lights.list`", "there is no word for how a listing is sorted"
      ),
      (
        "links:\n  a: /x", "`links` of `lights.list`", "there is no word for where `a` leads: /x"
      ),
      (
        "laws:\n  few: a at most 3", "`laws` of `lights.list`",
        "there is no word for `few`: a at most 3"
      ),
      (
        "pages: { items: a, offset: { offset: o, limit: l } }", "`pages` of `lights.list`",
        "there is no word for the offset paging of `a`"
      ),
      (
        "headers: [content-type]", "response 200 of `lights.list`",
        "OpenAPI ignores a header field `content-type`"
      ),
      (
        "errors:\n  302: unspecified", "response 302 of `lights.list`",
        "nothing tells that it is a refusal"
      ),
      (
        "errors:\n  200: unspecified", "response 200 of `lights.list`",
        "the status stands there already"
      ),
    ]
  )
  func `lists what it cannot say`(lines: String, subject: String, reason: String) throws {
    let (_, losses) = try operation(
      "get: /lights\nresponse:\n  a: string\n\(lines)"
    )

    #expect(losses.map(\.subject) == [subject])
    #expect(losses.map(\.reason) == [reason])
  }

  @Test func `refers to the type of a parameter, unless it may be null`() throws {
    let api = "\(Made.api)\ntypes:\n  code: string /\\d+/\n  maybe: string | null"
    let (contract, its) = try Made.contract(
      api: api,
      "get: /lights\nquery:\n  a?: code = 7\n  b?: maybe\nresponse: any"
    )
    let (document, losses) = try describe(ContractLibrary(apis: [its], contracts: [contract]))

    #expect(
      document["paths"]?["/lights"]?["get"]?["parameters"]
        == (try JSONValue(
          text: ##"""
            [{"name": "a", "in": "query",
              "schema": {"allOf": [{"$ref": "#/components/schemas/code"}], "default": "7"}},
             {"name": "b", "in": "query", "schema": {"type": "string"}}]
            """##
        ))
    )
    #expect(
      losses.map(\.reason) == [
        "no parameter is null, so that its type stands there without its name"
      ]
    )
  }

  @Test func `lists names that are not told from none`() throws {
    let library = try Made.library(
      "source: https://a.example\ncontracts:\n  a:\n    title: \"\"\n    get: /a\n    response: any"
        + "\n  b c:\n    get: /b\n    response: any"
    )

    #expect(
      try describe(library).1.map(\.description) == [
        "lights.yaml:3:3: `source` of `a`: only pages have an address, and this contract is of none",
        "lights.yaml:3:3: `title` of `a`: an empty title is not told from none",
        """
        lights.yaml:7:3: `name` of `b c`: readers of descriptions put `_` for all but letters, \
        digits and `._-`
        """,
        "lights.yaml:7:3: `source` of `b c`: only pages have an address, and this contract is of none",
      ]
    )
  }

  @Test func `lists what it cannot say of rows`() throws {
    let (_, losses) = try operation(
      "get: /lights\nresponse:\n  a: string\nrows:\n  a: { source: Survey, secret: true }"
    )

    #expect(
      losses.map(\.reason) == [
        "its `source` stands as a description, which nothing marks as one",
        "there is no word for a credential in a body",
      ]
    )
  }

  @Test func `leaves out what OpenAPI cannot tell apart, and says so`() throws {
    let library = try Made.library(
      """
      contracts:
        a:
          get: /lights/{number}
          response: any
        b:
          get: /lights/{name}
          response: any
        c:
          get: /lights/{number}
          response: any
        d:
          put: /lights/{number}
          response: any
      """
    )

    let (document, losses) = try describe(library)

    #expect(Set(document["paths"]?["/lights/{number}"]?.names ?? []) == ["get", "put"])
    #expect(
      losses.map(\.description) == [
        """
        lights.yaml:2:3: `{number}` in the path of `a`: nothing is said of it, so that any value \
        stands for it
        """,
        "lights.yaml:5:3: `b`: GET /lights/{name} cannot stand beside /lights/{number}; it is left out",
        "lights.yaml:8:3: `c`: GET /lights/{number} cannot stand beside /lights/{number}; it is left out",
        """
        lights.yaml:11:3: `{number}` in the path of `d`: nothing is said of it, so that any value \
        stands for it
        """,
      ]
    )
  }

  @Test func `lists what an API says besides its operations`() throws {
    let library = try Made.library(
      api: """
        \(Made.api)
        hosts: [old.harbour.example]
        complete: true
        pace: { at_most: 5 per second }
        paging:
          link-header: { size: n }
        """,
      "contracts:\n  a:\n    get: /a\n    response: any"
    )

    let (_, losses) = try describe(library)

    #expect(
      losses.map(\.subject) == ["complete", "hosts", "pace", "paging"].map { "`\($0)` of harbour" }
    )
  }

  @Test func `writes the same bytes each time, for the contracts of the repository`() throws {
    let library = try ContractFolder.load(Repository.path("contracts"))
    for api in library.apis {
      let contracts = library.contracts(of: api.id)
      let first = OpenAPIDescription(api: api, contracts: contracts)

      #expect(first.bytes == OpenAPIDescription(api: api, contracts: contracts).bytes)
      #expect(first.losses == first.losses.sorted())
      #expect(!first.losses.isEmpty)
    }
  }
}

extension JSONValue {
  /// The names of the members of an object.
  fileprivate var names: [String] {
    guard case .object(let members) = self else { return [] }
    return Array(members.keys)
  }
}
