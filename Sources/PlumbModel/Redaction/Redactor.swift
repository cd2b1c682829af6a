import PlumbText

/// Takes credentials out of whatever is written or printed.
///
/// Found are the known values, however they are escaped or encoded. A placeholder that names the
/// secret, `{{secret:LIBRARY_KEY}}`, stands in their place; where the text is a URL, its braces are
/// escaped.
public struct Redactor: Sendable {
  /// What stands in place of a credential in text for people.
  public static let word = "REDACTED"

  private let finder: SecretFinder
  private let exempt: Set<String>

  /// Creates a redactor.
  ///
  /// - Parameters:
  ///   - secrets: The known values.
  ///   - exempt: Names of parameters and rows that are documented and carry no credentials, however
  ///     they sound.
  public init(secrets: [Secret], exempt: Set<String> = []) {
    finder = SecretFinder(secrets)
    self.exempt = exempt
  }

  /// Returns an exchange without credentials; all else in it is as it was, byte for byte.
  ///
  /// - Throws: ``RedactionRefusal`` when something has the shape of a credential, and nothing says
  ///   what to put in its place.
  public func redacted(_ exchange: Exchange) throws(RedactionRefusal) -> Exchange {
    guard !finder.isEmpty else { return exchange }
    var exchange = exchange
    exchange.request.url = placeholders(in: exchange.request.url, isURL: true)
    exchange.request.fields = fields(exchange.request.fields)
    exchange.request.body = placeholders(in: exchange.request.body)
    exchange.response.fields = fields(exchange.response.fields)
    exchange.response.body = placeholders(in: exchange.response.body)
    exchange.response.failure = exchange.response.failure.map { redacted($0) }
    return exchange
  }

  /// Returns a text for people without credentials: a report, a message, a line of progress.
  public func redacted(_ text: String) -> String {
    guard !finder.isEmpty else { return text }
    return String(
      decoding: replaced(Array(text.utf8)) { _ in Array(Self.word.utf8) },
      as: UTF8.self
    )
  }

  private func fields(_ fields: [HTTPField]) -> [HTTPField] {
    fields.map { HTTPField(name: $0.name, value: placeholders(in: $0.value)) }
  }

  private func placeholders(in text: String, isURL: Bool = false) -> String {
    String(decoding: placeholders(in: Array(text.utf8), isURL: isURL), as: UTF8.self)
  }

  private func placeholders(in bytes: [UInt8], isURL: Bool = false) -> [UInt8] {
    replaced(bytes) { found in
      let name = finder.secrets[found.secret].name
      return Array((isURL ? "%7B%7Bsecret:\(name)%7D%7D" : "{{secret:\(name)}}").utf8)
    }
  }

  private func replaced(
    _ bytes: [UInt8],
    with replacement: (SecretFinder.Found) -> [UInt8]
  ) -> [UInt8] {
    var found = Layer(bytes, at: 0).all.flatMap { finder.found(in: $0) }
    guard !found.isEmpty else { return bytes }
    found.sort {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var result: [UInt8] = []
    var position = 0
    for value in found {
      if value.range.lowerBound >= position {
        result += bytes[position..<value.range.lowerBound]
        result += replacement(value)
      }
      position = max(position, value.range.upperBound)
    }
    return result + bytes[position...]
  }
}
