import PlumbChecking
public import PlumbModel

/// Shows an exchange to people: what was asked, what was answered, and the body line by line.
///
/// Credentials are not shown; the placeholders of recordings name what was taken out, and are.
public struct ExchangeText: Sendable {
  private let width: Int
  private let ink: Ink
  private let numbersLines: Bool
  private let redactor: Redactor

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - width: The columns of a line; lines of the body are never cut.
  ///   - isColoured: Whether to colour.
  ///   - numbersLines: Whether the lines of the body are numbered, from 1.
  ///   - redactor: What takes credentials out.
  public init(
    width: Int = 80,
    isColoured: Bool = false,
    numbersLines: Bool = false,
    redactor: Redactor = Redactor(secrets: [])
  ) {
    self.redactor = redactor
    self.width = max(width, 40)
    self.numbersLines = numbersLines
    ink = Ink(isColoured: isColoured)
  }

  /// Returns the text.
  ///
  /// - Parameters:
  ///   - exchange: The exchange.
  ///   - facts: What else is known of it, a sentence without a full stop each.
  public func text(of exchange: Exchange, facts: [String] = []) -> String {
    let exchange = redactor.shown(exchange)
    let response = exchange.response
    let url = exchange.request.url
    var lines = facts.flatMap { "# \($0)".wrapped(to: width) }.map { ink.paint($0, as: .faint) }
    if !facts.isEmpty { lines.append("") }
    lines.append(
      ink.paint("\(exchange.request.method) \(url)".visible, as: .strong)
    )
    lines += fields(exchange.request.fields)
    lines += [""]
    if let failure = response.failure {
      lines += "no whole answer came: \(failure)".wrapped(to: width).map {
        ink.paint($0, as: .severity(.error))
      }
    }
    if response.status > 0 {
      let role: Ink.Role = response.status < 400 ? .good : .severity(.warning)
      lines.append(ink.paint("\(response.status)", as: role))
      lines += fields(response.fields) + [""] + body(of: exchange)
    }
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  private func fields(_ fields: [HTTPField]) -> [String] {
    fields.map { "\(ink.paint($0.name.visible, as: .frame)): \($0.value.visible)" }
  }

  /// The lines of the body; JSON is laid out over lines where that changes nothing but its space.
  private func body(of exchange: Exchange) -> [String] {
    let bytes = exchange.response.body
    guard !bytes.isEmpty else { return ["(no body)"] }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return ["(\(Phrase.size(bytes.count)) that are no text)"]
    }
    var lines = JSONLines(text).lines
    if lines.last?.isEmpty == true { lines.removeLast() }
    let digits = String(lines.count).count
    return lines.enumerated().map { index, line in
      let shown = VisibleText(line, tab: "  ").text
      guard numbersLines else { return shown }
      let number = String(index + 1)
      let margin = String(repeating: " ", count: digits - number.count)
      return "\(ink.paint("\(margin)\(number) |", as: .frame)) \(shown)"
    }
  }
}
