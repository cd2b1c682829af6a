import PlumbChecking
import PlumbModel
import PlumbText

/// Values by hand, as a check would leave them.
enum Sample {
  static let contractLines = [
    "page: Books", "contracts:", "  books.list:", "    response:", "      total: integer",
    "      book:", "        - code: integer   # the shelf mark", "          title?: string",
  ]

  static func contractLine(_ file: String, _ line: Int) -> String? {
    guard file == "contracts/library/books.yaml" else { return nil }
    return line >= 1 && line <= contractLines.count ? contractLines[line - 1] : nil
  }

  static func finding(
    rule: String = "field-stringified",
    severity: Rule.Severity = .error,
    message: String = #"`book[].code` is documented as integer, the API sends string ("5")"#,
    places: [Place] = [place()],
    symptoms: [Finding.Symptom] = [],
    contract: ContractPlace? = contractPlace,
    occurrences: Finding.Occurrences = .init(
      count: 3,
      of: 67,
      unit: "items",
      exchanges: 1,
      ofExchanges: 4
    ),
    reproduce: String? =
      #"curl -H "X-API-Key: $LIBRARY_KEY" 'https://api.example.org/books/?start=21'"#
  ) -> Finding {
    Finding(
      rule: rule,
      severity: severity,
      operation: "library/books.list",
      field: "/book/*/code",
      message: message,
      expected: "integer",
      found: #"string ("5")"#,
      kind: "string",
      occurrences: occurrences,
      places: places,
      contract: contract,
      symptoms: symptoms,
      fingerprint: "5f0c2ab1",
      reproduce: reproduce
    )
  }

  static let law = finding(
    rule: "law:books.list.by-group",
    message: "law by-group: 4 is not the group asked for",
    places: []
  )

  static let contractPlace = ContractPlace(
    place: SourcePlace(file: "contracts/library/books.yaml", line: 7, column: 11),
    row: 3,
    title: "Books"
  )

  static func place(
    recording: String = "recordings/library/books.list/start-21-3f9a0c12be45.http",
    entry: Int? = nil,
    pointer: String = "/book/7/code",
    line: Int = 61,
    excerpt: Excerpt? = Excerpt(text: #"        "code": "5","#, column: 16, length: 3)
  ) -> Place {
    Place(
      recording: recording,
      entry: entry,
      pointer: pointer,
      line: line,
      column: line == 0 ? 0 : 17,
      offset: 2210,
      length: 3,
      excerpt: excerpt
    )
  }

  static func report(
    findings: [Finding] = [],
    unjudged: [Report.Unjudged] = [],
    exchanges: Int = 52,
    never: [String] = []
  ) -> Report {
    var summary = Report.Summary()
    summary.exchanges = exchanges
    summary.files = exchanges
    summary.bytes = 1_234_567
    summary.chains = 9
    summary.errors = findings.count { $0.severity == .error }
    summary.warnings = findings.count { $0.severity == .warning }
    summary.notes = findings.count { $0.severity == .note }
    summary.unjudged = unjudged.reduce(0) { $0 + $1.count }
    return Report(
      summary: summary,
      findings: findings,
      unjudged: unjudged,
      coverage: Report.Coverage(
        operations: .init(exercised: 6, of: 6),
        responses: .init(exercised: 7, of: 12),
        rows: .init(exercised: 61, of: 63),
        never: never
      ),
      observations: [observation]
    )
  }

  static func chain(query: String = "sort=title", isComplete: Bool = false) -> Report.Chain {
    Report.Chain(
      operation: "library/books.list",
      path: "/books/",
      query: query,
      pages: [
        .init(window: .init(start: 1, end: 20), cursor: nil, items: 20),
        .init(window: nil, cursor: "Mg", items: 3),
      ],
      total: 60,
      missing: isComplete ? [] : [.init(start: 21, end: 40)],
      missingTargets: isComplete ? [] : ["Mw"],
      isComplete: isComplete
    )
  }

  static let observation = TableObservation(
    operation: "library/books.list",
    status: 200,
    bodies: 4,
    rows: [
      RowObservation(
        field: "/book/*/code",
        documented: "integer",
        isOptional: false,
        present: 67,
        of: 67,
        types: [.init(type: "integer", count: 64), .init(type: "string", count: 3)]
      ),
      RowObservation(
        field: "/book/*/colour",
        documented: nil,
        isOptional: false,
        present: 1,
        of: 67,
        types: [.init(type: "string", count: 1)]
      ),
    ]
  )

  static let acceptance = Acceptance(
    api: "library",
    fingerprint: "0a1b2c3d",
    rule: "field-null",
    operation: "library/books.list",
    row: "/book/*/title",
    reason: "ticket 7",
    until: CalendarDate(Timestamp(microseconds: 1_800_000_000_000_000)),
    place: SourcePlace(file: "contracts/library/accepted.yaml", line: 3, column: 5)
  )

  /// A report with findings that are accepted, and acceptances that accept nothing.
  static var accepted: Report {
    var report = report()
    report.accepted = [.init(finding: finding(), acceptance: acceptance)]
    report.lapsed = Report.Lapsed.Reason.allCases.map { .init(reason: $0, acceptance: acceptance) }
    report.summary.accepted = 1
    return report
  }

  /// A report with something of everything.
  static let full = report(
    findings: [
      finding(symptoms: [
        .init(rule: "order-broken", field: "/book", message: "`book` is not by code", count: 1)
      ]),
      finding(
        rule: "content-type",
        severity: .note,
        message: "the response is documented as JSON, the API says \"text/plain\"",
        places: [place(entry: 7, pointer: "", line: 0, excerpt: nil)],
        contract: nil,
        occurrences: .init(count: 2, of: nil, unit: "exchanges", exchanges: 2, ofExchanges: 4),
        reproduce: nil
      ),
    ],
    unjudged: [
      .init(
        reason: .noContract,
        what: "GET api.example.org/about/",
        count: 13,
        place: place(recording: "recordings/library/other/about.http", line: 0)
      ),
      .init(reason: .weather, what: "status 503", count: 1, place: place(entry: 3, line: 0)),
    ],
    never: ["library/authors.list", "library/books.list 200 /book/*/title"]
  )
}
