import PlumbDocuments
import PlumbReports
import PlumbText

/// What an import says of what it could not take over as it stands.
struct RemarkText {
  /// How many places of one reason are shown when not all are.
  private static let shown = 5

  let remarks: [ImportRemark]
  let width: Int
  var allPlaces = false

  /// The remarks by kind and reason, each with its places; nothing when there is none.
  var text: String {
    section(.unsaid, "not said, because the notation has no words for it:")
      + section(.repaired, "mended, because the description evidently means it:")
  }

  private func section(_ kind: ImportRemark.Kind, _ title: String) -> String {
    var places: [String: [ImportRemark]] = [:]
    var reasons: [String] = []
    for remark in remarks where remark.kind == kind {
      if places[remark.reason] == nil { reasons.append(remark.reason) }
      places[remark.reason, default: []].append(remark)
    }
    guard !reasons.isEmpty else { return "" }
    var lines = ["", title]
    for reason in reasons { lines += entry(reason, places[reason] ?? []) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func entry(_ reason: String, _ remarks: [ImportRemark]) -> [String] {
    let count = remarks.count == 1 ? "" : " (\(remarks.count) places)"
    var lines = "\(reason)\(count)".wrapped(to: width - 2, then: width - 4).enumerated()
      .map { ($0 == 0 ? "  " : "    ") + $1 }
    for remark in allPlaces ? remarks : Array(remarks.prefix(Self.shown)) {
      let place = "line \(remark.place.line), column \(remark.place.column)"
      lines += "#\(remark.pointer), \(place)".wrapped(to: width - 4, then: width - 6).enumerated()
        .map { ($0 == 0 ? "    " : "      ") + $1 }
    }
    let rest = remarks.count - Self.shown
    if !allPlaces, rest > 0 { lines.append("    and \(rest) more; --all-places lists them") }
    return lines
  }
}
