/// The proof as a page.
enum ProofDocument {
  /// A row with the ids of what was found.
  struct Line {
    var example: ProofCase
    var found: [String]
    var messages: [String]

    /// Whether it is the one finding that is expected.
    var isHit: Bool {
      found == [example.rule]
        && example.candidates.allSatisfy { messages[0].contains("`\($0)`") }
    }
  }

  /// Writes the page.
  static func text(_ lines: [Line]) -> String {
    let hits = lines.count(where: \.isHit)
    var text = """
      # Proof

      Each row is one fault, put into one place of a session that is clean without it: whole
      listings over the stand-in in `Tests/StandIn`, under the shipped contracts. The checker has
      to report it as exactly one finding, with the id that is expected; whatever else the fault
      breaks has to be a symptom of that finding.

      This page is made by the tests. `PLUMB_UPDATE_PROOF=1 swift test --filter ProofTests` writes
      it anew, and a test fails when it is stale.

      **\(hits) of \(lines.count)** are found as exactly the one finding that is expected.

      """
    text += wire
    for family in families(of: lines) {
      let rows = lines.filter { $0.example.family == family }
      text += "\n## \(family)\n\n"
      text += "| fault | listing | where | expected | found |\n|---|---|---|---|---|\n"
      for row in rows { text += line(row) }
    }
    return text
  }

  /// What becomes of the rows when the listings are walked over a connection.
  private static var wire: String {
    var text = """

      ## Over a connection

      `PLUMB_WIRE_ROWS=all swift test --filter WireProof` walks each listing over a real connection,
      as `plumb live` does, and expects the same findings. A walk asks only for what answers lead
      to, so these rows show otherwise:

      | row | found | why |
      |---|---|---|

      """
    for difference in WireDifference.all {
      let found = difference.found.map(code).joined(separator: ", ")
      text += "| `\(difference.row)` | \(found.isEmpty ? "nothing" : found) "
      text += "| \(difference.reason) |\n"
    }
    return "\(text)\n\(WireDifference.birds)\n"
  }

  private static func families(of lines: [Line]) -> [String] {
    var families: [String] = []
    for line in lines where !families.contains(line.example.family) {
      families.append(line.example.family)
    }
    return families
  }

  private static func line(_ line: Line) -> String {
    let example = line.example
    let pointer = example.pointer.isEmpty ? "" : " at `\(example.pointer)`"
    let place = example.place.rawValue + (example.isFollowed ? ", links followed" : "")
    let candidates =
      example.candidates.isEmpty
      ? "" : ": \(example.candidates.map(code).joined(separator: " or "))"
    let found = line.found.isEmpty ? "nothing" : line.found.map(code).joined(separator: ", ")
    return "| `\(example.fault)`\(pointer) | `\(example.listing.name)` | \(place) "
      + "| \(code(example.rule))\(candidates) | \(found) |\n"
  }

  private static func code(_ text: String) -> String { "`\(text)`" }
}
