import Testing

@Suite struct LintCommandTests {
  @Test func `finds nothing to mend in sound contracts`() async throws {
    let tool = try Workshop.library().tool

    let result = try await tool.run("lint")
    let quiet = try await tool.run("lint", "contracts/library", "--quiet")

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: "2 operations under contract, nothing to mend\n",
          errors: ""
        )
    )
    #expect(quiet == Tool.Result(status: 0, output: "", errors: ""))
  }

  @Test func `points at what cannot be meant, and ends with 1`() async throws {
    let workshop = try Workshop.library()
    try workshop.write(
      Workshop.contract.replacing("    examples:\n      - {}\n", with: "    order: titel\n"),
      to: "contracts/library/books.yaml"
    )

    let result = try await workshop.tool.run("lint")

    #expect(
      result
        == Tool.Result(
          status: 1,
          output: """
            contracts/library/books.yaml:13:5: error: `order` is said of a listing, and the response \
            has none
              fix: name the list with `pages`

            """,
          errors: ""
        )
    )
  }

  @Test func `names contracts that cannot be read, and ends with 65`() async throws {
    let workshop = try Workshop.library()
    try workshop.write("contracts:\n\t- x\n", to: "contracts/library/books.yaml")

    let result = try await workshop.tool.run("lint")

    #expect(result.output == "")
    #expect(result.errors.hasPrefix("plumb: error: contracts/library/books.yaml:2:1: "))
    #expect(result.status == 65)
  }
}
