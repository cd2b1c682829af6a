import Foundation
import PlumbChecking
import PlumbModel
import PlumbText
import Testing

/// How long the long runs are to be, in rounds; they are left out without a word on it.
private enum Environment {
  static let rounds =
    ProcessInfo.processInfo.environment["PLUMB_FUZZ_ROUNDS"].flatMap(Int.init) ?? 0
}

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
    narrowed,
    Tables.list(Tables.nullable(FieldType(.named("tree")))),
    Tables.object(
      ["pairs": Tables.list(sameItem), "others?": Tables.list(sameItem)],
      others: Tables.nullable(Tables.list(sameItem))
    ),
    Tables.list(
      Tables.nullable(
        Tables.list(Tables.nullable(Tables.object(["x?": Tables.nullable(Tables.boolean)])))
      )
    ),
    Tables.narrowed(Tables.list(Tables.any), Narrowing(maximumLength: 3, isUnique: true)),
  ]

  private static let sameItem = Tables.object(["name": Tables.string, "n?": Tables.number])

  private static let pattern = try? Pattern("(a|b)*a?|\\d\\d-\\d{4}\\.\\d\\d|caf.")

  /// Every kind of narrowing, in rows and items.
  private static let narrowed: FieldType = {
    let words = Narrowing(values: ["tea", "milk", "café"])
    let range = Narrowing(minimum: JSONNumber("-1"), maximum: JSONNumber("4.5"))
    return Tables.list(
      Tables.object([
        "word": Tables.narrowed(Tables.string, words),
        "code": Tables.nullable(Tables.narrowed(Tables.string, Narrowing(pattern: pattern))),
        "zone?": Tables.narrowed(Tables.integer, Narrowing(minimum: JSONNumber("1"))),
        "ratio?": Tables.narrowed(Tables.number, range),
        "choice?": Tables.narrowed(Tables.integer, Narrowing(values: ["3", "187"])),
        "yes?": Tables.narrowed(Tables.boolean, Narrowing(values: ["true"])),
        "short": Tables.narrowed(Tables.string, Narrowing(minimumLength: 1, maximumLength: 9)),
        "few": Tables.list(
          Tables.narrowed(Tables.string, words),
          Narrowing(minimumLength: 1, maximumLength: 2)
        ),
        "once?": Tables.nullable(Tables.list(Tables.integer, Narrowing(isUnique: true))),
      ])
    )
  }()

  /// What the plain reader makes of every narrowing in the shapes, prepared once.
  private let narrowings: [Narrowing: ReferenceNarrowing] = {
    var all: [Narrowing: ReferenceNarrowing] = [:]
    var open = shapes
    while let type = open.popLast() {
      if !type.narrowing.isEmpty { all[type.narrowing] = ReferenceNarrowing(type.narrowing) }
      switch type.shape {
      case .list(let item): open.append(item)
      case .object(let object): open += object.rows.map(\.type)
      default: break
      }
    }
    return all
  }()

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
    var maker = BodyMaker(
      seed: UInt64(shape),
      types: Self.tree,
      narrowings: narrowings
    )
    let bodies = (0..<400).map { _ in maker.body(of: Self.shapes[shape]) }

    let report = try Checks.report(on: bodies, as: Self.shapes[shape], types: Self.tree)

    #expect(report.findings.map(\.message) == [])
    #expect(report.summary.exchanges == 400)
  }

  @Test(arguments: shapes.indices)
  func `judges like a plain reader whatever happens to a body`(shape: Int) throws {
    let accepted = try compareReaders(shape: shape, seed: 77 + UInt64(shape), rounds: 100)

    #expect(accepted > 20)
  }

  /// Many more bodies than a test run has time for; `PLUMB_FUZZ_ROUNDS` says how many rounds.
  @Test(
    .enabled(if: Environment.rounds > 0),
    arguments: shapes.indices
  )
  func `judges like a plain reader in a long run`(shape: Int) throws {
    for seed in 0..<10 {
      let seed = UInt64(1_000 * (seed + 1) + shape)
      _ = try compareReaders(shape: shape, seed: seed, rounds: Environment.rounds)
    }
  }

  /// Holds both readers of the checker against a plain one.
  ///
  /// In each round an extractor begins anew, learns from some conforming bodies, and reads ten
  /// spoiled ones among more of them, each in a buffer that goes on behind it.
  ///
  /// - Returns: How many of the spoiled bodies conform all the same.
  private func compareReaders(shape: Int, seed: UInt64, rounds: Int) throws -> Int {
    let type = Self.shapes[shape]
    var maker = BodyMaker(seed: seed, types: Self.tree, narrowings: narrowings)
    var api = Tables.api
    api.types = Self.tree
    var options = Checker.Options()
    options.placeLimit = nil
    let checker = Checker(apis: [api], contracts: [try Tables.contract(type)], options: options)
    var accepted = 0
    for _ in 0..<rounds {
      let extractor = checker.makeExtractor()
      for _ in 0..<maker.dice.roll(6) {
        Checks.read(Array(maker.body(of: type).utf8), 0, extractor)
      }
      for _ in 0..<10 {
        let good = Array(maker.body(of: type).utf8)
        Checks.read(good, 0, extractor, before: maker.rest(of: good))
        let learned = checker.report(on: extractor.finish())
        #expect(learned.findings.isEmpty, "\(String(decoding: good, as: UTF8.self))")
        let body = maker.spoiled(good)
        Checks.read(body, 0, extractor, before: maker.rest(of: good))
        let report = checker.report(on: extractor.finish())
        if try compare(report, with: body, shape: shape, by: checker) { accepted += 1 }
      }
    }
    return accepted
  }

  /// Compares a report with what a plain reader finds in a body, and with what an extractor that
  /// has learned nothing counts; whether the body conforms.
  private func compare(
    _ report: Report,
    with body: [UInt8],
    shape: Int,
    by checker: Checker
  ) throws -> Bool {
    let expected = ReferenceReader.findings(
      in: body,
      as: Self.shapes[shape],
      types: Self.tree,
      narrowings: narrowings
    )
    let text = String(decoding: body, as: UTF8.self)
    #expect(report.findings.isEmpty == (expected?.isEmpty == true), "\(text)")
    expectSamePlaces(report, expected, text)
    let fresh = checker.makeExtractor()
    Checks.read(body, 0, fresh)
    let other = checker.report(on: fresh.finish())
    #expect(other.findings.map(\.message) == report.findings.map(\.message), "\(text)")
    let isSame = other == report
    #expect(isSame, "\(text)")
    return expected?.isEmpty == true
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
