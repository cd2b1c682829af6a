import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbText

/// Checks exchanges as their recordings would be.
enum Judged {
  static func report(_ exchanges: [Exchange], _ shipped: Shipped) throws -> Report {
    var options = Checker.Options()
    options.servers[shipped.api.id] = shipped.site.base
    let checker = Checker(apis: [shipped.api], contracts: shipped.contracts, options: options)
    let extractor = checker.makeExtractor()
    for (rank, exchange) in exchanges.enumerated() {
      var reader = RecordingReader()
      var layout = ExchangeLayout()
      let recording = Recording.encode(exchange)
      let padded = recording + [UInt8](repeating: 0, count: ExchangeLayout.padding)
      let text = padded.span
      _ = try reader.layout(of: text, count: recording.count, into: &layout)
      let source = ExchangeSource(file: "\(rank).http", rank: rank, session: "walk")
      extractor.extract(layout, in: text.bytes, from: source) { range in
        FilePlace.locate(range, in: text.bytes, end: recording.count)
      }
    }
    return checker.report(on: extractor.finish())
  }
}

extension Contract {
  /// The contract with these examples in place of its own.
  func asking(_ examples: [KeyValuePairs<String, String>]) -> Contract {
    var contract = self
    contract.examples = examples.map { values in
      Example(values: values.map { Example.Value(name: $0.key, value: $0.value) }, place: place)
    }
    return contract
  }
}
