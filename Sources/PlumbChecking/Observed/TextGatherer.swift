import PlumbText

/// Gathers texts that stand in no body, such as the values of parameters.
package struct TextGatherer {
  private var tally = TextTally()

  /// Begins with nothing seen.
  package init() {}

  /// Adds a text.
  package mutating func add(_ text: String) {
    let span = text.utf8Span.span
    tally.add(span.bytes, 0..<span.count, length: text.unicodeScalars.count)
  }

  /// What was seen, as of strings.
  package var observed: ObservedValue {
    var sketch = ValueSketch()
    tally.add(to: &sketch)
    return sketch.observed([:])
  }
}
