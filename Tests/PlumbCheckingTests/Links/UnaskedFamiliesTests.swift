import PlumbModel
import Testing

@testable import PlumbChecking

/// What is not even kept when no rule that is asked for needs it.
@Suite struct UnaskedFamiliesTests {
  private static func extractor(_ families: Set<Rule.Family>) throws -> Extractor {
    let sample = try RelationSample(
      """
        a:
          get: /a
          response:
            item:
              - href: string
                code: string
                title: string
          links:
            item[].href: /a?code={.code}
      """,
      api: "complete: true\n"
    )
    var options = Checker.Options()
    options.families = families
    return Checker(apis: sample.apis, contracts: sample.contracts, options: options)
      .makeExtractor()
  }

  private static func extract(_ families: Set<Rule.Family>) throws -> Extract {
    let extractor = try extractor(families)
    let body = #"{"item": [{"href": "https://api.example.org/v2/a?code=x", "code": "x"}]}"#
    let exchange = Exchange(
      request: Exchange.Request(url: "https://api.example.org/v2/a"),
      response: Exchange.Response(status: 200, body: Array(body.utf8))
    )
    try Checks.read([([exchange], "session")], extractor)
    return extractor.finish()
  }

  @Test func `puts addresses on the tape only for links`() throws {
    let links = try Self.extractor([.links]).plan.operations[0].conversation
    let fields = try Self.extractor([.body, .http, .fields]).plan.operations[0].conversation

    #expect(
      links.tape.paths.map(\.description) == [
        "item[]", "item[].code", "item[].href", "item[].title",
      ]
    )
    #expect(links.tape.addressSlots == [3])
    #expect(fields.tape.paths == [])
    #expect(!fields.hasRelations)
  }

  @Test func `keeps answers and the addresses that they give only to judge requests`() throws {
    let all = try Self.extract([.http, .links])
    let without = try Self.extract([.links])

    #expect(all.answers.count == 1)
    #expect(all.given.values.map(\.count) == [1])
    #expect(without.answers.isEmpty)
    #expect(without.given.isEmpty)
  }
}
