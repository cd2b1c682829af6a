import PlumbChecking
import PlumbText

extension TextReport {
  /// Returns the lines of one finding.
  func block(for finding: Finding) -> [String] {
    let gutter = gutter(of: finding)
    var lines = heading(of: finding)
    if let place = finding.places.first {
      lines += lead("-->", place.address.visible, place.pointer.visible, gutter: gutter)
      lines += excerpt(of: place, in: finding, gutter: gutter)
    }
    if let contract = finding.contract {
      lines += lead(":::", contract.place.description.visible, row(of: contract), gutter: gutter)
      lines += source(of: contract, gutter: gutter)
    }
    lines += note(Phrase.occurrences(finding.occurrences), gutter: gutter)
    for symptom in finding.symptoms {
      let times = symptom.count == 1 ? "once" : "\(symptom.count.grouped) times"
      let message = symptom.message
      lines += note("also breaks \(symptom.rule), \(times): \(message)", gutter: gutter)
    }
    if options.listsPlaces {
      lines += finding.places.dropFirst().flatMap { place in
        lead(" =", "also at \(place.address.visible)", place.pointer.visible, gutter: gutter)
      }
    }
    if let command = finding.reproduce {
      lines.append(margin(gutter) + ink.paint(" = ", as: .frame) + "see it: \(command.visible)")
    }
    let acceptance = "accept it: plumb accept \(finding.fingerprint) --until DATE --because WHY"
    lines.append(margin(gutter) + ink.paint(" = ", as: .frame) + acceptance)
    return lines
  }

  private func heading(of finding: Finding) -> [String] {
    let label = "\(finding.severity.rawValue)[\(finding.rule.visible)]"
    var lines = "\(label): \(finding.message)".wrapped(
      to: width,
      then: width - 2
    )
    guard let first = lines.first, first.hasPrefix(label) else { return lines }
    let rest = String(first.dropFirst(label.count))
    lines[0] = ink.paint(label, as: .severity(finding.severity)) + ink.paint(rest, as: .strong)
    return [lines[0]] + lines.dropFirst().map { "  " + ink.paint($0, as: .strong) }
  }

  /// An arrow, a path, and beside or below it what stands there.
  private func lead(_ arrow: String, _ path: String, _ what: String, gutter: Int) -> [String] {
    let line = "\(margin(gutter))\(ink.paint(arrow, as: .frame)) \(path)"
    let used = gutter + arrow.count + 1 + DisplayWidth.of(path)
    guard !what.isEmpty else { return [line] }
    guard used + 3 + DisplayWidth.of(what) > width else { return ["\(line)   \(what)"] }
    let indent = gutter + 4
    return [line] + what.wrapped(to: width - indent, limit: 3).map { margin(indent) + $0 }
  }

  private func excerpt(of place: Place, in finding: Finding, gutter: Int) -> [String] {
    guard place.line > 0, let excerpt = place.excerpt else {
      return []
    }
    let snippet = Snippet(
      line: excerpt.text,
      from: excerpt.column,
      count: excerpt.length,
      width: width - gutter - 3
    )
    let label = finding.kind.isEmpty ? finding.found : finding.kind
    return frame(snippet, line: place.line, gutter: gutter, mark: "^", label: label) {
      ink.paint($0, as: .severity(finding.severity))
    }
  }

  private func source(of contract: ContractPlace, gutter: Int) -> [String] {
    let place = contract.place
    guard let line = contractLine(place.file, place.line) else { return [] }
    let part = ContractLine.part(of: line, column: place.column)
    let snippet = Snippet(
      line: line,
      from: part.lowerBound,
      count: part.count,
      width: width - gutter - 3
    )
    return frame(snippet, line: place.line, gutter: gutter, mark: "-", label: "documented") {
      ink.paint($0, as: .frame)
    }
  }

  private func frame(
    _ snippet: Snippet,
    line: Int,
    gutter: Int,
    mark: String,
    label: String,
    paint: (String) -> String
  ) -> [String] {
    let bar = ink.paint("|", as: .frame)
    let number = String(line)
    let marks = String(repeating: mark, count: snippet.length)
    let room = width - gutter - 3 - snippet.indent - snippet.length - 1
    let shown = label.visible
    let tail = DisplayWidth.of(shown) <= room ? " \(shown)" : ""
    return [
      "\(margin(gutter)) \(bar)",
      "\(margin(gutter - number.count))\(ink.paint(number, as: .frame)) \(bar) \(snippet.text)",
      "\(margin(gutter)) \(bar) \(margin(snippet.indent))\(paint(marks + tail))",
    ]
  }

  private func note(_ text: String, gutter: Int) -> [String] {
    let room = width - gutter - 3
    let lines = text.wrapped(to: room, then: room - 2)
    return lines.enumerated().map { index, line in
      index == 0
        ? "\(margin(gutter))\(ink.paint(" = ", as: .frame))\(line)"
        : "\(margin(gutter + 5))\(line)"
    }
  }

  private func row(of contract: ContractPlace) -> String {
    let title = "\"\(contract.title.visible)\""
    return contract.row.map { "row \($0) of \(title)" } ?? title
  }

  /// How many columns the line numbers take.
  private func gutter(of finding: Finding) -> Int {
    let lines = [finding.places.first?.line ?? 0, finding.contract?.place.line ?? 0]
    return max(lines.map { String($0).count }.max() ?? 1, 2)
  }

  private func margin(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}
