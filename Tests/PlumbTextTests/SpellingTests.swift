import PlumbText
import Testing

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("job_family", "jobFamily", true), ("job-family", "JOB_FAMILY", true), ("a", "b", false),
      ("É_x", "éX", true), ("", "_-", true), ("code", "codes", false),
    ]
  )
  func `folds case, underscores and hyphens`(left: String, right: String, areEqual: Bool) {
    #expect(Spelling.foldedEqual(left, right) == areEqual)
  }

  @Test(
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 1),
      ("ca", "abc", 3), ("integer", "intger", 1), ("integer", "itneger", 1), ("é", "e", 1),
    ]
  )
  func `counts what must change`(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
    #expect(Spelling.distance(right, left) == distance)
  }
}

@Suite struct SuggestionTests {
  @Test(
    arguments: [
      ("intger", ["string", "integer", "number"], "integer"),
      ("jobFamily", ["job_fam", "job_family"], "job_family"),
      ("xyz", ["string", "integer"], nil), ("ab", ["ba", "ac"], "ba"), ("a", ["b", "c"], "b"),
      ("code", ["code", "codes"], nil), ("abcde", ["abxye"], nil), ("abcdef", ["abxyef"], "abxyef"),
      ("cat", ["cart", "cut"], "cart"), ("", ["a", "abc"], "a"),
      ("occupations", ["occupation", "occasion"], "occupation"), ("a", [], nil),
    ] as [(String, [String], String?)]
  )
  func `finds the nearest word`(word: String, words: [String], nearest: String?) {
    #expect(Suggestion.nearest(to: word, among: words) == nearest)
  }
}
