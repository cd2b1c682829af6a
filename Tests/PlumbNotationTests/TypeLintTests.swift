import Testing

@testable import PlumbNotation

@Suite struct TypeLintTests {
  private func lint(_ types: String, _ response: String) throws -> [String] {
    let api = "api: A\nserver: https://a.example\ntypes:\n" + types
    return Linter.lint(try Sample.load(Sample.contract("response: \(response)"), api: api))
      .map(\.description)
  }

  @Test func `notes a type that nothing uses`() throws {
    #expect(
      try lint("  used: integer\n  unused: string\n", "used")
        == ["api.yaml:5:3: note: the type `unused` is used nowhere\n  fix: remove it"]
    )
  }

  @Test func `takes trees that can end`() throws {
    #expect(try lint("  tree:\n    child?: tree\n", "tree") == [])
    #expect(try lint("  tree:\n    child: tree | null\n", "tree") == [])
    #expect(try lint("  tree:\n    children:\n      - tree\n", "tree") == [])
  }

  @Test func `finds objects that could never end`() throws {
    let remedy = "\n  fix: make the row that leads back optional, or a list"

    #expect(
      try lint("  a:\n    b: b\n  b:\n    a: a\n", "a") == [
        "api.yaml:4:3: error: no value can be a `a`: it requires another one inside itself"
          + remedy,
        "api.yaml:6:3: error: no value can be a `b`: it requires another one inside itself"
          + remedy,
      ]
    )
  }
}
