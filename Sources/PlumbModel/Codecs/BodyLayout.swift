/// How a recording lays out a body: the rule that turns the lines back into the bytes received.
public struct BodyLayout: Hashable, Sendable {
  /// The rule by which a laid-out body is joined again.
  public enum Rule: Hashable, Sendable {
    /// No white space between tokens.
    case compact
    /// One space after each comma and colon.
    case spaced
    /// One member a line, so many spaces deeper at each level; 1 to 8.
    case indented(Int)
    /// The body stands in the file as it was received.
    case asReceived
    /// The body stands as it was received in a file beside the recording.
    case beside
    /// There is no body.
    case none
  }

  /// The rule.
  public var rule: Rule

  /// Whether the body as received ends in a newline that the rule does not give.
  public var endsInNewline: Bool

  /// Creates a layout.
  public init(_ rule: Rule, endsInNewline: Bool = false) {
    self.rule = rule
    self.endsInNewline = endsInNewline
  }

  /// The layout as the head of a recording says it.
  public var word: String {
    let word =
      switch rule {
      case .compact: "compact"
      case .spaced: "spaced"
      case .indented(let width): "indented \(width)"
      case .asReceived: "as received"
      case .beside: "beside"
      case .none: "none"
      }
    return endsInNewline ? word + Self.newlineMark : word
  }

  /// Reads the layout from the word in a head; `nil` when there is no such layout.
  public init?(word: String) {
    var word = Substring(word)
    var endsInNewline = false
    if word.hasSuffix(Self.newlineMark) {
      word = word.dropLast(Self.newlineMark.count)
      endsInNewline = true
    }
    switch word {
    case "compact": self.init(.compact, endsInNewline: endsInNewline)
    case "spaced": self.init(.spaced, endsInNewline: endsInNewline)
    case "as received" where !endsInNewline: self.init(.asReceived)
    case "beside" where !endsInNewline: self.init(.beside)
    case "none" where !endsInNewline: self.init(.none)
    default:
      guard
        word.hasPrefix("indented "), let width = Int(word.dropFirst(9)), (1...8).contains(width)
      else { return nil }
      self.init(.indented(width), endsInNewline: endsInNewline)
    }
  }

  private static let newlineMark = ", newline"
}

extension BodyLayout {
  /// Whether the body in the file is not the body received, byte for byte.
  var isRelaid: Bool {
    switch rule {
    case .compact, .spaced, .indented: true
    case .asReceived, .beside, .none: false
    }
  }
}
