import PlumbChecking
import PlumbModel
import Testing

@Suite struct ExcerptRedactionTests {
  @Test(
    arguments: [
      ("https://me:pw@a.example/x", "https://REDACTED@a.example/x"),
      ("see https://t0k@a.example:80/x?q=a@b", "see https://REDACTED@a.example:80/x?q=a@b"),
      (
        "\"https://a.example/?q=1&access_token=t0k\"",
        "\"https://a.example/?q=1&access_token=REDACTED\""
      ),
      ("<https://a.example/?sig=t0k>; rel=next", "<https://a.example/?sig=REDACTED>; rel=next"),
      ("/x?X-Api-Key=t0k#id_token=t0k&y=2", "/x?X-Api-Key=REDACTED#id_token=REDACTED&y=2"),
      (#"\"https:\/\/a.example\/?key=t0k\""#, #"\"https:\/\/a.example\/?key=REDACTED\""#),
      ("a = b, key: c, monkey=1, e@mail", "a = b, key: c, monkey=1, e@mail"),
      ("https://a.example/?token=", "https://a.example/?token="),
    ]
  )
  func `takes credentials out of URLs`(text: String, shown: String) {
    #expect(ExcerptRedaction(in: text, by: Redactor(secrets: [])).redacted == shown)
  }

  @Test(
    arguments: [
      (
        #"{"name":"Authorization","value":"Bearer \"t0k"},{"text":"HERE""#,
        #"{"name":"Authorization","value":"REDACTED"},{"text":"HERE""#
      ),
      (#"…en","value":"t0k"},{"text":"HERE""#, #"…"value":"REDACTED"},{"text":"HERE""#),
      (#"…ue": "t0k", "a": "b", "text": "HERE"#, #"…"a": "b", "text": "HERE"#),
      (#"… t0k t0k HERE"#, "…HERE"),
      (#"…":5,"text":"HERE","X-Api-Key":"t0k…"#, #"…"text":"HERE","X-Api-Key":"REDACTED"#),
      (#"{"value":"a HERE","cookie":["t0k"]}"#, #"{"value":"a HERE","cookie":["REDACTED"]}"#),
    ]
  )
  func `takes credentials out of what surrounds a place`(line: String, shown: String) throws {
    let start = try #require(line.firstRange(of: "HERE")).lowerBound
    let column = line.distance(from: line.startIndex, to: start)

    let credentials = ExcerptRedaction(
      inArchive: line,
      around: column..<(column + 4),
      by: Redactor(secrets: [])
    )

    #expect(credentials.redacted == shown)
    let index = credentials.index(ofRedacted: column)
    #expect(credentials.redacted.dropFirst(index).hasPrefix("HERE"))
  }
}
