import PlumbText
import Testing

@Suite struct PercentEncodingTests {
  @Test(
    arguments: [
      ("a%20b", "a b", nil), ("%C3%A9", "é", nil), ("a+b", "a+b", nil), ("%f0%9f%98%80", "😀", nil),
      ("%zz", "%zz", 0), ("a%4", "a%4", 1), ("%", "%", 0), ("%FF", "%FF", 0), ("%C3", "%C3", 0),
      ("%41%C3%41", "A%C3A", 3), ("%C3%A9%ED%A0%80", "é%ED%A0%80", 6), ("é%2F", "é/", nil),
      ("", "", nil), ("%%41", "%A", 0), ("%00", "\0", nil),
    ] as [(String, String, Int?)]
  )
  func `resolves escapes and keeps the invalid ones`(text: String, decoded: String, invalid: Int?) {
    #expect(PercentEncoding.decode(text) == decoded)
    #expect(PercentEncoding.firstInvalid(in: text) == invalid)
  }

  @Test func `takes a plus for a space only when told`() {
    #expect(PercentEncoding.decode("a+b%2B", plusIsSpace: true) == "a b+")
    #expect(PercentEncoding.decode("a+b%2B") == "a+b+")
  }

  @Test func `escapes queries and path segments`() {
    #expect(
      PercentEncoding.encodeQuery("a b&c=d+e,f/é#%'") == "a%20b%26c%3Dd%2Be,f/%C3%A9%23%25%27"
    )
    #expect(PercentEncoding.encodePathSegment("a b/c?d&e=%") == "a%20b%2Fc%3Fd&e=%25")
  }

  @Test func `decodes what it encodes`() {
    let text = String(String.UnicodeScalarView((0..<0x2FF).compactMap(Unicode.Scalar.init))) + "😀"
    #expect(PercentEncoding.decode(PercentEncoding.encodeQuery(text), plusIsSpace: true) == text)
    #expect(PercentEncoding.decode(PercentEncoding.encodePathSegment(text)) == text)
  }
}
