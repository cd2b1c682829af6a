public import PlumbChecking

/// The colours of a terminal, or none.
public struct Ink: Hashable, Sendable {
  /// What a piece of text is.
  public enum Role: Hashable, Sendable {
    case severity(Rule.Severity)
    case strong, frame, faint, good
  }

  /// Whether anything is coloured.
  public var isColoured: Bool

  /// Creates colours, or none.
  public init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// Returns the text in the colour of its role, ECMA-48 section 8.3.117.
  public func paint(_ text: String, as role: Role) -> String {
    guard isColoured, !text.isEmpty else { return text }
    return "\u{1b}[\(code(of: role))m\(text)\u{1b}[0m"
  }

  private func code(of role: Role) -> String {
    switch role {
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.note): "1;36"
    case .strong: "1"
    case .frame: "34"
    case .faint: "2"
    case .good: "1;32"
    }
  }
}
