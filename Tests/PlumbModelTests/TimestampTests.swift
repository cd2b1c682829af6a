import PlumbModel
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (1, "1970-01-01T00:00:00.000001Z"),
    (-1_000, "1969-12-31T23:59:59.999Z"), (951_782_400_000_000, "2000-02-29T00:00:00Z"),
    (1_785_576_600_125_000, "2026-08-01T09:30:00.125Z"),
    (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
    (-62_167_219_200_000_000, "0000-01-01T00:00:00Z"),
  ])
  func `writes and reads a moment`(microseconds: Int64, text: String) {
    let moment = Timestamp(microseconds: microseconds)

    #expect(moment.description == text)
    #expect(Timestamp(text) == moment)
  }

  @Test(arguments: [
    ("2026-08-01T09:30:00.1254567+02:00", "2026-08-01T07:30:00.125456Z"),
    ("2026-08-01t09:30:00-0730", "2026-08-01T17:00:00Z"),
    ("2026-08-01 09:30", "2026-08-01T09:30:00Z"),
    ("2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z"),
  ])
  func `reads what tools write`(text: String, moment: String) {
    #expect(Timestamp(text)?.description == moment)
  }

  @Test(arguments: [
    "", "2026", "2026-13-01T00:00:00Z", "2026-08-01T24:00:00Z", "2026-08-01T09:30:00.Z",
    "2026-08-01T09:30:00Zx", "2026-08-01T09:30:00+2", "26-08-01T09:30:00Z",
  ])
  func `reads nothing else`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `finds the days of 800 years`() {
    for day in stride(from: -150_000, through: 142_000, by: 13) {
      let moment = Timestamp(microseconds: Int64(day) * 86_400_000_000)
      if Timestamp(moment.description) != moment { Issue.record("\(moment)") }
    }
  }
}
