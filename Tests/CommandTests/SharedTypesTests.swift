import Foundation
import TestSupport
import Testing

/// Types that name the next one twice each: written out they would be 2^40 rows. Every command that
/// reads contracts ends all the same.
@Suite struct SharedTypesTests {
  private static let levels = 40

  private static func workshop() throws -> Workshop {
    let workshop = try Workshop()
    for (folder, leaf) in [("contracts", "string"), ("later", "integer")] {
      var api = "api: Deep\nserver: https://deep.example.org\ntypes:\n"
      for level in 0..<levels {
        api += "  t\(level):\n    a?: t\(level + 1)\n    b: t\(level + 1)\n"
      }
      api += "  t\(levels):\n    a: \(leaf)\n"
      try workshop.write(api, to: "\(folder)/lib/api.yaml")
      let contract = "contracts:\n  list:\n    get: /list\n    response:\n      x: t0\n"
      try workshop.write(contract, to: "\(folder)/lib/list.yaml")
    }
    let line = """
      {"method":"GET","url":"https://deep.example.org/list","status":200,\
      "headers":{"Content-Type":"application/json"},"body":\(body)}

      """
    try workshop.write(line, to: "answer.ndjson")
    return workshop
  }

  /// A body that goes down by `b` to a leaf of the wrong type.
  private static var body: String {
    String(repeating: "{\"b\":", count: levels) + "{\"a\":5}"
      + String(repeating: "}", count: levels)
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      (["lint", "contracts"], 0),
      (["table", "lib/list"], 0),
      (["export", "openapi", "lib"], 0),
      (["export", "schema", "lib/list"], 0),
      (["export", "table", "lib"], 0),
      (["export", "html", "lib", "--output", "pages"], 0),
      (["check", "answer.ndjson"], 1),
      (["check", "answer.ndjson", "--report", "html"], 1),
      (["drift", "answer.ndjson"], 1),
      (["drift", "contracts", "contracts"], 0),
      (["drift", "contracts", "later"], 1),
      (["show", "answer.ndjson"], 0),
    ] as [([String], Int32)]
  )
  func `end soon`(_ command: [String], _ status: Int32) async throws {
    let workshop = try Self.workshop()

    let result = try await workshop.tool.run(command)

    #expect(result.status == status, "\(result.errors.prefix(500))")
  }
}
