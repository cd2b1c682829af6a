import PlumbChecking
import PlumbDrift
import PlumbModel
import PlumbNotation
import PlumbText
import Testing

/// Patches that leave contracts which can be read, and mean what they say.
@Suite struct PatchTests {
  private static let listing = """
    contracts:
      list:
        get: /books
        query:
          start?: integer = 1
          end?: integer = start + 19
        response:
          start: integer
          end: integer
          total: integer
          book:
            - code: string
              name: string
              href: string
        pages:
          items: book
          window: { start: start, end: end, total: total }
        id: code
        order: name
        links:
          book[].href: /books/{.code}
        laws:
          codes: book[].code unique
      other:
        get: /other
        response:
          name: string
        laws:
          known: name within (list).book[].name
    """

  /// The contract `list` after a patch by bodies, read from what it was written as.
  private static func patched(_ bodies: [String]) throws -> (Documents, [Diagnostic]) {
    let documents = try Compared.documents(file: listing)
    let sight = try Compared.sight(bodies, documents)
    let patch = ContractPatch(of: documents, to: sight)
    let text = NotationWriter.text(of: patch.contracts, api: documents.apis[0])
    let library = try ContractLoader.load([
      ContractLoader.Folder(
        id: "library",
        api: NotationFile(path: "library/api.yaml", text: Compared.api),
        contracts: [NotationFile(path: "library/books.yaml", text: text)]
      )
    ])
    let read = Documents(apis: library.apis, contracts: library.contracts, isWhole: true)
    return (read, Linter.lint(library).filter { $0.severity == .error })
  }

  private static func page(_ book: String) -> String {
    #"{"start":1,"end":1,"total":1,"book":[\#(book)]}"#
  }

  @Test(
    arguments: [
      // A row that links, orders, laws and other operations speak of is gone, or of another type.
      page(#"{"code":"a","href":"https://api.example.org/books/a"}"#),
      page(#"{"code":"a","name":5,"href":7}"#),
      page(#"{"name":"x","href":"https://api.example.org/books/a"}"#),
      // The listing is none any more.
      #"{"start":1,"end":1,"total":1,"book":{"code":"a"}}"#,
      "[]", "5", "null", #"[[{"a":null}],null]"#,
      // The notation has no words for these.
      page(#"{"code":"a","name":"x","href":"https://api.example.org/books/a","":1}"#),
      page(
        "{\"code\":\"a\",\"name\":\"x\",\"href\":\"https://api.example.org/books/a\",\"\u{e9}\":1,\"e\u{301}\":2}"
      ),
      page(#"{"code":"a","name":"x","href":"https://api.example.org/books/a","n":{"":[null,{}]}}"#),
    ]
  )
  func `can be read, and mean what they say`(_ body: String) throws {
    let (documents, problems) = try Self.patched([body])

    #expect(problems.map(\.message) == [])
    let sight = try Compared.sight([body], documents)
    let report = Compared.report(.documented(documents), .observed(sight), heldTo: documents)
    #expect(report.changes.filter { $0.row != nil } == [])
  }
}
