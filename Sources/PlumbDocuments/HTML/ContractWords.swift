import PlumbModel
import PlumbText

/// What a contract says of listings, links, laws and examples, in sentences; what stands between
/// backquotes is code.
struct ContractWords {
  let contract: Contract

  /// The sentences by title; a section may be empty.
  var sections: [(String, [String])] {
    [
      ("Pages", pages), ("Order", order), ("Links", links), ("Laws", laws),
      ("Examples", examples),
    ]
  }

  // MARK: - Listings

  private var pages: [String] {
    var sentences: [String] = []
    if let paging = contract.paging {
      sentences.append(
        "The items of \(code(paging.items)) are divided into pages: \(words(paging.dialect))."
      )
    }
    if let identity = contract.identity {
      sentences.append("Two items with the same \(code(identity)) are the same.")
    }
    return sentences
  }

  private func words(_ dialect: PagingDialect) -> String {
    func atMost(_ count: Int?) -> String { count.map { ", at most \($0) on a page" } ?? "" }
    switch dialect {
    case .window(let window):
      let links = [window.next, window.prev].compactMap { $0.map(code) }
      let linked = links.isEmpty ? "" : ", linked by \(links.joined(separator: " and "))"
      return "from \(code(window.start)) to \(code(window.end)) of \(code(window.total))\(linked)"
        + atMost(window.atMost)
    case .cursor(let cursor):
      let limit = cursor.limit.map { ", as many as \(code($0)) asks for" } ?? ""
      return "\(code(cursor.nextCursor)) is the \(code(cursor.cursor)) of the page after\(limit)"
        + atMost(cursor.atMost)
    case .offset(let offset):
      return "\(code(offset.limit)) items from \(code(offset.offset)) on, counted from 0"
        + atMost(offset.atMost)
    case .page(let page):
      let size = page.size.map { ", each as large as \(code($0)) asks for" } ?? ""
      return "by number in \(code(page.page)), from 1\(size)" + atMost(page.atMost)
    case .linkHeader(let link):
      let size = link.size.map { ", as many items as \(code($0)) asks for" } ?? ""
      return "the header field `Link` leads to the page after\(size)" + atMost(link.atMost)
    }
  }

  private var order: [String] {
    guard let order = contract.order else { return [] }
    return order.choices.map { choice in
      let readings = choice.readings.map { keys in keys.map(words).joined(separator: ", then ") }
      let sorted = readings.joined(separator: "; or else ")
      guard let parameter = order.parameter, let value = choice.value else {
        return "Sorted by \(sorted)."
      }
      return "\(code("\(parameter)=\(value)")): sorted by \(sorted)."
    }
  }

  private func words(_ key: SortKey) -> String {
    let terms = key.terms.map { term in
      switch term {
      case .value(let path): code(path)
      case .count(let path): "the number of \(code(path))"
      case .first(let path): "the first \(code(path))"
      case .least(let path): "the least \(code(path))"
      }
    }
    let direction =
      switch key.direction {
      case .ascending: ""
      case .descending: ", the greatest first"
      case .either: ", in a direction that is not documented"
      }
    let collation =
      switch key.collation {
      case .bytes: ", byte by byte"
      case .numeric: ", as numbers"
      case .text, nil: ""
      }
    return terms.joined(separator: " plus ") + direction + collation
  }

  // MARK: - Relations

  private var links: [String] {
    contract.links.map { "\(code($0.at)) leads to \(code($0.target))." }
  }

  private var laws: [String] { contract.laws.map { "\($0.name): \(code($0.text))" } }

  private var examples: [String] {
    contract.examples.map { example in
      guard !example.values.isEmpty else { return "without parameters" }
      return example.values.map { code("\($0.name)=\($0.value)") }.joined(separator: " ")
    }
  }

  /// A text as code; backquotes, which would end it, are left out.
  private func code(_ text: some CustomStringConvertible) -> String {
    "`\(text.description.filter { $0 != "`" })`"
  }
}
