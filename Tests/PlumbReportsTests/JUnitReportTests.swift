import PlumbChecking
import TestSupport
import Testing

@testable import PlumbReports

@Suite struct JUnitReportTests {
  @Test func `has a suite for each operation and a test for each answer, finding and gap`() {
    #expect(
      JUnitReport().text(of: Sample.full) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="plumb" tests="5" failures="1" errors="0" time="0">
          <testsuite name="library/authors.list" tests="1" failures="0" errors="0" skipped="1" \
        time="0">
            <testcase name="is asked for" classname="library/authors.list" time="0">
              <skipped message="never exercised"/>
            </testcase>
          </testsuite>
          <testsuite name="library/books.list" tests="4" failures="1" errors="0" skipped="1" \
        time="0">
            <testcase name="answers with status 200 as documented" \
        classname="library/books.list" time="0">
              <system-out>4 bodies read</system-out>
            </testcase>
            <testcase name="field-stringified /book/*/code 5f0c2ab1" \
        classname="library/books.list" time="0">
              <failure message="`book[].code` is documented as integer, the API sends string \
        (&quot;5&quot;)" type="field-stringified">`book[].code` is documented as integer, the \
        API sends string ("5"); 3 of 67 items, in 1 of 4 exchanges
        seen: recordings/library/books.list/start-21-3f9a0c12be45.http:61:17 /book/7/code
        documented: contracts/library/books.yaml:7:11
        also breaks order-broken: `book` is not by code
        see it: curl -H "X-API-Key: $LIBRARY_KEY" 'https://api.example.org/books/?start=21'\
        </failure>
            </testcase>
            <testcase name="content-type /book/*/code 5f0c2ab1" classname="library/books.list" \
        time="0">
              <system-out>note: the response is documented as JSON, the API says "text/plain"; \
        in 2 of 4 exchanges
        seen: recordings/library/books.list/start-21-3f9a0c12be45.http, entry 7</system-out>
            </testcase>
            <testcase name="200 /book/*/title" classname="library/books.list" time="0">
              <skipped message="never exercised"/>
            </testcase>
          </testsuite>
        </testsuites>

        """
    )
  }

  @Test(arguments: [
    (Rule.Severity?.some(.error), 1), (.warning, 2), (.note, 3), (nil, 0),
  ])
  func `fails what fails the check`(failOn: Rule.Severity?, failures: Int) throws {
    let report = Sample.report(
      findings: Rule.Severity.allCases.map { Sample.finding(severity: $0) }
    )

    let text = JUnitReport(failOn: failOn).text(of: report)

    #expect(try MarkupShape(text).elements["failure", default: 0] == failures)
    #expect(text.lines[1].contains(#"failures="\#(failures)""#))
  }

  @Test func `does not pass over nothing`() throws {
    var report = Sample.report(exchanges: 0)
    report.observations = []

    #expect(try MarkupShape(JUnitReport().text(of: report)).elements["skipped"] == 1)
  }

  /// The members of the schema that build servers share, and nothing else.
  @Test func `keeps to the elements and attributes that build servers read`() throws {
    let hostile = Sample.finding(message: "]]><script>&\"'\u{0}\u{1b}\u{FFFE}\n", places: [])
    let shape = try MarkupShape(
      JUnitReport().text(of: Sample.report(findings: Sample.full.findings + [hostile]))
    )

    #expect(
      shape.attributes == [
        "testsuites": ["name", "tests", "failures", "errors", "time"],
        "testsuite": ["name", "tests", "failures", "errors", "skipped", "time"],
        "testcase": ["name", "classname", "time"],
        "failure": ["message", "type"],
        "system-out": [],
      ]
    )
    #expect(
      shape.parents == [
        "testsuites": [""], "testsuite": ["testsuites"], "testcase": ["testsuite"],
        "failure": ["testcase"], "system-out": ["testcase"],
      ]
    )
  }
}
