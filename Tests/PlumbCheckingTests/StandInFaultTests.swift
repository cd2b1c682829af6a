import PlumbChecking
import PlumbModel
import PlumbNotation
import StandIn
import Testing

/// The shipped contracts against the stand-in: clean without faults, one finding for each fault.
@Suite struct StandInFaultTests {
  private static func report(on requests: [Exchange.Request], faults: [Fault]) throws -> Report {
    let library = try Proof.shipped.get()
    let standIn = StandIn(faults: faults)
    return try Checks.report(
      on: requests.map { Exchange(request: $0, response: standIn.respond(to: $0)) },
      apis: library.apis,
      contracts: library.contracts
    )
  }

  private static func get(_ path: String, isKnown: Bool = true) -> Exchange.Request {
    Exchange.Request(
      url: "https://api-v2.onetcenter.org/online/\(path)",
      fields: isKnown ? [HTTPField(name: "X-API-Key", value: "k")] : []
    )
  }

  /// First page, a page in the middle, the last page; lists, refusals and an empty result.
  private static let requests = [
    get("stem_occupations/"), get("stem_occupations/1"),
    get("stem_occupations/1?start=21&end=40"), get("stem_occupations/1?start=181&end=200"),
    get("stem_occupations/6"), get("job_duties/search?keyword=pharmacist"),
    get("job_duties/search?keyword=zzzzzzzz"), get("job_duties/search"),
    get("job_duties/tasks/29-1051.00"), get("job_duties/results/29-1051.00?tasks=1809,1815"),
    get("stem_occupations/all", isKnown: false),
  ]

  /// A fault, where it is put, and the one finding that is expected.
  struct Case: Sendable, CustomTestStringConvertible {
    var fault: String
    var url: String
    var at: String
    var rule: String
    var pointer: String

    init(_ fault: String, _ url: String, _ at: String, _ rule: String, _ pointer: String? = nil) {
      self.fault = fault
      self.url = url
      self.at = at
      self.rule = rule
      self.pointer = pointer ?? at
    }

    var testDescription: String { "\(fault) in \(url) at \(at)" }
  }

  private static let first = "stem_occupations/1"
  private static let middle = "start=21"
  private static let last = "start=181"

  static let cases: [Case] =
    [first, middle, last].flatMap { page in
      [
        Case("fields/dropped", page, "/occupation/0/title", "field-missing", "/occupation/0"),
        Case("fields/dropped", page, "/occupation/3/job_family", "field-missing", "/occupation/3"),
        Case("fields/dropped", page, "/total", "field-missing", ""),
        Case(
          "fields/renamed",
          page,
          "/occupation/2/job_family",
          "field-renamed",
          "/occupation/2/jobFamily"
        ),
        Case("fields/null", page, "/occupation/6/code", "field-null"),
        Case("fields/stringified", page, "/total", "field-stringified"),
        Case("fields/wrapped", page, "/occupation/4/tags", "field-wrapped"),
        Case("fields/wrapped", page, "", "field-wrapped"),
        Case("fields/unwrapped", page, "/occupation", "field-wrapped"),
        Case(
          "fields/extra",
          page,
          "/occupation/5",
          "field-undocumented",
          "/occupation/5/x_trace"
        ),
        Case("fields/wrong-type", page, "/occupation/0/href", "field-type"),
        Case("body/trailing-text", page, "", "body-trailing-text"),
        Case("body/bad-utf8", page, "/occupation/2/title", "body-encoding"),
        Case("body/lone-surrogate", page, "/occupation/2/title", "body-lone-surrogate"),
        Case("body/duplicate-member", page, "/occupation/1/code", "body-duplicate-member"),
        Case("body/not-json", page, "", "body-not-json"),
        Case("http/html-with-200", page, "", "content-type"),
        Case("http/wrong-content-type", page, "", "content-type"),
        Case("http/redirect", page, "", "redirect"),
        Case("http/undocumented-status", page, "", "status-undocumented"),
      ]
    } + [
      Case("http/forbidden", "stem_occupations/all", "", "status-undocumented"),
      Case("http/missing-challenge", "stem_occupations/all", "", "header-missing"),
      Case("http/accepted-bad-request", "stem_occupations/6", "", "status-for-bad-request"),
      Case("http/accepted-bad-request", "job_duties/search", "", "status-for-bad-request"),
      Case("http/refused-good-request", "tasks=1809", "", "refused-good-request"),
      Case("http/refused-good-request", "start=181", "", "refused-good-request"),
      Case("http/error-body", "stem_occupations/6", "", "error-body", "/message"),
      Case(
        "body/too-deep",
        "keyword=pharmacist",
        "",
        "body-too-deep",
        String(repeating: "/0", count: 512)
      ),
      Case("fields/wrong-type", "stem_occupations/", "/2/code", "field-type"),
      Case("fields/renamed", "tasks/29-1051.00", "/0/title", "field-renamed", "/0/titles"),
      Case(
        "fields/stringified",
        "tasks=1809",
        "/occupation/2/job_zone/code",
        "field-stringified"
      ),
      Case(
        "fields/dropped",
        "tasks=1809",
        "/occupation/0/tasks/full/0/id",
        "field-missing",
        "/occupation/0/tasks/full/0"
      ),
    ]

  @Test func `finds nothing without faults`() throws {
    let report = try Self.report(on: Self.requests, faults: [])

    #expect(report.findings.map(\.message) == [])
    #expect(report.summary.exchanges == Self.requests.count)
    #expect(report.summary.unjudged == 0)
  }

  @Test(arguments: cases)
  func `finds each fault as one finding`(example: Case) throws {
    let request = try #require(
      Self.requests.first { $0.url.hasSuffix(example.url) }
        ?? Self.requests.first { $0.url.contains(example.url) }
    )
    let target = Fault.Target(url: request.url, pointer: example.at)
    let fault = try #require(Fault(example.fault, at: target))
    let only = Self.requests.filter { $0 == request || !$0.url.contains(request.url) }

    let report = try Self.report(on: only, faults: [fault])

    #expect(report.findings.map(\.rule) == [example.rule])
    #expect(report.findings.first?.places.map(\.pointer) == [example.pointer])
    #expect(report.findings.first?.occurrences.count == 1)
  }

  @Test func `finds a link that the API gave and then refuses`() throws {
    let pages = [
      Self.get("stem_occupations/2"), Self.get("stem_occupations/2?start=21&end=40"),
    ]
    let target = Fault.Target(url: "start=21&end=40")
    let fault = try #require(Fault("http/refused-good-request", at: target))

    let before = try Self.report(on: pages, faults: [])
    let report = try Self.report(on: pages, faults: [fault])

    #expect(before.findings == [])
    #expect(
      report.findings.map(\.message) == [
        "this request is a link that the API itself gave, the API refuses it with status 422"
      ]
    )
    #expect(report.findings.first?.rule == "refused-good-request")
    #expect(report.findings.first?.places.map(\.recording) == ["1.http"])
  }

  @Test func `finds a link of an item that the API refuses`() throws {
    let search = Self.get("job_duties/search?keyword=engineer")
    let tasks = try #require(
      Proof.clean(search).response.body.split(separator: UInt8(ascii: "\""))
        .map { String(decoding: $0, as: UTF8.self) }
        .first { $0.contains("/job_duties/tasks/") && !$0.hasSuffix("17-2011.00") }
    )
    let other = Self.get("job_duties/search?keyword=zzzzzzzz")
    let asked = Exchange.Request(url: tasks, fields: search.fields)
    let fault = try #require(Fault("http/refused-good-request", at: Fault.Target(url: tasks)))

    // Refused first, and told of later; not told of at all; not refused.
    let report = try Self.report(on: [asked, search], faults: [fault])
    let unknown = try Self.report(on: [asked, other], faults: [fault])
    let clean = try Self.report(on: [asked, search], faults: [])

    #expect(report.findings.map(\.rule) == ["refused-good-request"])
    #expect(report.findings.first?.places.map(\.recording) == ["0.http"])
    #expect(unknown.findings == [])
    #expect(clean.findings == [])
  }

  @Test func `does not let a broken field hide what is wrong in another exchange`() throws {
    let pages = [
      Self.get("stem_occupations/2"), Self.get("stem_occupations/2?start=21&end=40"),
      Self.get("stem_occupations/2?start=41&end=60"),
    ]
    let null = try #require(
      Fault("fields/null", at: Fault.Target(url: "start=41", pointer: "/prev"))
    )
    let loop = try #require(Fault("pages/next-loop", at: Fault.Target(url: "start=21")))

    let report = try Self.report(on: pages, faults: [null, loop])

    #expect(report.findings.map(\.rule).sorted() == ["field-null", "next-loop"])
  }
}
