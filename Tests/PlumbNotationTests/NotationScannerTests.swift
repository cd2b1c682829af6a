import Testing

@testable import PlumbNotation

@Suite struct NotationScannerTests {
  @Test(arguments: [
    ("integer 1..5", "integer"), ("job_zone|null", "job_zone"), ("date-time", "date-time"),
    ("größe²x = 1", "größe²x"), ("_a", "_a"), ("9a", ""), ("-a", ""), ("\u{301}a", ""),
    (" a", ""), ("", ""), ("a\u{7f}", "a"),
  ])
  func `reads words of letters and digits of all scripts`(text: String, word: String) {
    var scanner = NotationScanner(text)

    #expect(scanner.word().unicodeScalars.elementsEqual(word.unicodeScalars))
    #expect(scanner.offset == word.unicodeScalars.count)
  }

  @Test(arguments: [
    ("apart \t from\u{a0}here", true), ("apart from here-after", false), ("apart from her", false),
    ("apart from here2", false), ("apart from here_", false), ("apart from hereé", false),
    ("apart fromhere", false), ("Apart from here", false),
  ])
  func `steps over words as wholes alone`(text: String, isTaken: Bool) {
    var scanner = NotationScanner(text)
    let taken = scanner.takeWords("apart", "from", "here")

    #expect(taken == isTaken)
    #expect(scanner.offset == (isTaken ? text.unicodeScalars.count : 0))
  }
}
