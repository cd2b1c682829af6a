import PlumbText

/// How causes absorb what they break between values and between responses.
extension Causes {
  /// Joins what was found between values and responses with what was found in single bodies.
  ///
  /// A value that is missing or of the wrong kind has no order, no link and no page: whatever is
  /// said of it besides is a symptom.
  static func relate(
    _ bodies: [Finding],
    _ outcome: ConversationJudge.Outcome,
    _ writer: ConversationWriter
  ) -> [Finding] {
    var causes = bodies
    var rest = outcome.judged
    let fields = FieldCauses(bodies, outcome, writer)
    for (cause, symptoms) in fields.take(from: &rest) {
      for symptom in writer.findings(symptoms) { absorb(symptom, into: &causes[cause]) }
    }
    var between = ConversationCauses(plan: writer.plan, listings: outcome.listings, judged: rest)
    between.join()
    return causes + writer.findings(between.judged)
  }

  private static func absorb(_ symptom: Finding, into cause: inout Finding) {
    cause.symptoms.append(
      Finding.Symptom(
        rule: symptom.rule,
        field: symptom.field,
        message: symptom.message,
        count: symptom.occurrences.count
      )
    )
    cause.symptoms += symptom.symptoms
    cause.symptoms.sort { ($0.rule, $0.message) < ($1.rule, $1.message) }
  }
}
