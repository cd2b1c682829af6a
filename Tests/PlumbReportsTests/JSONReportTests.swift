import Foundation
import PlumbChecking
import PlumbText
import TestSupport
import Testing

@testable import PlumbReports

@Suite struct JSONReportTests {
  static func text(of report: Report) -> String {
    String(decoding: JSONReport().bytes(of: report), as: UTF8.self)
  }

  static func schema() throws -> JSONSchemaValidator {
    JSONSchemaValidator(
      root: try JSONValue(text: Repository.text("docs/plumb.report-1.schema.json"))
    )
  }

  @Test(
    arguments: [
      Sample.report(), Sample.full, Sample.accepted,
      Sample.report(findings: [Sample.finding(message: "\u{1b}\"\\\u{202e}\u{0}", places: [])]),
    ]
  )
  func `keeps its published schema`(report: Report) throws {
    let schema = try Self.schema()

    let value = try JSONValue(text: Self.text(of: report))

    #expect(try schema.problems(value) == [])
  }

  @Test func `is held to the schema by a validator that can say no`() throws {
    let schema = try Self.schema()
    let text = Self.text(of: Sample.full)
      .replacing("\"count\": 3", with: "\"count\": -3")
      .replacing("\"severity\": \"note\"", with: "\"severity\": \"fatal\"")
      .replacing("\"chains\"", with: "\"chain\"")
      .replacing("5f0c2ab1", with: "5F0C2AB1")

    #expect(
      try schema.problems(try JSONValue(text: text)) == [
        "$.findings[0].fingerprint: pattern",
        "$.findings[0].occurrences.count: minimum",
        "$.findings[1].fingerprint: pattern",
        "$.findings[1].severity: enum",
        "$.summary: required chains",
        "$: required chains",
      ]
    )
  }

  @Test func `has exactly the members that are promised, in their order`() {
    var report = Sample.report(findings: [Sample.finding(places: [Sample.place(entry: 7)])])
    report.chains = [Sample.chain()]

    #expect(
      Self.text(of: report) == #"""
        {
          "schema": "plumb.report/1",
          "tool": {
            "name": "plumb",
            "version": "0.1.0"
          },
          "summary": {
            "exchanges": 52,
            "files": 52,
            "unread": 0,
            "bytes": 1234567,
            "chains": 9,
            "errors": 1,
            "warnings": 0,
            "notes": 0,
            "accepted": 0,
            "unjudged": 0
          },
          "findings": [
            {
              "rule": "field-stringified",
              "severity": "error",
              "operation": "library/books.list",
              "field": "/book/*/code",
              "message": "`book[].code` is documented as integer, the API sends string (\"5\")",
              "expected": "integer",
              "found": "string (\"5\")",
              "occurrences": {
                "count": 3,
                "of": 67,
                "unit": "items",
                "exchanges": 1,
                "ofExchanges": 4
              },
              "places": [
                {
                  "recording": "recordings/library/books.list/start-21-3f9a0c12be45.http",
                  "entry": 7,
                  "pointer": "/book/7/code",
                  "line": 61,
                  "column": 17,
                  "offset": 2210
                }
              ],
              "contract": {
                "file": "contracts/library/books.yaml",
                "line": 7,
                "column": 11
              },
              "symptoms": [],
              "fingerprint": "5f0c2ab1",
              "reproduce": "curl -H \"X-API-Key: $LIBRARY_KEY\" 'https://api.example.org/books/?start=21'"
            }
          ],
          "accepted": [],
          "lapsed": [],
          "unjudged": [],
          "coverage": {
            "operations": {
              "exercised": 6,
              "of": 6
            },
            "responses": {
              "exercised": 7,
              "of": 12
            },
            "rows": {
              "exercised": 61,
              "of": 63
            },
            "orders": {
              "exercised": 0,
              "of": 0
            },
            "laws": {
              "exercised": 0,
              "of": 0
            },
            "lastPages": {
              "exercised": 0,
              "of": 0
            },
            "emptyResults": {
              "exercised": 0,
              "of": 0
            },
            "never": []
          },
          "chains": [
            {
              "operation": "library/books.list",
              "path": "/books/",
              "query": "sort=title",
              "total": 60,
              "complete": false,
              "first": true,
              "pages": [
                {
                  "start": 1,
                  "end": 20,
                  "cursor": null,
                  "items": 20
                },
                {
                  "start": null,
                  "end": null,
                  "cursor": "Mg",
                  "items": 3
                }
              ],
              "missing": [
                {
                  "start": 21,
                  "end": 40
                }
              ],
              "missingTargets": [
                "Mw"
              ]
            }
          ],
          "observations": {
            "library/books.list": {
              "200": {
                "bodies": 4,
                "rows": [
                  {
                    "field": "/book/*/code",
                    "documented": "integer",
                    "optional": false,
                    "present": 67,
                    "of": 67,
                    "types": {
                      "integer": 64,
                      "string": 3
                    }
                  },
                  {
                    "field": "/book/*/colour",
                    "documented": null,
                    "optional": false,
                    "present": 1,
                    "of": 67,
                    "types": {
                      "string": 1
                    }
                  }
                ]
              }
            }
          }
        }

        """#
    )
  }
}
