import PlumbText

/// What a scan for credentials found: places and kinds, never a value.
public struct ScanReport: Hashable, Sendable {
  /// A credential.
  public struct Hit: Hashable, Sendable {
    /// The path of the file.
    public var file: String
    /// Its line, from 1; `nil` when it stands in the file's name.
    public var line: Int?
    /// Its column in Unicode scalars, from 1; `nil` when it stands in the file's name.
    public var column: Int?
    /// Where it is: a header field, a JSON Pointer; empty when there is nothing to say.
    public var place: String
    /// What it is, e.g. `a JSON Web Token`.
    public var kind: String

    /// Creates a hit.
    public init(file: String, line: Int?, column: Int?, place: String, kind: String) {
      self.file = file
      self.line = line
      self.column = column
      self.place = place
      self.kind = kind
    }
  }

  /// The credentials, in order.
  public var hits: [Hit] = []

  /// How many files were looked through.
  public var files = 0

  /// How many could not be read.
  public var unread = 0

  /// Whether they were taken out.
  public var isFixed = false

  /// Creates a report of nothing yet.
  public init() {}

  /// The report for people, in lines of at most 80 columns but for paths.
  ///
  /// - Parameter isQuiet: Whether to leave out how much was looked through.
  public func text(isQuiet: Bool) -> String {
    var lines: [String] = []
    for hit in hits {
      let place = hit.line.map { ":\($0):\(hit.column ?? 1)" } ?? ""
      lines.append("\(hit.file.visible)\(place): \(hit.kind.visible)")
      if !hit.place.isEmpty { lines += hit.place.wrapped(to: 76).map { "    \($0)" } }
    }
    if !isQuiet { lines += summary.flatMap { $0.wrapped(to: 80) } }
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  /// The report for programs, as `plumb.scan/1`, in UTF-8.
  public var json: [UInt8] {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("schema", "plumb.scan/1")
      json.member("files", files)
      json.member("unread", unread)
      json.member("fixed", isFixed)
      json.list("credentials", hits) { hit, json in
        json.object { json in
          json.member("file", hit.file)
          json.member("line", hit.line)
          json.member("column", hit.column)
          json.member("place", hit.place)
          json.member("kind", hit.kind)
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private var summary: [String] {
    guard !hits.isEmpty else { return ["no credential in \(files.of("file"))"] }
    let found =
      "\(hits.count.of("credential")) in \(Set(hits.map(\.file)).count) of \(files.of("file"))"
    let isNamed = hits.contains { $0.line == nil }
    let names = isNamed ? ["a file whose name holds one must be renamed by hand"] : []
    guard isFixed else {
      // What came through standard input is not plumb's to write.
      let isFixable = hits.contains { $0.file != "-" }
      let remedy = isFixable ? ["plumb scan --fix puts placeholders in their place"] : []
      return [found] + remedy + names
    }
    return [
      "\(found), taken out",
      "what was published before stays known: have those credentials renewed",
    ] + names
  }
}
