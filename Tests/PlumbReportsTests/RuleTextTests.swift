import PlumbChecking
import Testing

@testable import PlumbReports

@Suite struct RuleTextTests {
  static let rule = Rule(
    id: "field-null",
    family: .fields,
    severity: .error,
    summary: "A value is null | where the documentation promises another type.",
    example: "{ \"title\": null }",
    remedy: "Say `| null` in the contract, if the API's maintainers say that null is meant.",
    yieldsTo: ["body-not-json"]
  )

  @Test func `explains a rule`() {
    #expect(
      RuleText(width: 60).text(of: Self.rule) == """
        error[field-null]: A value is null | where the documentation
          promises another type.
          family:    fields
          example:   { "title": null }
          remedy:    Say `| null` in the contract, if the API's
                     maintainers say that null is meant.
          yields to: body-not-json

        """
    )
  }

  @Test func `lists rules by family`() {
    #expect(
      RuleText(width: 60).list(of: [Self.rule]) == """
        fields
          field-null (error)
              A value is null | where the documentation promises
              another type.


        """
    )
  }

  @Test func `writes a page whose table survives a bar`() {
    let page = RuleMarkdown().text(of: [Self.rule])

    #expect(page.contains("| fields | error | A value is null \\| where the documentation"))
    #expect(page.contains("\n## field-null\n\nerror, fields. A value is null | where"))
    #expect(page.contains("\n```\n{ \"title\": null }\n```\n"))
  }
}
