import PlumbReports
import Testing

@Suite struct ProgressLineTests {
  @Test(
    arguments: [
      (
        ProgressLine(exchanges: 27_443, bytes: 88_400_000, total: 200_000_000, seconds: 2),
        "27,443 exchanges, 88.4 MB of 200.0 MB, 44.2 MB/s, 3 s left"
      ),
      (
        ProgressLine(exchanges: 1, bytes: 1000, total: 0, seconds: 1),
        "1 exchange, 1.0 kB, 1.0 kB/s"
      ),
      (
        ProgressLine(exchanges: 0, bytes: 0, total: 5000, seconds: 0),
        "0 exchanges, 0 bytes of 5.0 kB, 0 bytes/s"
      ),
      (
        ProgressLine(exchanges: 2, bytes: 1000, total: 201_000, seconds: 1),
        "2 exchanges, 1.0 kB of 201.0 kB, 1.0 kB/s, 3 min 20 s left"
      ),
      (
        ProgressLine(exchanges: 2, bytes: 1000, total: 7_501_000, seconds: 1),
        "2 exchanges, 1.0 kB of 7.5 MB, 1.0 kB/s, 2 h 5 min left"
      ),
      (
        ProgressLine(exchanges: 3, bytes: 6000, total: 5000, seconds: 1),
        "3 exchanges, 5.0 kB of 5.0 kB, 5.0 kB/s, 0 s left"
      ),
    ]
  )
  func `says count, rate and time left`(line: ProgressLine, text: String) {
    #expect(line.text(width: 80) == text)
    #expect(line.text(width: 12) == String(text.prefix(11)))
  }
}
