/// What a reference page says of one service, in its own words.
struct PageService: Hashable, Sendable {
  /// One row of a table, with its line.
  struct Entry<Row: Hashable & Sendable>: Hashable, Sendable {
    /// The row.
    var row: Row
    /// What the page says of it besides; empty when it says nothing.
    var note: String
    /// Where it stands: the line, from 1.
    var line: Int
  }

  /// A request line that the page shows: `GET /lights/{number}`.
  struct Request: Hashable, Sendable {
    /// The method, in upper case.
    var method: String
    /// The path, or the address, as the page has it.
    var target: String
    /// Where it stands: the line, from 1.
    var line: Int
  }

  /// A member of the example whose value is an address.
  struct Address: Hashable, Sendable {
    /// The name of the member.
    var name: String
    /// The address.
    var url: String
  }

  /// Its title.
  var title: String

  /// Where it begins: the line, from 1.
  var line: Int

  /// The request line, when the page shows one.
  var request: Request?

  /// What follows ``"Response is"``; `nil` when the response is an object.
  var response: Entry<String>?

  /// The rows of the field table.
  var fields: [Entry<ReferenceRow>] = []

  /// The rows of the path parameters.
  var path: [Entry<ReferenceParameter>] = []

  /// The rows of the query string parameters.
  var query: [Entry<ReferenceParameter>] = []

  /// The rows of the header parameters.
  var header: [Entry<ReferenceParameter>] = []

  /// The addresses in its example.
  var addresses: [Address] = []

  /// Its sentences, each with its full stop.
  var sentences: [String] = []
}
