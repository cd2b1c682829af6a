import PlumbChecking
import Testing

@Suite struct RuleCatalogueTests {
  /// The least that must exist, by family.
  private static let documented = [
    "body-not-json", "body-truncated", "body-trailing-text", "body-encoding",
    "body-lone-surrogate", "body-duplicate-member", "body-too-deep", "status-undocumented",
    "status-for-bad-request", "refused-good-request", "error-body", "content-type",
    "header-missing", "redirect", "answer-differs", "field-missing", "field-undocumented",
    "field-type", "field-null", "field-value", "field-renamed", "field-moved", "field-wrapped",
    "field-stringified",
  ]

  @Test func `holds every documented rule once`() {
    let ids = RuleCatalogue.all.map(\.id)

    #expect(Set(ids).count == ids.count)
    #expect(Set(Self.documented).isSubset(of: ids))
  }

  @Test(arguments: RuleCatalogue.all)
  func `says of each rule what it is, an example and a remedy`(rule: Rule) {
    #expect(rule.summary.hasSuffix("."))
    #expect(!rule.example.isEmpty)
    #expect(!rule.remedy.isEmpty)
    #expect(rule.yieldsTo.allSatisfy { RuleCatalogue.rule($0) != nil })
    #expect(rule.id.allSatisfy { $0.isLowercase || $0 == "-" })
  }

  @Test(arguments: RuleCatalogue.all)
  func `has a break test for each rule`(rule: Rule) {
    let broken =
      FieldRuleTests.breaks.map(\.rule) + BodyRuleTests.broken.map(\.rule)
      + HTTPRuleTests.broken.map(\.rule) + HTTPRuleTests.differing.map(\.rule)
    // Whole sessions with one fault each; those of laws are named `law:operation.name`.
    let between = ProofTable.all.map { String($0.rule.prefix { $0 != ":" }) }
    // What only a live check can see.
    let live = DeadLinkTests.broken.map(\.rule)

    #expect((broken + between + live).contains(rule.id))
  }
}
