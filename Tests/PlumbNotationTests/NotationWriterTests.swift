import Foundation
import PlumbModel
import PlumbText
import TestSupport
import Testing

@testable import PlumbNotation

@Suite struct NotationWriterTests {
  private func load(_ api: String, _ contracts: String) throws -> ContractLibrary {
    try ContractLoader.load([
      ContractLoader.Folder(
        id: "made",
        api: NotationFile(path: "api.yaml", text: api),
        contracts: [NotationFile(path: "c.yaml", text: contracts)]
      )
    ])
  }

  /// Holds what is written against what it was written from.
  private func expectSame(_ api: API, _ contracts: [Contract], _ what: String) throws {
    let apiText = NotationWriter.text(of: api)
    let text = NotationWriter.text(of: contracts, api: api)
    let read: ContractLibrary
    do {
      read = try load(apiText, text)
    } catch let errors as NotationErrors {
      Issue.record("\(what): \(errors.diagnostics.map(\.description))\n\(apiText)\n\(text)")
      return
    }
    var expected = api.placeless
    expected.id = "made"
    #expect(read.apis.map(\.placeless) == [expected], "\(what)\n\(apiText)")
    for (one, other) in zip(read.contracts, contracts) {
      var other = other.placeless
      other.api = "made"
      #expect(one.placeless == other, "\(what)\n\(text)")
    }
    #expect(read.contracts.count == contracts.count, "\(what)")
    #expect(NotationWriter.text(of: read.contracts, api: read.apis[0]) == text, "\(what)")
    #expect(NotationWriter.text(of: read.apis[0]) == apiText, "\(what)")
  }

  @Test(arguments: ["onet", "tahatu"])
  func `writes the contracts that ship so that they read the same`(name: String) throws {
    let library = try ContractFolder.load(Repository.path("contracts/\(name)"))
    let api = try #require(library.api(name))
    for (_, contracts) in Dictionary(grouping: library.contracts, by: \.place.file) {
      try expectSame(api, contracts, name)
    }
  }

  @Test func `writes what the notation's document shows so that it reads the same`() throws {
    let blocks = try NotationDocumentTests.blocks()
    let api = try #require(blocks.first { $0.text.hasPrefix("api:") })
    for block in blocks where !block.text.hasPrefix("api:") {
      let library = try load(api.text, block.text)
      try expectSame(library.apis[0], library.contracts, "line \(block.line)")
    }
  }

  @Test(arguments: 0..<400)
  func `writes contracts of all kinds so that they read the same`(seed: Int) throws {
    var maker = RandomContract(seed: UInt64(seed))
    let (api, contracts) = maker.make()
    try expectSame(api, contracts, "seed \(seed)")
  }

  @Test(arguments: 0..<60)
  func `writes files that the schema of contract files takes`(seed: Int) throws {
    let schema = try JSONValue(text: try Repository.text("contracts/contract.schema.json"))
    let validator = JSONSchemaValidator(root: schema)
    var maker = RandomContract(seed: UInt64(seed) + 1000)
    let (api, contracts) = maker.make()
    for text in [NotationWriter.text(of: api), NotationWriter.text(of: contracts, api: api)] {
      let value = try #require(JSONValue(yaml: text))
      let problems = try validator.problems(value)
      #expect(problems.isEmpty, "\(problems)\n\(text)")
    }
  }

  @Test func `puts comments above and behind what they belong to`() throws {
    let library = try load(
      "api: A\nserver: https://a.example\n",
      """
      contracts:
        books.list:
          get: /books
          query:
            sort?: string
          response:
            total: integer
            book:
              - code: integer
                title: string
          examples:
            - { sort: title }
      """
    )
    var comments = NotationComments()
    let operation = ["contracts", "books.list"]
    comments[above: operation] = ["The list.", "", "All of it."]
    comments[above: operation + ["response", "book", "[]", "code"]] = ["Seen always."]
    comments[above: operation + ["response", "book", "[]"]] = ["An item."]
    comments[behind: operation + ["response", "total"]] = "in 3 of 3 answers"
    comments[behind: operation + ["query", "sort"]] = "one\nline"
    comments[behind: operation + ["examples", "{ sort: title }"]] = "asked once"
    comments[above: []] = ["The end."]

    let text = NotationWriter.text(
      of: library.contracts,
      api: library.apis[0],
      comments: comments,
      schema: "../contract.schema.json"
    )

    #expect(
      text == """
        # yaml-language-server: $schema=../contract.schema.json
        contracts:

          # The list.
          #
          # All of it.
          books.list:
            get: /books
            query:
              sort?: string                    # one line
            response:
              total: integer                   # in 3 of 3 answers
              book:
                # An item.
                # Seen always.
                - code: integer
                  title: string
            examples:
              - { sort: title }                # asked once
        # The end.

        """
    )
  }
}
