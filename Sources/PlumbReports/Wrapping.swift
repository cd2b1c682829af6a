extension String {
  /// The text with everything that a terminal would obey made visible, cut to so many columns.
  public func fitting(columns: Int) -> String { visible.cut(to: max(columns, 0)) }

  /// Breaks the text at its spaces into lines that fit.
  ///
  /// A word that is wider than a line is broken where the line ends, so that no line is wider.
  ///
  /// - Parameters:
  ///   - width: The columns of the first line; at least 1.
  ///   - rest: The columns of the lines after; at least 1, `nil` for `width`.
  ///   - limit: How many lines there may be; the last one ends in `…` where more would follow.
  public func wrapped(to width: Int, then rest: Int? = nil, limit: Int = 12) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    var room: Int { max(lines.isEmpty ? width : rest ?? width, 1) }
    for word in VisibleText(self).cells.split(whereSeparator: { $0.text == " " }) {
      let size = word.reduce(0) { $0 + $1.width }
      if used > 0, used + 1 + size > room {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 {
        line += " "
        used += 1
      }
      for cell in word {
        if used + cell.width > room, used > 0 {
          lines.append(line)
          line = ""
          used = 0
        }
        line += cell.text
        used += cell.width
      }
    }
    lines.append(line)
    guard lines.count > limit, let last = lines.prefix(limit).last else { return lines }
    return lines.prefix(limit - 1) + [last.cut(to: room - 1) + "…"]
  }

  /// Cuts printable text to so many columns.
  func cut(to width: Int) -> String {
    var used = 0
    return String(
      prefix { character in
        used += DisplayWidth.of(character)
        return used <= width
      }
    )
  }
}
