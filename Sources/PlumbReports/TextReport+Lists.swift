import PlumbChecking

extension TextReport {
  /// Requests that differ only in ids, codes or numbers, as one line.
  ///
  /// - Parameter entries: Exchanges that could not be judged, all for one reason.
  /// - Returns: A line for each shape of request, those that stand for most exchanges first.
  func grouped(_ entries: [Report.Unjudged]) -> [String] {
    var groups: [String: (count: Int, kinds: Int, first: Report.Unjudged)] = [:]
    for entry in entries {
      let shape = entry.reason == .noContract ? Self.shape(of: entry.what) : entry.what
      let known = groups[shape]
      groups[shape] = (
        (known?.count ?? 0) + entry.count, (known?.kinds ?? 0) + 1, known?.first ?? entry
      )
    }
    let lines = groups.map { shape, group in
      // One request that has no fellows is shown as it is.
      (count: group.count, what: group.kinds == 1 ? group.first.what : shape, group.first.place)
    }
    return lines.sorted { ($1.count, $0.what) < ($0.count, $1.what) }.map { count, what, place in
      let path = place.entry.map { "\(place.recording), entry \($0)" } ?? place.recording
      return "\(count.grouped) × \(what), first at \(path)"
    }
  }

  /// What was never met, one line for each operation.
  ///
  /// - Parameter never: Entries such as `api/operation`, `api/operation /row` and
  ///   `api/operation status 401`, those of an operation together.
  func byOperation(_ never: [String]) -> [String] {
    var lines: [(operation: String, rest: [String])] = []
    for entry in never {
      let words = entry.split(separator: " ", maxSplits: 1).map(String.init)
      let operation = words.first ?? entry
      if lines.last?.operation != operation { lines.append((operation, [])) }
      lines[lines.count - 1].rest += words.dropFirst()
    }
    return lines.map { operation, rest in
      guard !rest.isEmpty else { return operation }
      let most = 4
      let shown = rest.count > most ? most - 1 : rest.count
      let more = rest.count > shown ? [" and \((rest.count - shown).grouped) more"] : []
      return "\(operation): " + rest.prefix(shown).joined(separator: ", ") + more.joined()
    }
  }

  /// A method and an address with `*` for each part of the path that holds a digit.
  private static func shape(of what: String) -> String {
    let parts = what.split(separator: "/", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      index > 0 && part.contains(where: \.isNumber) ? "*" : String(part)
    }.joined(separator: "/")
  }
}
