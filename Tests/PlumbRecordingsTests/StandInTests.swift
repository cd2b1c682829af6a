import PlumbModel
import PlumbText
import StandIn
import Testing

@Suite struct StandInTests {
  private static let keyed = [
    HTTPField(name: "X-API-Key", value: "k"), HTTPField(name: "X-Client-ID", value: "c"),
  ]

  private static func answer(
    _ path: String,
    host: String = "api-v2.onetcenter.org",
    fields: [HTTPField] = keyed,
    faults: [Fault] = []
  ) -> (status: Int, text: String, fields: [HTTPField]) {
    let request = Exchange.Request(url: "https://\(host)/\(path)", fields: fields)
    let response = StandIn(faults: faults).respond(to: request)
    return (response.status, String(decoding: response.body, as: UTF8.self), response.fields)
  }

  private static func page(_ path: String, host: String = "api-v2.onetcenter.org") throws
    -> JSONNode
  {
    try JSONDocument(Array(answer(path, host: host).text.utf8)).root
  }

  @Test func `gives the same answer to the same request`() {
    #expect(Self.answer("online/stem_occupations/1") == Self.answer("online/stem_occupations/1"))
  }

  @Test func `shows the default window and the address of the next`() throws {
    let text = Self.answer("online/stem_occupations/1").text

    #expect(
      text.hasPrefix(
        #"{"start":1,"end":20,"total":187,"next":"https://api-v2.onetcenter.org/online/stem_occupations/1?start=21&end=40","occupation":[{"href":"#
      )
    )
  }

  @Test func `keeps the other parameters first, as they were sent`() {
    let text = Self.answer("online/job_duties/results/29-1051.00?start=2&tasks=1809,1815&end=4")
      .text

    let base = "https://api-v2.onetcenter.org/online/job_duties/results/29-1051.00?tasks=1809,1815"
    #expect(text.contains("\"next\":\"\(base)&start=5&end=7\""))
    #expect(text.contains("\"prev\":\"\(base)&start=1&end=1\""))
  }

  @Test func `ends the last window at the total`() {
    let text = Self.answer("online/stem_occupations/4").text

    #expect(text.hasPrefix(#"{"start":1,"end":7,"total":7,"occupation":[{"#))
  }

  @Test func `shows an empty listing as 1 to 0 of 0`() {
    let empty = #"{"start":1,"end":0,"total":0,"occupation":[]}"#

    #expect(Self.answer("online/job_duties/search?keyword=zzz").text == empty)
    #expect(Self.answer("online/stem_occupations/5?job_family=35-0000").text == empty)
  }

  @Test(arguments: [
    ("stem_occupations/6", "code must be equal to one of the allowed values"),
    ("stem_occupations/x", "code must be integer"),
    ("stem_occupations/1?sort=name", "sort must be equal to one of the allowed values"),
    ("stem_occupations/1?start=0", "start must be >= 1"),
    ("stem_occupations/1?start=x", "start must be integer"),
    ("stem_occupations/1?end=2001", "end must be <= start + 1999"),
    ("stem_occupations/1?start=9&end=3", "end must be >= start"),
    (
      "stem_occupations/all?job_family=15",
      #"job_family must match pattern \"^[12345][13579]-0000$\""#
    ),
    ("job_duties/search", "must have required property 'keyword'"),
    ("job_duties/results/29-1051.00", "must have required property 'tasks'"),
    ("job_duties/results/29-1051.00?tasks=1,x", "tasks must be integer"),
    ("job_duties/tasks/29-1051", #"code must match pattern \"^\\d\\d-\\d{4}\\.\\d\\d$\""#),
    ("job_duties/tasks/99-9999.99", #"code \"99-9999.99\" is not an active occupation"#),
  ])
  func `refuses a bad request with 422 and a reason`(path: String, reason: String) {
    let answer = Self.answer("online/\(path)")

    #expect(answer.status == 422)
    #expect(answer.text == "{\"error\":\"\(reason)\"}")
  }

  @Test func `refuses a request without a key with 401 and a challenge`() {
    let answer = Self.answer("online/stem_occupations/", fields: [])

    #expect(answer.status == 401)
    #expect(answer.fields.contains { $0.name == "WWW-Authenticate" })
  }

  @Test(arguments: [
    ("all?end=287&sort=title", ["title"]), ("all?end=287&sort=code", ["code"]),
    ("all?end=287&sort=job_family", ["job_family", "title"]),
    ("1?end=187", ["job_family", "title"]),
  ])
  func `sorts by what is documented, without regard to case`(path: String, key: [String]) throws {
    let items = try #require(
      try Self.page("online/stem_occupations/\(path)")["occupation"]?.elements
    )
    let keys = items.map { (item: JSONNode) -> String in
      var value: JSONNode? = item
      for name in key { value = value?[name] }
      return value?.string?.lowercased() ?? ""
    }

    let isOrdered = zip(keys, keys.dropFirst()).allSatisfy { pair in
      !pair.1.unicodeScalars.lexicographicallyPrecedes(pair.0.unicodeScalars)
    }

    #expect(isOrdered)
    #expect(Set(keys).count > 2)
  }

  @Test func `lists the occupations that share an activity, most related first`() throws {
    let page = try Self.page("online/job_duties/results/29-1051.00?tasks=1809,1815&end=100")
    let items = try #require(page["occupation"]?.elements)
    let counts = items.map { $0["tasks"]?["closely_related"]?.elements?.count ?? 0 }

    #expect(items.count > 20)
    #expect(counts == counts.sorted(by: >))
    #expect(counts.last == 1)
    #expect(!items.contains { $0["code"]?.string == "29-1051.00" })
  }

  @Test func `pages by cursor, in order of codes`() throws {
    let host = "api.tahatu.govt.nz"
    let first = try Self.page("occupations?Limit=2&Filter.MajorGroupCode=11", host: host)
    let cursor = try #require(first["nextCursor"]?.string)
    let path = "occupations?Limit=2&Filter.MajorGroupCode=11&Cursor=\(cursor)"
    let second = try Self.page(path, host: host)
    let codes = { (page: JSONNode) in
      (page["data"]?.elements ?? []).compactMap { $0["occupationCode"]?.string }
    }

    #expect(second["currentCursor"]?.string == cursor)
    #expect(codes(second).first == cursor)
    #expect((codes(first) + codes(second)).sorted() == codes(first) + codes(second))
    #expect(Self.answer("occupations", host: host, fields: []).status == 401)
    #expect(Self.answer("occupations?Limit=x", host: host).status == 400)
    #expect(Self.answer("occupations/search", host: host).status == 400)
    #expect(Self.answer("occupations", host: host).text.contains("\"totalCount\":852"))
  }

  @Test func `filters by when a job was changed, without the bounds`() throws {
    let host = "api.tahatu.govt.nz"
    let all = try Self.page("occupations?Limit=900", host: host)
    let times = (all["data"]?.elements ?? []).compactMap { $0["lastUpdatedDate"]?.string }
    let bound = try #require(times.sorted().dropFirst(400).first)

    let after = try Self.page("occupations?Filter.LastUpdatedAfter=\(bound)", host: host)
    let before = try Self.page("occupations?Filter.LastUpdatedBefore=\(bound)", host: host)

    #expect(times.count == 852)
    #expect(after["totalCount"]?.integer == times.count { $0 > bound })
    #expect(before["totalCount"]?.integer == times.count { $0 < bound })
    #expect(Self.answer("occupations?Filter.LastUpdatedAfter=today", host: host).status == 400)
  }

  @Test(arguments: [
    ("fields/dropped", #"{"href":"H","title":"T","tags":{}}"#),
    ("fields/renamed", #"{"href":"H","codes":"29-1051.00","title":"T","tags":{}}"#),
    ("fields/null", #"{"href":"H","code":null,"title":"T","tags":{}}"#),
    ("fields/wrapped", #"{"href":"H","code":["29-1051.00"],"title":"T","tags":{}}"#),
    ("fields/wrong-type", #"{"href":"H","code":true,"title":"T","tags":{}}"#),
    ("fields/out-of-range", #"{"href":"H","code":"!","title":"T","tags":{}}"#),
    ("fields/stringified", #"{"href":"H","code":"29-1051.00","title":"T","tags":{}}"#),
    (
      "body/duplicate-member",
      #"{"href":"H","code":"29-1051.00","code":"29-1051.00","title":"T","tags":{}}"#
    ),
    ("body/lone-surrogate", #"{"href":"H","code":"29-1051.00\ud83d","title":"T","tags":{}}"#),
  ])
  func `puts a fault where it is asked to`(name: String, item: String) throws {
    let target = Fault.Target(
      operation: "job_duties.search",
      url: "29-1051",
      pointer: "/occupation/0/code"
    )
    let fault = try #require(Fault(name, at: target))
    let path = "online/job_duties/search?keyword=29-1051.00"

    let text = Self.answer(path, faults: [fault]).text
      .replacing("https://api-v2.onetcenter.org/online/job_duties/tasks/29-1051.00", with: "H")
      .replacing("Pharmacists", with: "T")

    #expect(text == #"{"start":1,"end":1,"total":1,"occupation":[\#(item)]}"#)
    #expect(
      Self.answer("online/stem_occupations/", faults: [fault])
        == Self.answer("online/stem_occupations/")
    )
  }

  /// The other families change listings and pages; FaultTests shows what they do.
  @Test(
    arguments: Fault.Kind.all.filter { kind in
      ["body/", "http/", "fields/"].contains { kind.name.hasPrefix($0) }
    }
  )
  func `has an effect for every fault`(kind: Fault.Kind) {
    let paths = [
      ("online/stem_occupations/1?end=2", Self.keyed), ("online/stem_occupations/9", Self.keyed),
      ("online/stem_occupations/1", []),
    ]
    let pointers = ["/start", "/occupation", "/occupation/0/code", "/occupation/0/job_family"]

    let hits = paths.flatMap { path, fields in
      pointers.filter { pointer in
        let fault = Fault(kind, at: Fault.Target(pointer: pointer))
        return Self.answer(path, fields: fields, faults: [fault])
          != Self.answer(path, fields: fields)
      }
    }

    #expect(!hits.isEmpty)
    #expect(Fault.Kind(name: kind.name) == kind)
  }
}
