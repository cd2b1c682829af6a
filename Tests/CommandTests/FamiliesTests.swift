import Testing

@Suite struct FamiliesTests {
  @Test func `holds only the families that it is told to`() async throws {
    let workshop = try CheckCommandTests.brokenLibrary()

    let fields = try await workshop.tool.run("check", "--families", "body,fields")
    let others = try await workshop.tool.run("check", "--families", "body,http")

    #expect(fields.status == 1)
    #expect(fields.output.hasPrefix(CheckCommandTests.broken))
    #expect(others.status == 0)
    #expect(others.output.hasPrefix("no findings in 1 exchange"))
  }

  @Test func `names the family that was likely meant`() async throws {
    let result = try await Workshop.library().tool.run("check", "--families", "body,feilds")

    #expect(result.status == 64)
    #expect(result.errors.contains("there is no family \"feilds\"; did you mean \"fields\"?"))
  }
}
