import PlumbDrift
import TestSupport
import Testing

@testable import PlumbReports

@Suite struct ChangeTextTests {
  @Test func `is the catalogue of the documents`() throws {
    let page = try Repository.text("docs/drift.md")

    #expect(page.hasSuffix("\n\n" + ChangeText.table()))
  }

  @Test func `explains a rule with its mirror`() {
    #expect(
      ChangeText().text(of: .rowRemoved) == """
        breaking[row-removed]: A member is gone.
          kind:      removed
          mirror:    row-added

        """
    )
    #expect(ChangeText().text(of: .rowRenamed).contains("mirror:    itself"))
  }

  @Test func `lists all rules`() {
    let list = ChangeText().list()

    for rule in ChangeRule.allCases {
      #expect(list.contains("  \(rule.rawValue) (\(rule.consequence.rawValue))\n"))
    }
  }
}
