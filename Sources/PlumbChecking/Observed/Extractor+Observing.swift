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
    var sketch = extract.values.removeValue(forKey: key) ?? ValueSketch()
    BodyReading(source: source, body: body)
      .add(to: &sketch, bytes, depthLimit: walker.depthLimit, locate: locate)
    if sketch.count > 0 { extract.values[key] = sketch }
  }
}
