/// Text as a terminal may safely show it.
///
/// What an API sends is hostile until shown otherwise: it may hold escape sequences that move the
/// cursor, a carriage return that overwrites the line, or marks that turn the direction of the
/// text around. All of these are shown as `\u{1b}`, never sent.
struct VisibleText {
  /// A character with the columns it takes.
  struct Cell {
    /// What is printed.
    var text: String
    /// How many columns that takes.
    var width: Int
  }

  /// One cell for each character of the text.
  private(set) var cells: [Cell]

  /// Reads a text.
  ///
  /// - Parameter tab: What a tab is shown as; `nil` to show it as `\u{9}`.
  init(_ text: some StringProtocol, tab: String? = nil) {
    cells = text.map { Self.cell(of: $0, tab: tab) }
  }

  /// The text with everything that a terminal would obey made visible.
  var text: String { cells.reduce(into: "") { $0 += $1.text } }

  /// Returns the columns of the first cells.
  func width(ofFirst count: Int) -> Int {
    cells.prefix(max(count, 0)).reduce(0) { $0 + $1.width }
  }

  /// The columns of the whole text.
  var width: Int { width(ofFirst: cells.count) }

  private static func cell(of character: Character, tab: String?) -> Cell {
    if character == "\t", let tab { return Cell(text: tab, width: tab.count) }
    let scalars = character.unicodeScalars
    guard scalars.count > 1 || scalars.contains(where: mustHide) else {
      return Cell(text: String(character), width: DisplayWidth.of(character))
    }
    guard scalars.contains(where: mustHide) || scalars.count > mostScalars else {
      return Cell(text: String(character), width: DisplayWidth.of(character))
    }
    var text = ""
    for scalar in scalars.prefix(mostScalars) {
      text += mustHide(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
    if scalars.count > mostScalars { text += "…" }
    return Cell(text: text, width: DisplayWidth.of(text))
  }

  /// How many scalars of one character are shown: piled-up marks would cover the lines around.
  private static let mostScalars = 12

  private static func mustHide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: false
    case 0x200C, 0x200D: false
    case 0xE0020...0xE007F: true
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
      default: false
      }
    }
  }
}

extension String {
  /// The text with everything that a terminal would obey made visible: `\u{1b}`.
  public var visible: String {
    utf8.allSatisfy { (0x20...0x7E).contains($0) } ? self : VisibleText(self).text
  }
}
