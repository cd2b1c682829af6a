import PlumbModel

/// Writes how listings are divided and sorted.
enum ListingWriter {
  // MARK: - Pages

  /// Writes the dialect of an API.
  static func write(_ dialect: PagingDialect, to lines: inout NotationLines) {
    lines.block("paging") { lines in names(dialect, to: &lines) }
  }

  /// Writes the paging of an operation.
  ///
  /// - Parameter shared: The dialect of the API.
  static func write(_ paging: Paging, shared: PagingDialect?, to lines: inout NotationLines) {
    let items = YAMLText.written(paging.items.description, .value)
    guard paging.dialect != shared else {
      lines.entry("pages", items)
      return
    }
    lines.block("pages") { lines in
      lines.entry("items", items)
      names(paging.dialect, to: &lines)
    }
  }

  private static func names(_ dialect: PagingDialect, to lines: inout NotationLines) {
    var parts: [(part: String, name: String?)] = []
    let atMost: Int?
    switch dialect {
    case .window(let window):
      parts = [("start", window.start), ("end", window.end), ("total", window.total)]
      parts += [("next", window.next), ("prev", window.prev)]
      atMost = window.atMost
    case .cursor(let cursor):
      parts = [("cursor", cursor.cursor), ("limit", cursor.limit), ("next", cursor.nextCursor)]
      parts += [("current", cursor.currentCursor), ("total", cursor.total)]
      atMost = cursor.atMost
    case .offset(let offset):
      parts = [("offset", offset.offset), ("limit", offset.limit), ("total", offset.total)]
      atMost = offset.atMost
    case .page(let page):
      parts = [("page", page.page), ("size", page.size), ("total", page.total)]
      parts.append(("pages", page.pages))
      atMost = page.atMost
    case .linkHeader(let link):
      parts = [("size", link.size)]
      atMost = link.atMost
    }
    var written = parts.compactMap { part, name in
      name.map { "\(part): \(YAMLText.written($0, .flowName))" }
    }
    if let atMost { written.append("at_most: \(atMost)") }
    if written.isEmpty {
      lines.block(dialect.word) { _ in }
    } else {
      lines.entry(dialect.word, "{ \(written.joined(separator: ", ")) }")
    }
  }

  // MARK: - Order

  /// Writes how a listing is sorted.
  static func write(_ order: SortOrder, to lines: inout NotationLines) {
    guard let parameter = order.parameter else {
      if let choice = order.choices.first { write(choice, as: "order", to: &lines) }
      return
    }
    lines.block("order") { lines in
      lines.entry("parameter", YAMLText.written(parameter, .value))
      guard !order.choices.isEmpty else {
        lines.entry("keys", "{}")
        return
      }
      lines.block("keys") { lines in
        for choice in order.choices { write(choice, as: choice.value ?? "", to: &lines) }
      }
    }
  }

  private static func write(
    _ choice: SortOrder.Choice,
    as key: String,
    to lines: inout NotationLines
  ) {
    if choice.readings.count == 1 {
      lines.entry(key, YAMLText.written(choice.readings[0].text, .value))
    } else {
      lines.block(key) { lines in
        lines.block("one of") { lines in
          for reading in choice.readings {
            lines.lineItem(YAMLText.written(reading.text, .value))
          }
        }
      }
    }
  }
}
