import PlumbChecking
import PlumbText

extension MarkdownReport {
  /// Returns one finding, folded: what is wrong, where in both files, and how to see it.
  func details(of finding: Finding, isOpen: Bool) -> String {
    let name = "<b>\(finding.severity.rawValue)</b> <code>\(XMLText.content(finding.rule))</code>"
    let operation = finding.operation.map { " in <code>\(XMLText.content($0))</code>" } ?? ""
    var lines = [
      "<details\(isOpen ? " open" : "")><summary>\(name)\(operation)</summary>", "",
      MarkdownText.sentence(finding.message) + ".",
    ]
    if let place = finding.places.first { lines += [""] + seen(at: place) }
    if let contract = finding.contract { lines += [""] + documented(at: contract) }
    lines += ["", "How often: \(MarkdownText.plain(Phrase.occurrences(finding.occurrences)))."]
    if !finding.symptoms.isEmpty { lines.append("") }
    for symptom in finding.symptoms {
      lines.append(
        "- also breaks \(MarkdownText.code(symptom.rule)), \(symptom.count.grouped) ×: "
          + MarkdownText.sentence(symptom.message)
      )
    }
    let others = finding.places.dropFirst()
    if !others.isEmpty {
      lines += ["", "Also at:", ""]
      lines += others.map { "- \(code(of: $0))" }
    }
    if let command = finding.reproduce {
      lines += ["", "See it:", "", MarkdownText.block(command, language: "sh")]
    }
    return (lines + ["", "</details>"]).reduce(into: "") { $0 += "\($1)\n" }
  }

  private func seen(at place: Place) -> [String] {
    let lead = "Seen at \(code(of: place))"
    guard place.line > 0, let excerpt = place.excerpt else { return [lead] }
    let snippet = Snippet(
      line: excerpt.text,
      from: excerpt.column,
      count: excerpt.length,
      width: 100
    )
    let marks =
      String(repeating: " ", count: snippet.indent)
      + String(repeating: "^", count: snippet.length)
    return [lead, "", MarkdownText.block("\(snippet.text)\n\(marks)")]
  }

  private func documented(at contract: ContractPlace) -> [String] {
    let row = contract.row.map { "row \($0) of " } ?? ""
    let lead =
      "Documented at \(MarkdownText.code("\(contract.place)")), "
      + "\(row)\(MarkdownText.plain("\"\(contract.title)\""))"
    let line = contractLine(contract.place.file, contract.place.line)
    guard let line else { return [lead] }
    let part = ContractLine.part(of: line, column: contract.place.column)
    let snippet = Snippet(line: line, from: part.lowerBound, count: part.count, width: 100)
    return [lead, "", MarkdownText.block(snippet.text, language: "yaml")]
  }

  private func code(of place: Place) -> String {
    [place.address, place.pointer].filter { !$0.isEmpty }.map(MarkdownText.code)
      .joined(separator: " ")
  }
}
