import Testing

@Suite struct FamiliesTests {
  @Test func `holds only the families that it is told to`() throws {
    let workshop = try CheckCommandTests.brokenLibrary()

    let fields = try workshop.plumb("check", "--families", "body,fields")
    let http = try workshop.plumb("check", "--families", "body,http")

    #expect(fields.status == 1)
    #expect(fields.output == CheckCommandTests.broken || fields.output.contains("field-stringified"))
    #expect(http.status == 0)
    #expect(!http.output.contains("field-stringified"))
  }

  @Test func `names the family that was likely meant`() throws {
    let workshop = try Workshop.library()

    let run = try workshop.plumb("check", "--families", "body,feilds")

    #expect(run.status == 64)
    #expect(run.errors.contains("there is no family \"feilds\"; did you mean \"fields\"?"))
  }
}
