import PlumbText

/// Takes credentials out of whatever is written or printed.
///
/// They are found by value (the known secrets, however they are escaped or encoded), by name (a
/// header field, a parameter, a member that is called like one), and by shape (a JSON Web Token).
/// `{{secret:LIBRARY_KEY}}` stands in their place; where the text is a URL, its braces are escaped.
/// Within one exchange, equal values get equal placeholders, and a placeholder tells nothing of the
/// value. All else stays as it was, byte for byte.
public struct Redactor: Sendable {
  /// What stands in place of a credential in text for people.
  public static let word = "REDACTED"

  let names: SecretNames
  let finder: SecretFinder
  let shapes = ShapeFinder.standard
  let hints = CredentialHints.standard

  /// Creates a redactor.
  ///
  /// - Parameters:
  ///   - secrets: The known values.
  ///   - exempt: Names of parameters and rows that are documented and carry no credentials, however
  ///     they sound.
  ///   - marked: Names of parameters, rows and header fields that carry some, however they sound.
  ///   - lasting: Those of the marked names whose values relate one exchange to another, as a cursor.
  public init(
    secrets: [Secret],
    exempt: Set<String> = [],
    marked: Set<String> = [],
    lasting: Set<String> = []
  ) {
    finder = SecretFinder(secrets)
    names = SecretNames(exempt: exempt, marked: marked, lasting: lasting)
  }

  init(finder: SecretFinder, names: SecretNames) {
    self.finder = finder
    self.names = names
  }

  /// Returns an exchange without credentials.
  ///
  /// - Throws: ``RedactionRefusal`` when something has the shape of a credential, and nothing says
  ///   that it is one.
  public func redacted(_ exchange: Exchange) throws(RedactionRefusal) -> Exchange {
    var book = PlaceholderBook()
    return try redacted(exchange, &book)
  }

  /// Whether some values keep their placeholders from one exchange to the next.
  package var relatesExchanges: Bool { names.someLast }

  /// Returns an exchange of a session without credentials.
  ///
  /// - Parameter book: The placeholders that the session has given to values until now.
  package func redacted(
    _ exchange: Exchange,
    _ book: inout PlaceholderBook
  ) throws(RedactionRefusal) -> Exchange {
    var parts = ExchangeParts(exchange)
    var search = CredentialSearch(self, style: .placeholder)
    search.book = book
    let edits = search.edits(inParts: parts.count) { parts.look(at: $1, with: &$0) }
    try RedactionRefusal.check(edits.joined())
    parts.apply(edits)
    book = search.book
    book.endExchange()
    return parts.exchange
  }

  /// Returns a text for people without credentials: a report, a message, a line of progress.
  public func redacted(_ text: String) -> String {
    let found = credentials(in: text)
    guard !found.isEmpty else { return text }
    let edits = found.map { range in
      RedactionEdit(range: range, replacement: Array(Self.word.utf8), kind: .userinfo, place: "")
    }
    return String(decoding: RedactionEdit.apply(edits, to: Array(text.utf8)), as: UTF8.self)
  }
}
