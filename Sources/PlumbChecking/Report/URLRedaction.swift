import PlumbModel
import PlumbText

/// Takes credentials out of a URL before it is written anywhere.
enum URLRedaction {
  /// What stands in place of a credential.
  static let placeholder = "REDACTED"

  private static let names = [
    "accesskey", "accesstoken", "apikey", "apitoken", "assertion", "auth", "authorization",
    "clientsecret", "credential", "jwt", "key", "passphrase", "passwd", "password", "pwd",
    "refreshtoken", "secret", "session", "sessionid", "sid", "sig", "signature", "token",
    "xapikey",
  ]

  /// A URL without user and password, and without the values of parameters that sound secret.
  ///
  /// The contract's own parameters are kept, unless they are marked secret.
  static func redact(_ url: String, contract: Contract) -> String {
    let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var text = withoutUser(String(parts[0]))
    guard parts.count == 2 else { return text }
    let pairs = parts[1].split(separator: "&", omittingEmptySubsequences: false).map { pair in
      let name = pair.prefix { $0 != "=" }
      guard name.count < pair.count, isSecret(String(name), contract) else { return String(pair) }
      return "\(name)=\(placeholder)"
    }
    text += "?" + pairs.joined(separator: "&")
    return text
  }

  private static func withoutUser(_ text: String) -> String {
    guard let scheme = text.range(of: "://") else { return text }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else { return text }
    return text[..<scheme.upperBound] + placeholder + rest[at...]
  }

  private static func isSecret(_ written: String, _ contract: Contract) -> Bool {
    let name = PercentEncoding.decode(written, plusIsSpace: true)
    if let own = contract.parameters.first(where: { $0.name == name }) { return own.isSecret }
    let folded = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != "." }
    return names.contains(folded)
      || ["token", "secret", "password", "apikey"].contains {
        folded.hasSuffix($0)
      }
  }
}

extension String {
  /// Where a text first stands in this one.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
