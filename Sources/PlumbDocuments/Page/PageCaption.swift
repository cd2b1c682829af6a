/// What the line above a table says that it lists.
enum PageCaption: Hashable, Sendable {
  case response, path, query, header

  /// Reads a caption; `nil` when the words are none.
  init?(_ words: String) {
    var words = words.lowercased()
    while words.last == ":" || words.last == "." { words.removeLast() }
    switch words {
    case "response", "example", "example response", "sample response", "fields", "response fields":
      self = .response
    case "path parameters", "path": self = .path
    case "query string parameters", "query parameters", "query", "parameters": self = .query
    case "header parameters", "headers", "header fields": self = .header
    default: return nil
    }
  }

  /// Knows a table without a caption by its columns; `nil` for a field table.
  init?(of table: PageTable) {
    if table.column("component") == 0 {
      self = .path
    } else if table.column("key", "parameter") == 0 {
      self = .query
    } else {
      return nil
    }
  }

  /// Whether the table lists parameters.
  var isOfParameters: Bool { self != .response }
}
