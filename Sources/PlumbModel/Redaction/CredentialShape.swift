import PlumbText

/// A form that only credentials have.
public struct CredentialShape: Hashable, Sendable {
  /// What it is, with its article, e.g. `a JSON Web Token`.
  public let words: String

  /// The name that stands in a placeholder, e.g. `jwt`.
  let name: String

  /// What it begins with.
  let prefix: String

  /// Which characters follow.
  let tail: Tail

  /// Which characters may follow a prefix.
  enum Tail: Hashable, Sendable {
    /// At least so many letters, digits, `_` and `-`, a digit among them.
    case word(Int)
    /// At least so many letters and digits, a digit among them.
    case letters(Int)
    /// Exactly so many capitals and digits.
    case capitals(Int)
    /// Exactly so many digits of base 16.
    case hexadecimal(Int)
    /// Three or five parts of base64url with dots between; the first holds `"alg"`.
    case jsonWebToken
    /// Everything up to the line that ends the key.
    case privateKey
    /// So many characters of a credential behind a scheme.
    case scheme(Int)
  }

  /// The shapes that are known.
  static let all: [CredentialShape] =
    [
      make("a JSON Web Token", "jwt", ["eyJ", "ewog", "ewoJ", "ew0K", "eyAi"], .jsonWebToken),
      make("a private key", "private-key", ["-----BEGIN "], .privateKey),
      make(
        "a GitHub token",
        "github-token",
        ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
        .letters(36)
      ),
      make("a GitHub token", "github-token", ["github_pat_"], .word(22)),
      make("a GitLab token", "gitlab-token", ["glpat-"], .word(20)),
      make(
        "a Slack token",
        "slack-token",
        ["xoxb-", "xoxp-", "xoxa-", "xoxe-", "xoxr-", "xapp-"],
        .word(10)
      ),
      make("an AWS key", "aws-key", ["AKIA", "ASIA"], .capitals(16)),
      make("a Google API key", "google-key", ["AIza"], .word(35)),
      make("a Google token", "google-token", ["ya29."], .word(20)),
      make("a Google secret", "google-secret", ["GOCSPX-"], .word(20)),
      make("an API key", "api-key", ["sk-ant-", "sk-proj-", "sk-svcacct-"], .word(20)),
      make("an API key", "api-key", ["sk-"], .letters(20)),
      make(
        "a Stripe key",
        "stripe-key",
        ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "whsec_"],
        .letters(16)
      ),
      make("a SendGrid key", "sendgrid-key", ["SG."], .word(16)),
      make("an npm token", "npm-token", ["npm_"], .letters(36)),
      make("a PyPI token", "pypi-token", ["pypi-AgEI"], .word(40)),
      make("a DigitalOcean token", "digitalocean-token", ["dop_v1_", "doo_v1_"], .hexadecimal(64)),
      make("a Shopify token", "shopify-token", ["shpat_", "shpss_", "shpca_"], .hexadecimal(32)),
      make("a Hugging Face token", "huggingface-token", ["hf_"], .letters(30)),
      make("a Databricks token", "databricks-token", ["dapi"], .hexadecimal(32)),
      make("a Mailgun key", "mailgun-key", ["key-"], .hexadecimal(32)),
      make("a Vault token", "vault-token", ["hvs."], .word(24)),
      make("an age key", "age-key", ["AGE-SECRET-KEY-1"], .capitals(58)),
      make("a bearer token", "token", ["Bearer "], .scheme(20)),
      make("a user with a password", "user", ["Basic "], .scheme(12)),
    ].flatMap(\.self)

  private init(words: String, name: String, prefix: String, tail: Tail) {
    self.words = words
    self.name = name
    self.prefix = prefix
    self.tail = tail
  }
}

extension CredentialShape {
  fileprivate static func make(
    _ words: String,
    _ name: String,
    _ prefixes: [String],
    _ tail: Tail
  ) -> [CredentialShape] {
    prefixes.map { CredentialShape(words: words, name: name, prefix: $0, tail: tail) }
  }
}
