import PlumbText

extension Redactor {
  /// Where the credentials of a text for people are, in bytes of its UTF-8, in order and apart.
  package func credentials(in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var search = CredentialSearch(self, style: .word)
    let edits = search.edits(inParts: 1) { search, _ in search.text(Layer(bytes, at: 0)) }
    return edits.joined().map(\.range)
  }

  /// Returns an exchange to be shown to people: ``word`` stands in place of each credential.
  package func shown(_ exchange: Exchange) -> Exchange {
    var parts = ExchangeParts(exchange)
    var search = CredentialSearch(self, style: .word)
    parts.apply(search.edits(inParts: parts.count) { parts.look(at: $1, with: &$0) })
    return parts.exchange
  }

  /// Whether a member, parameter or header field of this name usually carries a credential.
  package func soundsSecret(_ name: String) -> Bool {
    names.judge(name, as: .parameter) >= .likely
  }

  /// Returns a redactor that also knows the values that stand under telling names in a file, so
  /// that they are not shown where they stand under others.
  package func learning(from file: [UInt8]) -> Redactor {
    let learnt = scanned(file).discovered.filter { !finder.secrets.contains($0) }
    guard !learnt.isEmpty else { return self }
    return Redactor(finder: SecretFinder(finder.secrets + learnt), names: names)
  }
}
