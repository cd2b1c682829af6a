import PlumbChecking
import PlumbModel
import PlumbText
import Testing

@Suite struct BodyWalkerTests {
  private static let tree = [
    "tree": Tables.object([
      "name": Tables.string, "child?": Tables.list(FieldType(.named("tree"))),
    ])
  ]

  private static let shapes: [FieldType] = [
    Tables.listing,
    Tables.list(Tables.object(["a": Tables.string, "b?": Tables.integer])),
    Tables.object(
      ["flag": Tables.boolean, "ratio": Tables.nullable(Tables.number)],
      others: Tables.any
    ),
    Tables.object([:], others: Tables.list(Tables.integer)),
    Tables.object(["empty": Tables.object([:]), "rows": Tables.list(Tables.list(Tables.string))]),
    Tables.object(["root": FieldType(.named("tree")), "extra": Tables.any]),
    wide,
  ]

  /// More members than there are bits.
  private static let wide: FieldType = {
    let rows = (0..<70).map { index in
      Row(
        name: "member_number_\(index)",
        isOptional: index % 7 == 0,
        type: index % 3 == 0 ? Tables.integer : Tables.string,
        place: Tables.place
      )
    }
    return Tables.list(FieldType(.object(ObjectType(rows: rows))))
  }()

  @Test(arguments: shapes.indices)
  func `finds nothing in conforming bodies of any layout`(shape: Int) throws {
    var maker = BodyMaker(seed: UInt64(shape), types: Self.tree)
    let bodies = (0..<400).map { _ in maker.body(of: Self.shapes[shape]) }

    let report = try Checks.report(on: bodies, as: Self.shapes[shape], types: Self.tree)

    #expect(report.findings.map(\.message) == [])
    #expect(report.summary.exchanges == 400)
  }

  @Test(arguments: shapes.indices)
  func `judges like a plain reader whatever happens to a body`(shape: Int) throws {
    let type = Self.shapes[shape]
    var maker = BodyMaker(seed: 77 + UInt64(shape), types: Self.tree)
    var api = Tables.api
    api.types = Self.tree
    var options = Checker.Options()
    options.placeLimit = nil
    let checker = Checker(apis: [api], contracts: [try Tables.contract(type)], options: options)
    let extractor = checker.makeExtractor()
    var accepted = 0
    for _ in 0..<3_000 {
      // A conforming body first, so that there is something learned to be misled by.
      let good = Array(maker.body(of: type).utf8)
      Checks.read(good, 0, extractor)
      _ = extractor.finish()
      let body = maker.spoiled(good)
      Checks.read(body, 0, extractor)
      let report = checker.report(on: extractor.finish())
      let expected = ReferenceReader.findings(in: body, as: type, types: Self.tree)
      if expected?.isEmpty == true { accepted += 1 }

      let text = String(decoding: body, as: UTF8.self)
      #expect(report.findings.isEmpty == (expected?.isEmpty == true), "\(text)")
      expectSamePlaces(report, expected, text)
    }

    #expect(accepted > 50)
  }

  /// Compares the places, rule by rule, where both readers use the same rules.
  private func expectSamePlaces(
    _ report: Report,
    _ expected: [ReferenceReader.Finding]?,
    _ text: String
  ) {
    let joined = ["field-renamed", "field-moved", "field-wrapped"]
    guard let expected, !report.findings.contains(where: { joined.contains($0.rule) }) else {
      return
    }
    let found = report.findings.flatMap { finding in
      finding.places.map { place in
        let isBody = finding.rule.hasPrefix("body-")
        let isMismatch = ["field-stringified", "field-type"].contains(finding.rule)
        return ReferenceReader.Finding(
          rule: isMismatch ? "mismatch" : finding.rule,
          pointer: isBody ? "" : place.pointer
        )
      }
    }
    let same = expected.map {
      ReferenceReader.Finding(
        rule: $0.rule == "field-type" ? "mismatch" : $0.rule,
        pointer: $0.pointer
      )
    }
    #expect(found.sorted() == same.sorted(), "\(text)")
  }

  @Test func `counts presence the same whether it learns or not`() throws {
    var maker = BodyMaker(seed: 5)
    let bodies = (0..<200).map { _ in maker.body(of: Tables.listing) }

    let together = try Checks.report(on: bodies, as: Tables.listing)
    var one: [Int] = []
    for body in bodies {
      let report = try Checks.report(on: [body], as: Tables.listing)
      let counts = report.observations.flatMap { $0.rows.map(\.present) }
      one = one.isEmpty ? counts : zip(one, counts).map { $0 + $1 }
    }

    #expect(together.observations.flatMap { $0.rows.map(\.present) } == one)
  }

  @Test func `gives the same report however the work is split`() throws {
    var maker = BodyMaker(seed: 9)
    let bodies = (0..<300).map { _ in maker.spoiled(Array(maker.body(of: Tables.listing).utf8)) }
    let checker = Checker(apis: [Tables.api], contracts: [try Tables.contract(Tables.listing)])
    let whole = checker.makeExtractor()
    let parts = [checker.makeExtractor(), checker.makeExtractor(), checker.makeExtractor()]
    for (rank, body) in bodies.enumerated() {
      Checks.read(body, rank, whole)
      Checks.read(body, rank, parts[rank % 3])
    }

    var merged = parts[2].finish()
    merged.merge(parts[0].finish())
    merged.merge(parts[1].finish())

    let report = checker.report(on: merged)
    let expected = checker.report(on: whole.finish())
    for (finding, other) in zip(report.findings, expected.findings) { #expect(finding == other) }
    for (table, other) in zip(report.observations, expected.observations) {
      #expect(table.rows == other.rows)
    }
    #expect(report == expected)
  }

  @Test func `gives up beyond the depth limit without a crash`() throws {
    let deep = String(repeating: "[", count: 100_000)

    let report = try Checks.report(
      on: ["{\"x\":\(deep)"],
      as: Tables.object([:], others: Tables.any)
    )

    #expect(report.findings.map(\.rule) == ["body-too-deep"])
  }
}
