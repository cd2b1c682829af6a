import PlumbModel
import PlumbText

/// Reads an API's own file, `api.yaml`.
struct APIReader {
  let reading: NodeReading

  private static let keys = [
    "api", "version", "server", "hosts", "complete", "keys", "pace", "types", "rows", "errors",
    "paging",
  ]

  /// Reads the API whose folder has this name.
  func read(_ node: NotationNode, id: String) -> API? {
    guard let known = reading.keys(node, "api.yaml", Self.keys) else { return nil }
    guard let titleEntry = known["api"], let serverEntry = known["server"] else {
      reading.log.error(
        "api.yaml says `api`, the name, and `server`, the root of every path",
        at: node.place
      )
      return nil
    }
    guard let title = reading.string(titleEntry.value, "`api`"), let server = server(serverEntry)
    else { return nil }
    var api = API(id: id, title: title, server: server, place: node.place)
    if let version = known["version"] { api.version = reading.string(version.value, "`version`") }
    if let hosts = known["hosts"] {
      api.hosts = (reading.list(hosts.value, "`hosts`") ?? []).compactMap {
        reading.string($0, "a host")
      }
    }
    if let complete = known["complete"] {
      api.isComplete = reading.flag(complete.value, "`complete`") ?? false
    }
    if let keys = known["keys"] {
      api.keys = (reading.list(keys.value, "`keys`") ?? []).compactMap(key)
    }
    if let pace = known["pace"] { api.pace = PaceReader(reading: reading).read(pace.value) }
    if let types = known["types"] { api.types = self.types(types.value) }
    if let rows = known["rows"] {
      RowNotes(reading: reading).apply(rows.value, to: &api.types)
    }
    if let errors = known["errors"] {
      let reader = ResponseReader(reading: reading, names: Set(api.types.keys))
      api.errors = reader.map(errors.value, "`errors`", allowsFlow: true)
    }
    if let paging = known["paging"] {
      api.paging = PagingReader(reading: reading).dialect(paging.value)
    }
    return api
  }

  private func server(_ entry: NotationEntry) -> String? {
    guard var text = reading.string(entry.value, "`server`") else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      reading.log.error(
        "a server is an absolute URL, here is `\(text)`",
        at: entry.value.place,
        remedy: "begin it with `https://`"
      )
      return nil
    }
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }

  private func key(_ node: NotationNode) -> API.Key? {
    guard let known = reading.keys(node, "a key", ["header", "from"]) else { return nil }
    guard let header = known["header"], let from = known["from"] else {
      reading.log.error(
        "a key says `header`, and in `from` the environment variable that holds it",
        at: node.place
      )
      return nil
    }
    guard let name = reading.string(header.value, "`header`"),
      let variable = reading.string(from.value, "`from`")
    else { return nil }
    return API.Key(header: name, environment: variable)
  }

  private func types(_ node: NotationNode) -> [String: FieldType] {
    let entries = reading.map(node, "`types`") ?? []
    let names = Set(entries.map(\.key))
    let table = FieldTableReader(reading: reading, names: names)
    var types: [String: FieldType] = [:]
    for entry in entries {
      var scanner = NotationScanner(entry.key)
      if scanner.word() != entry.key {
        reading.log.error(
          "`\(entry.key)` names no type: a name has letters, digits, `_` and `-`",
          at: entry.keyPlace
        )
      } else if TypeReader.words.contains(entry.key) || entry.key == "list" {
        reading.log.error("`\(entry.key)` is the notation's own word", at: entry.keyPlace)
      } else {
        types[entry.key] = table.type(entry.value, "the type `\(entry.key)`")
      }
    }
    checkCircles(types, entries)
    return types
  }

  /// A name that stands for itself alone says nothing; inside an object it is how trees are said.
  private func checkCircles(_ types: [String: FieldType], _ entries: [NotationEntry]) {
    for entry in entries {
      var seen: Set<String> = [entry.key]
      var type = types[entry.key]
      while case .named(let next)? = type?.shape {
        guard seen.insert(next).inserted else {
          reading.log.error(
            "the type `\(entry.key)` stands for itself and says nothing",
            at: entry.keyPlace
          )
          break
        }
        type = types[next]
      }
    }
  }
}

/// Reads how fast an API may be asked: `{ at_most: 5 per second, retry_after: 200 ms }`.
struct PaceReader {
  let reading: NodeReading

  func read(_ node: NotationNode) -> API.Pace? {
    guard let known = reading.keys(node, "`pace`", ["at_most", "retry_after"]) else { return nil }
    var pace = API.Pace()
    if let entry = known["at_most"] {
      pace.requestsPerSecond = measure(
        entry,
        ["per second": 1, "per minute": 1.0 / 60, "per hour": 1.0 / 3600]
      )
    }
    if let entry = known["retry_after"] {
      let units = ["ms": 1.0, "s": 1000]
      pace.retryAfterMilliseconds = measure(entry, units).map { Int($0) }
    }
    return pace
  }

  private func measure(_ entry: NotationEntry, _ units: [String: Double]) -> Double? {
    guard let text = reading.string(entry.value, "`\(entry.key)`") else { return nil }
    let parts = text.split(separator: " ", maxSplits: 1)
    if parts.count == 2, let number = Double(parts[0]), number > 0, number <= 1_000_000,
      let unit = units[String(parts[1])]
    {
      return number * unit
    }
    let known = units.keys.sorted().map { "`5 \($0)`" }.joined(separator: ", ")
    reading.log.error(
      "`\(text)` is no measure",
      at: entry.value.place,
      remedy: "write it like \(known)"
    )
    return nil
  }
}
