/// The words by which names of credentials are known.
enum SecretWords {
  /// Header fields that always carry credentials, folded.
  static let fields: Set<String> = [
    "authorization", "proxyauthorization", "cookie", "cookie2", "setcookie", "setcookie2",
    "xforwardedauthorization", "xamzsecuritytoken", "xauth", "xauthkey", "xsession",
    "xoriginalauthorization",
  ]

  /// Words of which one anywhere in a name is enough.
  static let certain: Set<String> = [
    "password", "passwd", "passphrase", "passcode", "secret", "apikey", "credential",
    "credentials", "connectionstring", "csrf", "xsrf", "samlresponse",
  ]

  /// Words that are enough at the end of a name.
  static let certainLast: Set<String> = ["authorization", "cookie", "jwt", "otp", "pwd", "totp"]

  /// Endings of names whose words are not parted, or are several.
  static let certainEndings = [
    "token", "secret", "password", "passwd", "passphrase", "apikey", "accesskey", "secretkey",
    "privatekey", "signingkey", "encryptionkey", "subscriptionkey", "sharedkey", "accountkey",
    "authkey", "appkey", "sessionid", "sessid", "authorization", "cookie", "clientassertion",
    "credentials", "credential", "connectionstring", "samlrequest", "xamzsignature",
    "xamzcredential",
  ]

  /// Last words after which the value is something about a credential, not the credential.
  static let harmlessEndings: Set<String> = [
    "at", "change", "changed", "count", "date", "enabled", "endpoint", "exists", "expiration",
    "expired", "expires", "expiry", "field", "format", "header", "hint", "href", "in", "index",
    "length", "limit", "link", "max", "min", "mode", "name", "policy", "position", "required",
    "reset", "rotated", "score", "size", "status", "strength", "support", "supported", "text",
    "time", "ttl", "type", "types", "updated", "uri", "url", "usage", "used", "valid", "verified",
    "version",
  ]

  /// What stands before `token` where it leads to the next page.
  static let pagingTokens = [
    "page", "next", "prev", "previous", "continuation", "continue", "sync", "resume", "start",
    "scroll", "skip", "cursor", "pagination", "delta", "forward", "backward", "marker",
  ]

  /// Words before `key` that make it a credential.
  static let keys: Set<String> = [
    "access", "account", "admin", "api", "app", "application", "auth", "client", "consumer",
    "deploy", "encryption", "hmac", "host", "license", "master", "private", "secret", "service",
    "shared", "signing", "ssh", "storage", "subscription", "webhook",
  ]

  /// Header fields that end in `key` and carry none, folded.
  static let harmlessKeyFields: Set<String> = [
    "cachekey", "idempotencykey", "partitionkey", "routingkey", "secwebsocketkey", "sortkey",
    "surrogatekey", "xcachekey", "xidempotencykey", "xsurrogatekey",
  ]

  /// Words that name credentials in queries and header fields, and in bodies other things as well.
  static let likely: Set<String> = [
    "assertion", "auth", "bearer", "pass", "pin", "session", "sid", "sig", "signature", "ticket",
    "tokens",
  ]

  /// Parameters of a sign-in that are ordinary data elsewhere.
  static let doubtful: Set<String> = ["code", "codeverifier", "state", "nonce"]
}
