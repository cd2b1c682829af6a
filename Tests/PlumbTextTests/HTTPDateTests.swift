import PlumbText
import Testing

/// Dates in header fields.
@Suite struct HTTPDateTests {
  @Test(arguments: [
    (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
    (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"),
  ])
  func `are written as the standard has them`(seconds: Int, text: String) {
    #expect(HTTPDate.text(secondsSince1970: seconds) == text)
  }

  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
  ])
  func `reads the three forms of a date`(text: String) {
    #expect(HTTPDate.secondsSince1970(text) == 784_111_777)
  }

  @Test(arguments: [
    "", "soon", "06 Nov 1994", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 1994 25:00:00 GMT",
    "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 6x Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z",
    "Sun, 06 Nov 99999999999999999999 08:49:37 GMT", "Sun, 40 Nov 1994 08:49:37 GMT",
  ])
  func `takes nothing else for a date`(text: String) {
    #expect(HTTPDate.secondsSince1970(text) == nil)
  }

  @Test(arguments: [0, 951_782_400, 1_798_761_599, 4_107_542_400])
  func `reads what it writes`(seconds: Int) {
    #expect(HTTPDate.secondsSince1970(HTTPDate.text(secondsSince1970: seconds)) == seconds)
  }
}
