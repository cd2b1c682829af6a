import PlumbChecking
import PlumbModel
import PlumbText

/// What is seen of bodies.
enum Observations {
  /// A checker of one operation whose body may be anything, and that observes it.
  static func checker() throws -> Checker {
    var options = Checker.Options()
    options.observesValues = true
    return Checker(
      apis: [Tables.api],
      contracts: [try Tables.contract(Tables.any)],
      options: options
    )
  }

  /// What is seen of bare bodies, read one after the other; `nil` when none was whole JSON.
  static func value(of bodies: [String]) throws -> ObservedValue? {
    try value(of: bodies.map { Array($0.utf8) })
  }

  /// What is seen of bare bodies as bytes.
  static func value(of bodies: [[UInt8]]) throws -> ObservedValue? {
    let checker = try checker()
    let extract = extract(bodies, ranks: Array(bodies.indices), checker)
    return checker.observed(on: extract).first?.body
  }

  /// What some of the bodies leave behind, read in this order.
  static func extract(_ bodies: [[UInt8]], ranks: [Int], _ checker: Checker) -> Extract {
    let extractor = checker.makeExtractor()
    for rank in ranks { Checks.read(bodies[rank], rank, extractor) }
    return extractor.finish()
  }
}
