import PlumbChecking
import PlumbDrift
import PlumbModel
import PlumbText

extension DriftReport {
  /// The report without credentials: recordings that others made never had theirs taken out.
  func redacted(by redactor: Redactor) -> DriftReport {
    var report = self
    for index in report.changes.indices { report.changes[index].redact(by: redactor) }
    for table in report.tables.indices {
      for row in report.tables[table].rows.indices {
        report.tables[table].rows[row].redact(by: redactor)
      }
    }
    report.unseen = report.unseen.map { redactor.redacted($0) }
    return report
  }
}

extension Change {
  fileprivate mutating func redact(by redactor: Redactor) {
    before = redactor.redacted(before)
    after = redactor.redacted(after)
    evidence = evidence.map { redactor.redacted($0) }
    reproduce = reproduce.map { redactor.redacted($0) }
    for index in places.indices { places[index].redact(by: redactor) }
    subject =
      switch subject {
      case .row(let field, let status): .row(redactor.redacted(field), status: status)
      case .promise(let name): .promise(redactor.redacted(name))
      default: subject
      }
  }
}

extension DriftTable.Row {
  fileprivate mutating func redact(by redactor: Redactor) {
    field = redactor.redacted(field)
    name = redactor.redacted(name)
    before = redactor.redacted(before)
    after = redactor.redacted(after)
    seenBefore?.value.redact(by: redactor)
    seenAfter?.value.redact(by: redactor)
  }
}

extension ObservedValue {
  /// Takes credentials out of the values that are kept.
  fileprivate mutating func redact(by redactor: Redactor) {
    values = values?.map { value in
      let text = redactor.redacted(value.text)
      // What stands in place of a number is a text.
      return Value(text: text, isString: value.isString || text != value.text, count: value.count)
    }
    if var example {
      example.json = redactor.redacted(example.json)
      example.place.redact(by: redactor)
      self.example = example
    }
    if let bounds = numbers {
      let texts = [bounds.least.text, bounds.greatest.text]
      if texts.contains(where: { redactor.redacted($0) != $0 }) { numbers = nil }
    }
    if case .code(let pattern) = form { form = .code(redactor.redacted(pattern)) }
    for index in items.indices { items[index].redact(by: redactor) }
  }
}
