import PlumbChecking
import TestSupport
import Testing

@testable import PlumbReports

@Suite struct MarkdownReportTests {
  @Test func `shows a table, each finding folded, and how much was seen`() {
    let text = MarkdownReport(contractLine: Sample.contractLine).text(of: Sample.full)

    #expect(
      text == """
        ### plumb: 1 error, 1 note in 38 exchanges

        | severity | rule | where | how often |
        |---|---|---|---|
        | error | `field-stringified` | `library/books.list` `/book/*/code` | 3 of 67 items, in 1 \
        of 4 exchanges |
        | note | `content-type` | `library/books.list` `/book/*/code` | in 2 of 4 exchanges |

        <details open><summary><b>error</b> <code>field-stringified</code> in \
        <code>library/books.list</code></summary>

        `book[].code` is documented as integer, the API sends string ("5").

        Seen at `recordings/library/books.list/start-21-3f9a0c12be45.http:61:17` `/book/7/code`

        ```
                "code": "5",
                        ^^^
        ```

        Documented at `contracts/library/books.yaml:7:11`, row 3 of "Books"

        ```yaml
                - code: integer   # the shelf mark
        ```

        How often: 3 of 67 items, in 1 of 4 exchanges.

        - also breaks `order-broken`, 1 ×: `book` is not by code

        See it:

        ```sh
        curl -H "X-API-Key: $LIBRARY_KEY" 'https://api.example.org/books/?start=21'
        ```

        </details>

        <details><summary><b>note</b> <code>content-type</code> in \
        <code>library/books.list</code></summary>

        the response is documented as JSON, the API says "text/plain".

        Seen at `recordings/library/books.list/start-21-3f9a0c12be45.http, entry 7`

        How often: in 2 of 4 exchanges.

        </details>

        <details><summary>Seen: 52 exchanges, 9 chains, 52 files, 1.2 MB</summary>

        | exercised | of | what |
        |--:|--:|---|
        | 6 | 6 | operations |
        | 7 | 12 | responses |
        | 61 | 63 | rows |

        - not judged: 13 × `GET api.example.org/about/`, without a contract
        - not judged: 1 × `status 503`, refused for speed (429) or failed by the server (5xx)
        - never exercised: `library/authors.list`
        - never exercised: `library/books.list 200 /book/*/title`

        </details>

        """
    )
  }

  @Test func `lists what is accepted`() {
    let text = MarkdownReport().text(of: Sample.accepted)

    #expect(
      text.contains("- accepted: 0a1b2c3d field-null in library/books.list, until 2027-01-15")
    )
    #expect(text.contains("- stale: no longer found, drop it: 0a1b2c3d field-null"))
  }

  @Test func `fits a comment however much was found`() {
    let findings = (0..<2000).map { Sample.finding(message: "`a\($0)` is not there") }

    let text = MarkdownReport().text(of: Sample.report(findings: findings))

    #expect(text.utf8.count < 65_536)
    #expect(text.contains("and 1950 findings more"))
    let shown = text.ranges(of: "<details").count - 1
    #expect(text.contains("The details of \(2000 - shown) findings more do not fit"))
    #expect(text.hasSuffix("</details>\n"))
  }

  @Test(arguments: [
    ("a|b", "`a\\|b`"), ("`", "`` ` ``"), ("a``b", "```a``b```"), ("", "` `"),
  ])
  func `keeps code in its span and cell`(text: String, markdown: String) {
    #expect(MarkdownText.cell(MarkdownText.code(text)) == markdown)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("](javascript:alert(1))", "\\](javascript:alert(1))"),
    ("![x](http://a.example)", "\\!\\[x\\](http:<!-- -->//a.example)"),
    ("@everyone #1", "@<!-- -->everyone #<!-- -->1"),
    ("www.a.example", "www<!-- -->.a.example"), ("<!-- ", "&lt;\\!-- "), ("a_b*c", "a\\_b\\*c"),
  ])
  func `shows hostile text as text`(text: String, markdown: String) {
    #expect(MarkdownText.sentence("is \(text) and `\(text)`") == "is \(markdown) and `\(text)`")
  }

  @Test func `takes an accent without its fellow as a character`() {
    #expect(MarkdownText.sentence("`a` and ` <b>") == "`a` and \\` &lt;b&gt;")
  }
}
