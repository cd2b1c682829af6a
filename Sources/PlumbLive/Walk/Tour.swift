public import PlumbModel
import PlumbText

/// A written list of requests, one on a line.
///
/// ```
/// # what a reviewer wants to see
/// GET /online/stem_occupations/1?sort=title ...
/// /online/job_duties/search?keyword=chemist
/// GET /online/stem_occupations/ without X-API-Key
/// ```
///
/// A line is a method, which may be left out for `GET`, and a path below the server or a whole
/// address of it. `...` at the end asks for all pages behind it, `without NAME` leaves a credential
/// out. What follows `#` at the beginning of a word is a comment.
public struct Tour: Hashable, Sendable {
  /// What is wrong with a line.
  public struct Flaw: Error, Hashable, Sendable {
    /// The line, from 1.
    public var line: Int
    /// What was expected, what was found, and how to mend it.
    public var message: String
  }

  /// One request.
  struct Line: Hashable, Sendable {
    var number: Int
    var method: String
    var address: String
    var without: [String]
    var isWhole: Bool
  }

  let lines: [Line]

  /// Reads a list.
  public init(_ text: String) throws(Flaw) {
    var lines: [Line] = []
    let rows = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, row) in rows.enumerated() {
      let words = row.split { $0 == " " || $0 == "\t" }.map(String.init)
        .prefix { !$0.hasPrefix("#") }
      guard !words.isEmpty else { continue }
      lines.append(try Self.line(Array(words), number: index + 1))
    }
    guard !lines.isEmpty else {
      throw Flaw(line: max(rows.count, 1), message: "expected requests, one on a line, found none")
    }
    self.lines = lines
  }

  private static func line(_ words: [String], number: Int) throws(Flaw) -> Line {
    var words = words
    var line = Line(number: number, method: "GET", address: "", without: [], isWhole: false)
    if let first = words.first, isMethod(first) {
      line.method = first
      words.removeFirst()
    }
    guard let address = words.first, address.hasPrefix("/") || address.contains("://") else {
      let found = words.first.map { "\"\($0)\"" } ?? "nothing"
      throw Flaw(
        line: number,
        message: "expected a path such as /books/5 or a whole address, found \(found)"
      )
    }
    line.address = address
    words.removeFirst()
    while let word = words.first {
      words.removeFirst()
      if word == "..." || word == "…" {
        line.isWhole = true
      } else if word == "without", let name = words.first {
        line.without.append(name)
        words.removeFirst()
      } else {
        throw Flaw(
          line: number,
          message: "expected \"...\" or \"without NAME\" after the address, found \"\(word)\""
        )
      }
    }
    return line
  }

  private static func isMethod(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { $0 &- 0x41 < 26 }
  }
}

extension WalkPlan {
  /// Plans what a tour asks for.
  ///
  /// - Throws: ``Tour/Flaw`` for a line that leads elsewhere, or may change something.
  public init(
    _ tour: Tour,
    _ contracts: [Contract],
    at site: Site,
    allowsWrites: Bool = false
  ) throws(Tour.Flaw) {
    let router = OperationRouter(contracts, base: site.base)
    for line in tour.lines {
      let text = line.address.hasPrefix("/") ? site.base + line.address : line.address
      guard let url = site.address(of: text, from: site.base) else {
        throw Tour.Flaw(
          line: line.number,
          message: "expected an address at \(site.base), found \(Site.origin(of: text)): "
            + "requests and credentials go nowhere else"
        )
      }
      guard allowsWrites || Courier.isSafe(line.method) else {
        throw Tour.Flaw(
          line: line.number,
          message: "expected GET or HEAD, found \(line.method); "
            + "allow methods that may change something with --allow-writes"
        )
      }
      let request = Exchange.Request(
        method: line.method,
        url: url,
        fields: [HTTPField(name: "Accept", value: "application/json")]
      )
      add(
        Stop(
          operation: router.contract(of: request)?.id,
          request: request,
          without: line.without,
          isWhole: line.isWhole,
          line: line.number
        )
      )
    }
  }
}
