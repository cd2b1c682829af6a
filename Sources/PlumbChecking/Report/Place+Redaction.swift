package import PlumbModel
import PlumbText

extension Place {
  /// Takes credentials out of what the place shows.
  package mutating func redact(by redactor: Redactor) {
    pointer = redactor.redacted(pointer)
    guard let excerpt else { return }
    let end = excerpt.column + excerpt.length
    let redaction =
      entry == nil
      ? ExcerptRedaction(in: excerpt.text, by: redactor)
      : ExcerptRedaction(inArchive: excerpt.text, around: excerpt.column..<end, by: redactor)
    let start = redaction.index(ofRedacted: excerpt.column)
    self.excerpt = Excerpt(
      text: redaction.redacted,
      column: start,
      length: max(redaction.index(ofRedacted: end) - start, 1)
    )
  }
}
