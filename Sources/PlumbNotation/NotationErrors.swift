/// Everything that keeps contract files from being read, in the order of the files.
public struct NotationErrors: Error, Hashable, Sendable, CustomStringConvertible {
  /// The errors, sorted by place; never empty.
  public let diagnostics: [Diagnostic]

  /// Creates the errors.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = Set(diagnostics).sorted()
  }

  /// The errors as a terminal shows them, each on its own line.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
