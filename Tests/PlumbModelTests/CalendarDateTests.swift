import PlumbModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2027-01-31", "2028-02-29", "0001-01-01", "9999-12-31"])
  func `reads days that exist`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2027-1-31", "2027-02-29", "2027-13-01", "2027-01-00", "27-01-31", "x", "2027/01/31",
  ])
  func `reads nothing else`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `orders days, and takes that of a moment in UTC`() throws {
    let moment = try #require(Timestamp("2026-11-21T23:30:00-02:00"))

    #expect(CalendarDate(moment) == CalendarDate("2026-11-22"))
    let days = try ["2026-12-31", "2027-01-01"].map { try #require(CalendarDate($0)) }
    #expect(days[0] < days[1])
  }
}
