import Foundation
import PlumbModel
import PlumbText
import TestSupport
import Testing

@testable import PlumbChecking

@Suite struct ValueGathererTests {
  private static let padding = [UInt8](repeating: 0, count: ExchangeLayout.padding)
  private static let depthLimit = 60

  /// What the gatherer makes of bodies, with what follows them in their buffers.
  private func gathered(_ bodies: [(body: [UInt8], rest: [UInt8])]) -> ObservedValue {
    var gatherer = ValueGatherer(depthLimit: Self.depthLimit)
    for (rank, (body, rest)) in bodies.enumerated() {
      let buffer = body + rest
      let bytes = buffer.span.bytes
      gatherer.add(body.indices, in: bytes, from: source(rank)) {
        FilePlace.locate($0, in: bytes, end: body.count)
      }
    }
    return gatherer.finish().observed([:])
  }

  /// What the plain gatherer makes of them.
  private func expected(_ bodies: [[UInt8]]) -> ObservedValue {
    var sketch = ValueSketch()
    for (rank, body) in bodies.enumerated() {
      let reading = ReferenceGatherer(source: source(rank), body: body.indices)
      let bytes = body.span.bytes
      reading.add(to: &sketch, bytes, depthLimit: Self.depthLimit) {
        FilePlace.locate($0, in: bytes, end: body.count)
      }
    }
    return sketch.observed([:])
  }

  private func source(_ rank: Int) -> ExchangeSource {
    ExchangeSource(file: "\(rank).json", rank: rank, entry: rank % 3, session: "")
  }

  private static let types: [FieldType] = [
    Tables.listing, Tables.list(Tables.any), Tables.number, Tables.string,
    Tables.object(["a?": Tables.any, "b?": Tables.list(Tables.number)], others: Tables.string),
    Tables.list(
      Tables.object([
        "text?": Tables.string, "size?": Tables.number, "none?": Tables.nullable(Tables.integer),
        "": Tables.boolean, "it's": Tables.list(Tables.list(Tables.any)),
      ])
    ),
  ]

  /// How many rounds there are of each seed; `PLUMB_FUZZ_ROUNDS` says it.
  private static var rounds: Int {
    ProcessInfo.processInfo.environment["PLUMB_FUZZ_ROUNDS"].flatMap(Int.init) ?? 6
  }

  @Test(arguments: 0..<40)
  func `sees what a plain reader of trees sees`(seed: UInt64) {
    for round in 0..<UInt64(Self.rounds) {
      var maker = BodyMaker(seed: seed * 1_000 + round)
      let type = Self.types[maker.dice.roll(Self.types.count)]
      let bodies = (0..<(1 + maker.dice.roll(40))).map { _ in
        let body = Array(maker.body(of: type).utf8)
        return maker.dice.roll(4) == 0 ? maker.spoiled(body) : body
      }
      let buffers = bodies.map { body in
        let rest = maker.rest(of: body)
        let isSafe = EndOfBody.stopsScans(after: body.indices, in: (body + rest).span.bytes)
        return (body: body, rest: isSafe ? rest : Self.padding)
      }

      let gathered = gathered(buffers)

      #expect(gathered == expected(bodies), "\(bodies.map { String(decoding: $0, as: UTF8.self) })")
    }
  }

  @Test(
    arguments: [
      // Numbers of every form, of which rounding must not mislead.
      ["0.1", "0.2", "0.15", "0.10", "1.0", "0.1", "0.2000000000000000000001", "-0.0", "1e-400"],
      ["100000000000000.5", "100000000000000.25", "1e14", "1e400", "-1e400", "5.5", "0.3", "-0"],
      ["999999999999999999", "9999999999999999999", "-999999999999999999", "0", "-0", "0e1"],
      ["1", "1.0", "1e0", "10e-1", "1.00", "2", "2.0", "1", "1.0", "0.7", "0.70"],
      (0..<30).map { "0.84442185152\($0)07" }
        + [
          "0.123456789012345678", "0.000000000000000001", "0.9999999999999999999",
          "1.00000000000000",
        ],
      ["-0.84442185152504811", "-0.84442185152504812", "-0.84442185152504810"]
        + (0..<30).map { "-0.844421851525048\($0)" } + [
          "123456789012345678.5", "0.00000000000000",
        ],
      (0..<25).map { "\($0).5" } + ["3.5", "24.5", "0.5", "25.0", "-1.0"],
      // Texts of every form.
      ["\"https://a.example/1\"", "\"https://a.example/ü\"", "\"urn:x:yyyyyyyyyyyyyyyyyyyyy\""],
      ["\"http:\\/\\/a.example\\/page\"", "\"http://a.example/page/of/some/length/~home\""],
      ["\"https://a.example/a/path/that/is/long/enough/^\"", "\"https://a.example/\""],
      ["\"2026-02-28T00:00:00Z\"", "\"2026-02-29T00:00:00Z\"", "\"2026-02-28T00:00:00.Z\""],
      ["\"A-1\"", "\"B-2\"", "\"B-\"", "\"B-22\""], ["\"007\"", "\"12\"", "\"\\u0031\""],
      [
        "\"\"", "\"\\u0000\"", "\"a\\u0000\"", "\"\\ud83e\\uddea\"", "\"🧪\"", "\"é\"",
        "\"e\u{301}\"",
      ],
      [
        "{\"a\":1,\"\\u0061b\":2}", "{\"ab\":1,\"a\":2}", "{ \"a\" : 3 , \"ab\" : 4 }",
        "{\"ab\":5}",
      ],
      ["{\"a\":1,\"a\":2}", "{\"a\":1,\"b\":2}", "{\"b\":1,\"a\":2,\"b\":3}", "{\"c\":[{},{}]}"],
      [" 1 ", "12", "1 2", "-", "1.", "\t[ ]\n", "[1 , 2]", "[1 2]", "[,]", "[1,]", "{,}", "tru"],
    ]
  )
  func `sees the same in doubtful values`(bodies: [String]) {
    for bodies in [bodies, bodies.reversed(), bodies + bodies] {
      let bytes = bodies.map { Array($0.utf8) }

      #expect(gathered(bytes.map { ($0, Self.padding) }) == expected(bytes), "\(bodies)")
    }
  }

  @Test func `sees the same where names and nesting are too many`() {
    let wide = (0..<130).map { "\"k\($0)\":{\"v\":[\($0)]}" }
    let deep = { (depth: Int, inner: String) in
      String(repeating: "[{\"a\":", count: depth) + inner + String(repeating: "}]", count: depth)
    }
    let bodies = [
      "{\(wide.prefix(70).joined(separator: ","))}", "{\(wide.suffix(70).joined(separator: ","))}",
      "{\(wide.joined(separator: ","))}", "{\(wide.joined(separator: ",")),\"k129\":1}",
      "{\(wide.joined(separator: ",")),\"k3\":1}", deep(19, "1"), deep(20, "{}"),
      deep(20, "{\"b\":1}"),
      deep(20, "[]"), deep(20, "[1,{\"b\":1,\"b\":2}]"), deep(20, "[1,2]"), deep(29, "1"),
      deep(30, "1"), deep(30, "[]"), deep(31, "1"), deep(22, "\"\\ud800\""), deep(22, "[1,}"),
    ]
    for count in 1...bodies.count {
      let bytes = bodies.prefix(count).map { Array($0.utf8) }

      #expect(gathered(bytes.map { ($0, Self.padding) }) == expected(bytes), "\(count)")
    }
  }

  @Test func `stays small where a body has more places than can be told apart`() {
    let members = (0..<90).map { "\"\($0)\":1" }.joined(separator: ",")
    let inner = (0..<90).map { "\"\($0)\":{\(members)}" }.joined(separator: ",")
    let body = "{" + (0..<9).map { "\"\($0)\":{\(inner)}" }.joined(separator: ",") + "}"

    let seen = gathered([(Array(body.utf8), Self.padding)])

    #expect(seen.objects == 1 && seen.isOpen)
    #expect(seen.members.map(\.name) == ["0", "1", "2", "3", "4", "5", "6"])
    #expect(seen.members.flatMap(\.value.members).flatMap(\.value.members).count < 5_000)
  }
}
