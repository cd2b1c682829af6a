import Foundation

/// The tables of a reference page that was saved as text.
struct PageTables {
  /// What the page says of one service.
  struct Service: Equatable {
    var fieldLines: [String] = []
    var pathTypes: [String] = []
    /// Key, type and default of each query parameter.
    var query: [[String]] = []
  }

  let services: [String: Service]

  /// Reads the services of these titles: each begins at a line that holds its title alone, the last
  /// such line that has a field table behind it.
  init(_ text: String, titles: [String]) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let starts = titles.compactMap { title in
      lines.lastIndex(of: title).map { (title, $0) }
    }
    var services: [String: Service] = [:]
    for (title, start) in starts {
      let end = starts.map(\.1).filter { $0 > start }.min() ?? lines.count
      services[title] = Self.service(Array(lines[start..<end]))
    }
    self.services = services
  }

  private static func service(_ lines: [String]) -> Service {
    var service = Service()
    var table: String?
    var cells = ""
    for line in lines {
      if line == "Response is a list of objects" { service.fieldLines.append(line) }
      if let head = ["Field |", "Component |", "Key |"].first(where: line.hasPrefix) {
        table = head
        cells = ""
        if head == "Field |" { service.fieldLines.append(line) }
      } else if table == "Field |", line.hasSuffix(" |") || line.hasPrefix("---|") {
        service.fieldLines.append(line)
      } else if table == "Component |", line.hasSuffix(" |") {
        service.pathTypes.append(split(line)[1])
      } else if table == "Key |", line.contains(" |"), !line.hasPrefix("---") {
        // The page breaks a line inside a cell.
        cells += cells.isEmpty ? line : " " + line
        let parts = split(cells)
        if parts.count == 4 {
          service.query.append(Array(parts.prefix(3)))
          cells = ""
        }
      } else if !line.hasPrefix("---"), !line.contains(" |") {
        table = nil
      }
    }
    return service
  }

  private static func split(_ line: String) -> [String] {
    line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
