import Foundation

/// A folder of its own for one test, gone with it: contracts and recordings of a small library.
final class Workshop: Sendable {
  let folder: URL

  /// The tool, run in the folder.
  var tool: Tool { Tool(workshop: self) }

  /// Makes an empty folder.
  init() throws {
    folder = URL.temporaryDirectory.appending(path: "plumb-workshop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Makes a folder with a contract and a recording that keeps it.
  static func library() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(api, to: "contracts/library/api.yaml")
    try workshop.write(contract, to: "contracts/library/books.yaml")
    try workshop.write(recording(code: "5"), to: "recordings/library/books.list/a.http")
    return workshop
  }

  /// Writes a file with the folders above it.
  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  /// Writes a file with the folders above it.
  func write(_ data: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: file)
  }

  /// Reads a file.
  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  static let api = """
    api: The library
    version: 1.0.0
    server: https://api.example.org
    keys: [{ header: X-API-Key, from: LIBRARY_KEY }]
    errors:
      401: unspecified

    """

  static let contract = """
    page: Books
    source: https://example.org/reference/books
    contracts:

      books.list:
        title: Books
        get: /books/
        response:
          total: integer
          book:
            - code: integer
              title?: string
        examples:
          - {}

      books.one:
        title: One book
        get: /books/{code}
        path:
          code: integer 1..
        response:
          code: integer
          title: string
        examples:
          - { code: 5 }

    """

  /// A recording of the list; `code` is written as given.
  static func recording(code: String) -> String {
    """
    # plumb.recording/1
    # body: indented 2

    GET https://api.example.org/books/ HTTP/1.1
    Accept: application/json

    ###
    HTTP/1.1 200 OK
    Content-Type: application/json

    {
      "total": 1,
      "book": [
        {
          "code": \(code),
          "title": "Stones"
        }
      ]
    }
    """
  }
}
