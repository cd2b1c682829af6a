import PlumbModel
import TestSupport
import Testing

@testable import PlumbChecking

/// The quick way of an API whose every operation is under contract, held against the general one.
@Suite struct QuickAgreementTests {
  /// An operation whose items have one documented link, and rows that may hold any address.
  private static func sample(link: String) throws -> RelationSample {
    try RelationSample(
      """
        a:
          get: /a/{id}
          path:
            id: string
          response:
            next?: string
            item:
              - href: string
                code: string
                number?: integer
                title?: string
                other?: string
          links:
            item[].href: \(link)
        b:
          get: /items/{code}/
          path:
            code: string
          response: any
        c:
          get: /files/{name}.json
          path:
            name: string
          response: any
        d:
          get: /items/7/parts
          response: any
      """,
      api: "complete: true\nhosts: [api-*.example.org]\n"
    )
  }

  private static let codes = ["7", "8", "a b", "é", "", "..", "x.json", "a/b", #"\u0037"#, "%37"]
  private static let openings = [
    "https://api.example.org/v2", "https://api.example.org/v2", "https://api.example.org/v2",
    #"https:\/\/api.example.org\/v2"#, "https://api-1.example.org/v2",
    "https://API.example.org:443/v2", "HTTPS://api.example.org/v2", "http://api.example.org/v2",
    "https://api.example.org", "https://api.example.org.evil/v2", "https://other.example.org",
    "https://me@api.example.org/v2", "https://api.example.org:8443/v2", "//api.example.org/v2", "",
  ]
  private static let paths = [
    "/items/7/", "/items/8/", "/items/8", "/items//", "/items/7/parts", "/items/8/parts",
    "/files/7.json", "/files/.json", "/files/7.xml", "/a/7?start=1", "/a", "/items/../", "/b",
    #"\/items\/7\/"#, "/items/%37/", "/items/7/#x", "/items/7/?x=1", "", "?x", "/items/a b/",
  ]
  private static let texts = [
    "Hydrologists", "https", "http://", "https://?", "HTTP errors: //", "ht:x//y", "https:/x/yyy",
    #"\u0068ttps://api.example.org/v2/none"#, "https://api.example.org", "htt p://x.org/yy",
  ]

  private static func address(_ random: inout SplitMix64) -> String {
    random.chance(15) ? random.pick(texts) : random.pick(openings) + random.pick(paths)
  }

  /// A body, most of whose links are as documented.
  private static func body(_ target: [String], wrong: Int, _ random: inout SplitMix64) -> String {
    let items = (0..<(1 + random.below(4))).map { number in
      let code = random.chance(wrong) ? random.pick(codes) : String(number)
      var href = random.pick(openings.prefix(5).map { $0 })
      href += target[0] + code + target[1]
      if random.chance(wrong) { href = address(&random) }
      var members = [#""href": "\#(href)""#, #""code": "\#(code)""#, #""number": \#(number)"#]
      if random.chance(50) {
        members.append(#""title": "\#(random.pick(texts.prefix(1) + ["x"]))""#)
      }
      if random.chance(wrong) { members.append(#""title": "\#(address(&random))""#) }
      let other = "https://api.example.org/v2/items/\(number)/"
      members.append(#""other": "\#(random.chance(wrong) ? address(&random) : other)""#)
      return "{\(members.joined(separator: ", "))}"
    }
    let next = "https://api.example.org/v2/a/7?start=\(random.below(9))"
    return #"{"next": "\#(next)", "item": [\#(items.joined(separator: ", "))]}"#
  }

  @Test(arguments: [
    ["/items/", "/"], ["/items/", ""], ["/files/", ".json"], ["/none/", ""],
    ["/items/7/", ""], ["/a/", "?start=1"],
  ])
  func `says yes only where the general way finds nothing`(target: [String]) throws {
    let sample = try Self.sample(link: "\(target[0]){.code}\(target[1])")
    let plan = CheckPlan(
      apis: sample.apis,
      contracts: sample.contracts,
      servers: [:],
      families: Set(Rule.Family.allCases)
    )
    let conversation = plan.operations[0].conversation
    var random = SplitMix64(seed: 7)
    var counts = (held: 0, found: 0)
    for round in 0..<300 {
      let judge = LinkJudge(conversation.links, plan.router)
      for _ in 0..<6 {
        let body = Self.body(target, wrong: round % 3 * 15, &random)
        let read = try TapeSample(body, conversation.tape)
        let bytes = read.bytes.span.bytes
        let holds = judge.hold(SlotTape(read.tape, slots: conversation.tape.paths.count), bytes)
        let found = judge.findings(
          in: read.tape,
          read.index,
          bytes,
          RequestValues(url: "https://api.example.org/v2/a/1", items: [])
        ) { plan.router.isDocumented($1, in: $0) }
        if holds {
          #expect(found.isEmpty, "\(body)")
        }
        counts.held += holds ? 1 : 0
        counts.found += found.isEmpty ? 0 : 1
      }
    }

    #expect(counts.found > 100)
    if conversation.links.targets[0].leadsAnywhere {
      #expect(counts.held > 500)
    }
  }

  @Test(arguments: [
    ("/items/{.code}/", true), ("/items/{.code}", true), ("/items/x{.code}y", true),
    ("/items/{.code}/parts", false), ("/items/7/parts?x={.code}", true),
    ("/files/{.code}.json", false),
    ("/{.code}/7/", false), ("/none/{.code}", false), ("/items/%37/?x={.code}", false),
  ])
  func `knows which links lead to an operation whatever they name`(link: String, isAlways: Bool)
    throws
  {
    let sample = try Self.sample(link: link)
    var tape = TapePlan()
    var leads = LinkLeads(sample.apis[0], paths: sample.contracts.map(\.path))
    let plan = LinkPlan(
      sample.contracts[0],
      of: sample.apis[0],
      in: &tape,
      &leads
    )

    #expect(plan.targets.map(\.leadsAnywhere) == [isAlways])
  }
}

extension SlotTape {
  /// Fills a tape with values in the order of the body.
  fileprivate convenience init(_ tape: BodyTape, slots: Int) {
    self.init()
    reset(slots: slots)
    for entry in tape.entries { append(entry.slot, entry.kind, entry.start, entry.length) }
  }
}
