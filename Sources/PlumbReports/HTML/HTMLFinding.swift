import PlumbChecking
import PlumbText

/// What the template `finding` shows.
struct HTMLFinding {
  /// What a cause broke besides.
  struct Symptom {
    var rule: String
    var count: String
    var message: HTMLText
  }

  /// A line of a file with the part that is meant.
  struct Excerpt {
    var place: String
    var what: String?
    var line: MarkedLine?
    var number: Int
  }

  let id: String
  let operation: String?
  let field: String?
  let severity: String
  let rule: String
  let message: HTMLText
  let count: String
  let seen: Excerpt?
  let documented: Excerpt?
  let symptoms: HTMLList<Symptom>?
  let places: HTMLList<String>?
  let placeCount: String
  let command: String?
  let summary: String?
  let remedy: String?
  let plot: String?

  /// The findings of a report, in its order.
  static func all(
    of report: Report,
    contractLine: @Sendable (_ file: String, _ line: Int) -> String?
  ) -> [HTMLFinding] {
    report.findings.enumerated().map { index, finding in
      HTMLFinding(finding, number: index + 1, contractLine: contractLine)
    }
  }

  private init(
    _ finding: Finding,
    number: Int,
    contractLine: (_ file: String, _ line: Int) -> String?
  ) {
    id = "finding-\(number)"
    operation = finding.operation
    field = finding.field
    severity = finding.severity.rawValue
    rule = finding.rule.visible
    message = HTMLText(sentence: finding.message)
    count = Phrase.occurrences(finding.occurrences)
    seen = finding.places.first.map { place in
      Excerpt(
        place: place.address.visible,
        what: place.pointer.isEmpty ? nil : place.pointer.visible,
        line: place.line == 0 ? nil : place.excerpt.map(MarkedLine.init),
        number: place.line
      )
    }
    documented = finding.contract.map { contract in
      let place = contract.place
      let title = "“\(contract.title.visible)”"
      return Excerpt(
        place: place.description.visible,
        what: contract.row.map { "row \($0) of \(title)" } ?? title,
        line: contractLine(place.file, place.line).map { line in
          let part = ContractLine.part(of: line, column: place.column)
          return MarkedLine(line, from: part.lowerBound, count: part.count)
        },
        number: place.line
      )
    }
    symptoms = HTMLList(
      finding.symptoms.map { symptom in
        Symptom(
          rule: symptom.rule.visible,
          count: symptom.count.grouped,
          message: HTMLText(sentence: symptom.message)
        )
      }
    )
    let others = finding.places.dropFirst().map { place in
      [place.address, place.pointer].filter { !$0.isEmpty }.joined(separator: "  ").visible
    }
    places = HTMLList(others)
    placeCount = others.count.of("more place", "more places")
    command = finding.reproduce?.visible
    let entry = ReportedRules([finding]).list.first
    summary = entry?.summary.visible
    remedy = entry?.remedy
    plot = finding.ranks.isEmpty ? nil : OrderPlot.svg(ranks: finding.ranks)
  }
}
