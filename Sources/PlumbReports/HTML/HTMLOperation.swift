import PlumbChecking

/// What the template `operation` shows.
struct HTMLOperation {
  let id: String
  let name: String
  let verdict: String
  /// The class that colours the verdict.
  let kind: String
  let bodies: String
  let findings: [HTMLFinding]
  let tables: [HTMLTable]
  let listings: HTMLListings?

  /// The operations that were met: those with the worst findings first, then by name.
  static func all(of report: Report, findings: [HTMLFinding]) -> [HTMLOperation] {
    let found = Dictionary(grouping: findings) { $0.operation ?? "" }
    let tables = Dictionary(grouping: report.observations, by: \.operation)
    let chains = Dictionary(grouping: report.chains, by: \.operation)
    let names = Set(found.keys).union(tables.keys).union(chains.keys).subtracting([""]).sorted()
    let operations = names.map { name in
      HTMLOperation(name, found[name] ?? [], tables[name] ?? [], chains[name] ?? [])
    }
    return operations.filter { $0.kind == "error" } + operations.filter { $0.kind == "warning" }
      + operations.filter { $0.kind == "note" } + operations.filter { $0.kind == "good" }
  }

  private init(
    _ name: String,
    _ findings: [HTMLFinding],
    _ tables: [TableObservation],
    _ chains: [Report.Chain]
  ) {
    self.name = name.visible
    id = "operation-" + name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
    self.findings = findings
    let severities = ["error", "warning", "note"]
    kind = severities.first { severity in findings.contains { $0.severity == severity } } ?? "good"
    let counts = severities.compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count > 0 ? count.of(severity) : nil
    }
    verdict = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    bodies = tables.reduce(0) { $0 + $1.bodies }.of("answer")
    self.tables = tables.map { HTMLTable($0, findings: findings) }
    listings = chains.isEmpty ? nil : HTMLListings(chains)
  }
}
