import PlumbModel

@testable import PlumbNotation

/// Small contract files, and what loading them says.
enum Sample {
  static let api = """
    api: Sample
    server: https://api.example.org
    types:
      code: string /[A-Z]\\d/
      tree:
        name: string
        child?:
          - tree
    errors:
      401: unspecified
      422: { error: string }
    paging:
      window: { start: start, end: end, total: total, next: next, prev: prev }
    """

  /// A file with one operation `a` that has these lines.
  static func contract(_ lines: String) -> String {
    "contracts:\n  a:\n    get: /a\n" + indented(lines)
  }

  /// A file with one operation whose response has these rows, from line 5 and column 7 on.
  static func table(_ rows: String) -> String {
    contract("response:\n" + rows.split(separator: "\n").map { "  \($0)\n" }.joined())
  }

  private static func indented(_ lines: String) -> String {
    lines.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  static func load(
    _ contract: String,
    api: String = api,
    path: String = "c.yaml"
  ) throws(NotationErrors) -> ContractLibrary {
    try ContractLoader.load([
      ContractLoader.Folder(
        id: "sample",
        api: NotationFile(path: "api.yaml", text: api),
        contracts: [NotationFile(path: path, text: contract)]
      )
    ])
  }

  /// What loading says, as printed.
  static func errors(_ contract: String, api: String = api) -> [String] {
    do {
      _ = try load(contract, api: api)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  /// What the linter says, as printed.
  static func lint(_ contract: String, api: String = api) -> [String] {
    do {
      return Linter.lint(try load(contract, api: api)).map(\.description)
        .filter { !$0.contains("is used nowhere") }
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  /// The only contract of a file.
  static func only(_ contract: String, api: String = api) throws -> Contract {
    try load(contract, api: api).contracts[0]
  }
}
