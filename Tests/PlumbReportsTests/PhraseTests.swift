import PlumbChecking
import Testing

@testable import PlumbReports

@Suite struct PhraseTests {
  @Test(
    arguments: [
      (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (1_234_567, "1.2 MB"),
      (999_949, "999.9 kB"), (999_950, "1.0 MB"), (3_200_000_000, "3.2 GB"),
    ]
  )
  func `says sizes in powers of ten`(bytes: Int, words: String) {
    #expect(Phrase.size(bytes) == words)
  }

  @Test(
    arguments: [
      (3, 67, "items", "3 of 67 items, in 1 of 4 exchanges"),
      (1, 1, "bodies", "1 of 1 body, in 1 of 4 exchanges"),
      (1, nil, "items", "1 item, in 1 of 4 exchanges"),
      (12_000, 1_234_567, "items", "12,000 of 1,234,567 items, in 1 of 4 exchanges"),
      (1, nil, "exchanges", "in 1 of 4 exchanges"),
    ] as [(Int, Int?, String, String)]
  )
  func `says how often`(count: Int, of: Int?, unit: String, words: String) {
    let occurrences = Finding.Occurrences(
      count: count,
      of: of,
      unit: unit,
      exchanges: 1,
      ofExchanges: 4
    )

    #expect(Phrase.occurrences(occurrences) == words)
  }
}
