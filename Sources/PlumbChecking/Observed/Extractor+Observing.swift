import PlumbModel
import PlumbText

/// A documented response.
struct ObservedKey: Hashable, Sendable {
  /// The rank of its operation in the plan.
  var operation: Int
  /// Its rank in the operation.
  var response: Int
}

extension Extractor {
  /// Observes the body of an answer, if it has one that is said to be JSON, or documented as JSON.
  func observe(
    _ layout: ExchangeLayout,
    of key: ObservedKey,
    in bytes: RawSpan,
    from source: ExchangeSource,
    locate: (Range<Int>) -> FilePlace
  ) {
    guard hasBody(layout, bytes) else { return }
    let isDocumented = plan.operations[key.operation].responses[key.response].table != nil
    guard isDocumented || !declaresOtherThanJSON(layout, bytes) else { return }
    observe(layout.body, of: key, in: bytes, from: source, locate: locate)
  }

  private func declaresOtherThanJSON(_ layout: ExchangeLayout, _ bytes: RawSpan) -> Bool {
    let field = layout.fields.first { FieldName.isEqual($0.name, FieldName.contentType, in: bytes) }
    return field.map { MediaType(bytes.text($0.value))?.isJSON != true } ?? false
  }

  /// Observes what a body holds.
  func observe(
    _ body: Range<Int>,
    of key: ObservedKey,
    in bytes: RawSpan,
    from source: ExchangeSource,
    locate: (Range<Int>) -> FilePlace
  ) {
    gatherers[key, default: ValueGatherer(depthLimit: walker.depthLimit)]
      .add(body, in: bytes, from: source, locate: locate)
  }

  /// Takes what was observed; observing begins anew.
  func takeValues() -> [ObservedKey: ValueSketch] {
    defer { gatherers = [:] }
    var values: [ObservedKey: ValueSketch] = [:]
    for key in gatherers.keys {
      if let sketch = gatherers[key]?.finish(), sketch.count > 0 { values[key] = sketch }
    }
    return values
  }
}
