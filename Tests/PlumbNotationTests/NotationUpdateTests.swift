import PlumbModel
import PlumbText
import TestSupport
import Testing

@testable import PlumbNotation

@Suite struct NotationUpdateTests {
  private static let api = """
    # yaml-language-server: $schema=../contract.schema.json
    # What we know.
    api: Sample
    server: https://api.example.org    # the root
    complete: false                    # so far
    keys: [{ header: X-Key, from: KEY }]
    """

  private static let contracts = """
    # yaml-language-server: $schema=../contract.schema.json
    page:   Books
    contracts:

      # The first.
      books.list:
        title: Books
        get:   /books
        query:
          sort?: string (title, code) = title   # as the page says
        response:
          # Counted anew each night.
          total: integer
          book:
            - code: string                      # unique
              title: string
        links:
          book[].href:   /books/{.code}
        examples:
          - { sort:   title }                    # our own

      # The second.
      books.one:
        get: /books/{code}
        path: { }
        response:   any
    # The end.
    """

  private func read(_ contracts: String) throws -> (contracts: [Contract], api: API) {
    let library = try Sample.load(contracts, api: Self.api + "\n")
    return (library.contracts, library.apis[0])
  }

  private static let sound = contracts.replacing("    path: { }\n", with: "")
    .replacing("book[].href:   /books/{.code}", with: "book[].code:   /books/{.code}")

  @Test func `leaves a file alone when nothing changes`() throws {
    let old = try read(Self.sound)

    #expect(NotationUpdate.text(of: Self.sound + "\n", from: old, to: old) == Self.sound + "\n")
    #expect(NotationUpdate.text(of: Self.api + "\n", from: old.api, to: old.api) == Self.api + "\n")
  }

  @Test func `writes only the keys that change, with their comments`() throws {
    let old = try read(Self.sound)
    var new = old
    guard case .json(var type) = new.contracts[0].responses[0].body,
      case .object(var object) = type.shape
    else { return #expect(Bool(false), "no object") }
    object.rows[0].isOptional = true
    object.rows.insert(
      Row(name: "next", type: FieldType(.string), place: SourcePlace(file: "", line: 1, column: 1)),
      at: 1
    )
    type.shape = .object(object)
    new.contracts[0].responses[0].body = .json(type)

    let text = NotationUpdate.text(of: Self.sound + "\n", from: old, to: new)

    let expected = Self.sound.replacing(
      "      total: integer\n",
      with: "      total?: integer\n      next: string\n"
    )
    .replacing(
      "        - code: string                      # unique",
      with: "        - code: string                 # unique"
    )
    #expect(text == expected + "\n")
  }

  @Test func `loses no comment of a row that goes`() throws {
    let old = try read(Self.sound)
    var new = old
    new.contracts[0].responses[0].body = .json(FieldType(.any))
    new.contracts[0].links = []

    let text = NotationUpdate.text(of: Self.sound + "\n", from: old, to: new)

    #expect(
      text.contains("  # The first.\n  # unique\n  # Counted anew each night.\n  books.list:\n")
    )
    #expect(text.contains("    response: any\n    examples:\n"))
    #expect(text.hasSuffix("# The end.\n"))
  }

  @Test func `adds operations behind those that are there`() throws {
    let old = try read(Self.sound)
    var new = old
    var third = old.contracts[1]
    third.id = "books.third"
    third.title = third.id
    third.path = try PathTemplate("/third")
    new.contracts.append(third)

    let text = NotationUpdate.text(of: Self.sound + "\n", from: old, to: new)

    #expect(text.contains("    response:   any\n"))
    #expect(text.hasSuffix("\n\n  books.third:\n    get: /third\n    response: any\n# The end.\n"))
  }

  @Test(arguments: 0..<60)
  func `says the new values, whatever they are`(seed: Int) throws {
    var maker = RandomContract(seed: UInt64(seed) + 7000)
    let (api, first) = maker.make()
    var contracts = first
    let text = NotationWriter.text(of: contracts, api: api)
    contracts[0].responses = maker.make().contracts[0].responses.map { response in
      var response = response
      if case .json = response.body { response.body = .json(FieldType(.string)) }
      return response
    }
    contracts[0].order = nil

    let updated = NotationUpdate.text(of: text, from: (first, api), to: (contracts, api))

    let read = try Sample.load(updated, api: NotationWriter.text(of: api)).contracts
    for (one, other) in zip(read, contracts) {
      var other = other.placeless
      other.api = "sample"
      #expect(one.placeless == other, "\(updated)")
    }
  }
}
