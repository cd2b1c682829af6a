import Foundation
import TestSupport
import Testing

@testable import PlumbNotation

@Suite struct ContractSchemaTests {
  private func problems(_ yaml: String) throws -> [String] {
    let schema = try JSONValue(text: try Repository.text("contracts/contract.schema.json"))
    return try JSONSchemaValidator(root: schema).problems(try #require(JSONValue(yaml: yaml)))
  }

  /// The contract files of every API that ships.
  static var files: [String] {
    let root = Repository.path("contracts")
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("accepted.yaml") }.sorted()
  }

  @Test func `knows the files that ship`() {
    #expect(Self.files.count >= 5)
  }

  @Test(arguments: files)
  func `takes every contract file that ships`(file: String) throws {
    #expect(try problems(try Repository.text("contracts/\(file)")) == [])
  }

  @Test func `takes every example of the notation's document`() throws {
    for block in try NotationDocumentTests.blocks() {
      #expect(try problems(block.text) == [], "line \(block.line)")
    }
  }

  @Test(arguments: [
    ("page: x\n", "$: required contracts"),
    ("api: A\n", "$: required server"),
    ("api: A\nserver: example.org\n", "$.server: pattern"),
    ("api: A\nserver: https://a.b\ncomplete: maybe\n", "$.complete: type"),
    (
      "api: A\nserver: https://a.b\npaging:\n  windw: { start: a }\n", "$.paging.windw: not allowed"
    ),
    ("contracts:\n  a:\n    get: /a\n", "$.contracts.a: anyOf"),
    ("contracts:\n  a:\n    response: any\n", "$.contracts.a: oneOf"),
    ("contracts:\n  a:\n    get: a\n    response: any\n", "$.contracts.a.get: pattern"),
    ("contracts:\n  a:\n    get: /a\n    respones: any\n", "$.contracts.a.respones: not allowed"),
    (
      "contracts:\n  a:\n    get: /a\n    response:\n      a:\n        - string\n        - any\n",
      "$.contracts.a.response: anyOf"
    ),
    (
      "contracts:\n  a:\n    get: /a\n    responses:\n      99: any\n",
      "$.contracts.a.responses.99: not allowed"
    ),
    (
      "contracts:\n  a:\n    get: /a\n    response: any\n    order:\n      parameter: sort\n",
      "$.contracts.a.order: anyOf"
    ),
  ])
  func `refuses broken files`(yaml: String, problem: String) throws {
    let found = try problems(yaml)

    #expect(found.contains(problem), "\(found)")
  }
}
