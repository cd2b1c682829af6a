import PlumbChecking
import TestSupport
import Testing

@testable import PlumbReports

@Suite struct GitHubReportTests {
  @Test func `annotates the line of the recording`() {
    #expect(
      GitHubReport().text(of: Sample.report(findings: [Sample.finding()])) == """
        ::error file=recordings/library/books.list/start-21-3f9a0c12be45.http,line=61,col=17,\
        title=plumb%3A field-stringified::`book[].code` is documented as integer, the API sends \
        string ("5"); 3 of 67 items, in 1 of 4 exchanges%0A\
        seen: recordings/library/books.list/start-21-3f9a0c12be45.http:61:17%0A\
        documented: contracts/library/books.yaml:7:11%0A\
        see it: curl -H "X-API-Key: $LIBRARY_KEY" 'https://api.example.org/books/?start=21'
        plumb: 1 error in 52 exchanges

        """
    )
  }

  @Test func `annotates the row where no line can be named, the worst first`() {
    let note = Sample.finding(severity: .note, places: [])
    let warning = Sample.finding(severity: .warning, places: [Sample.place(line: 0)])

    let lines = GitHubReport().text(of: Sample.report(findings: [note, warning])).lines

    #expect(lines[0].hasPrefix("::warning file=contracts/library/books.yaml,line=7,col=11,"))
    #expect(lines[1].hasPrefix("::notice file=contracts/library/books.yaml,line=7,col=11,"))
    #expect(lines.count == 3)
  }

  @Test func `lets nothing that an API sent be a command`() {
    let hostile = "x\n::error::gone\r::set-output name=a::b%0A::stop-commands::t\u{1b}[2J"
    let finding = Sample.finding(
      message: hostile,
      places: [Sample.place(recording: "a,line=1:%0A\n::b.http", pointer: hostile)]
    )

    let text = GitHubReport().text(of: Sample.report(findings: [finding]))

    #expect(text.lines.count == 2)
    #expect(text.lines.filter { $0.hasPrefix("::") }.count == 1)
    #expect(text.contains("file=a%2Cline=1%3A%250A\\u{a}%3A%3Ab.http,line=61"))
    #expect(text.contains("%250A"))
    #expect(!text.unicodeScalars.contains("\u{1b}"))
    #expect(!text.unicodeScalars.contains("\r"))
  }
}
