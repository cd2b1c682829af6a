/// The program that wrote a report.
public struct Tool: Hashable, Sendable {
  /// Its name.
  public var name: String

  /// Its version, `major.minor.patch`.
  public var version: String

  /// Creates a tool.
  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }

  /// This program.
  public static let plumb = Tool(name: "plumb", version: "0.1.0")
}
