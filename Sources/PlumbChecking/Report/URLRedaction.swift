package import PlumbModel
import PlumbText

/// Takes credentials out of a URL before it is written anywhere.
package enum URLRedaction {
  /// What stands in place of a credential.
  package static let placeholder = "REDACTED"

  private static let names = [
    "accesskey", "accesstoken", "apikey", "apitoken", "assertion", "auth", "authorization",
    "clientsecret", "credential", "jwt", "key", "passphrase", "passwd", "password", "pwd",
    "refreshtoken", "secret", "session", "sessionid", "sid", "sig", "signature", "token",
    "xapikey",
  ]

  /// A URL without user and password, and without the values of parameters that sound secret.
  ///
  /// The contract's own parameters are kept, unless they are marked secret.
  package static func redact(_ url: String, contract: Contract? = nil) -> String {
    let hash = url.firstIndex(of: "#") ?? url.endIndex
    let parts = url[..<hash].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var text = withoutUser(String(parts.first ?? ""))
    if parts.count == 2 { text += "?" + withoutSecrets(parts[1], contract) }
    guard hash < url.endIndex else { return text }
    return text + "#" + withoutSecrets(url[url.index(after: hash)...], nil)
  }

  /// Whether a parameter or header field of this name usually carries a credential.
  package static func soundsSecret(_ name: String) -> Bool {
    let folded = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != "." }
    return names.contains(folded)
      || ["token", "secret", "password", "apikey", "cookie", "authorization"].contains {
        folded.hasSuffix($0)
      }
  }

  /// A query or a fragment without the values of parameters that sound secret.
  private static func withoutSecrets(_ query: Substring, _ contract: Contract?) -> String {
    query.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      let name = pair.prefix { $0 != "=" }
      guard name.count < pair.count, isSecret(String(name), contract) else { return String(pair) }
      return "\(name)=\(placeholder)"
    }
    .joined(separator: "&")
  }

  private static func withoutUser(_ text: String) -> String {
    guard let scheme = text.range(of: "://") else { return text }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard let at = authority.lastIndex(of: "@") else { return text }
    return text[..<scheme.upperBound] + placeholder + rest[at...]
  }

  private static func isSecret(_ written: String, _ contract: Contract?) -> Bool {
    let name = PercentEncoding.decode(written, plusIsSpace: true)
    if let own = contract?.parameters.first(where: { $0.name == name }) { return own.isSecret }
    return soundsSecret(name)
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
