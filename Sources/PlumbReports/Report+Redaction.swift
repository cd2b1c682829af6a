import PlumbChecking
import PlumbModel
import PlumbText

extension Report {
  /// The report without credentials: recordings that others made never had theirs taken out.
  ///
  /// Every text that may come from an API passes; what comes from contracts stays.
  func redacted(by redactor: Redactor) -> Report {
    var report = self
    for index in report.findings.indices { report.findings[index].redact(by: redactor) }
    for index in report.accepted.indices { report.accepted[index].finding.redact(by: redactor) }
    for index in report.unjudged.indices {
      report.unjudged[index].what = redactor.redacted(report.unjudged[index].what)
      report.unjudged[index].place.redact(by: redactor)
    }
    for index in report.chains.indices { report.chains[index].redact(by: redactor) }
    report.coverage.never = report.coverage.never.map { redactor.redacted($0) }
    return report
  }
}

extension Finding {
  fileprivate mutating func redact(by redactor: Redactor) {
    message = redactor.redacted(message)
    expected = redactor.redacted(expected)
    found = redactor.redacted(found)
    field = field.map { redactor.redacted($0) }
    reproduce = reproduce.map { redactor.redacted($0) }
    for index in places.indices { places[index].redact(by: redactor) }
    for index in symptoms.indices {
      symptoms[index].message = redactor.redacted(symptoms[index].message)
      symptoms[index].field = symptoms[index].field.map { redactor.redacted($0) }
    }
  }
}

extension Report.Chain {
  fileprivate mutating func redact(by redactor: Redactor) {
    path = redactor.redacted(path)
    query = query.isEmpty ? query : String(redactor.redacted("?\(query)").dropFirst())
    missingTargets = missingTargets.map { redactor.redacted($0) }
    for index in pages.indices {
      pages[index].cursor = pages[index].cursor.map { redactor.redacted($0) }
    }
  }
}
