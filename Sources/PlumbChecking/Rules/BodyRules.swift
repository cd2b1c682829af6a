extension Rule {
  static let bodyNotJSON = Rule(
    id: "body-not-json",
    family: .body,
    severity: .error,
    summary: "A body that is documented as JSON breaks the grammar of RFC 8259, or is empty.",
    example: #"{"start": 1, "end": 20,}"#,
    remedy: "Serialise the body with a JSON library; templates and string building break here.",
    yieldsTo: ["content-type", "body-truncated"]
  )

  static let bodyTruncated = Rule(
    id: "body-truncated",
    family: .body,
    severity: .error,
    summary: "A body ends before its JSON value does.",
    example: #"{"start": 1, "occupation": [{"code": "11-10"#,
    remedy: "Look for a limit or a time-out between the API and its clients that cuts answers off.",
    yieldsTo: ["content-type"]
  )

  static let bodyTrailingText = Rule(
    id: "body-trailing-text",
    family: .body,
    severity: .error,
    summary: "More text than white space follows the JSON value of a body.",
    example: #"{"start": 1}{"start": 2}"#,
    remedy: "Send one value; look for warnings or a second answer written to the same response."
  )

  static let bodyEncoding = Rule(
    id: "body-encoding",
    family: .body,
    severity: .error,
    summary: "A body holds bytes that are not UTF-8, or begins with a byte order mark.",
    example: "\"caf\u{fffd}\" sent as Latin-1",
    remedy: "Encode the body as UTF-8 without a byte order mark: RFC 8259, section 8.1."
  )

  static let bodyLoneSurrogate = Rule(
    id: "body-lone-surrogate",
    family: .body,
    severity: .error,
    summary: "A string holds half of an escaped surrogate pair, which is no character.",
    example: #"{"title": "smile \ud83d"}"#,
    remedy: "Escape both halves, or send the character itself; text was likely cut inside a pair."
  )

  static let bodyDuplicateMember = Rule(
    id: "body-duplicate-member",
    family: .body,
    severity: .error,
    summary: "An object has two members of the same name, so clients disagree on its value.",
    example: #"{"code": "11-1011", "code": "11-1021"}"#,
    remedy: "Send each member once: RFC 8259, section 4."
  )

  static let bodyTooDeep = Rule(
    id: "body-too-deep",
    family: .body,
    severity: .error,
    summary: "A body is nested deeper than is read.",
    example: "[[[[…]]]] with more than 512 levels",
    remedy: "Look for a loop in what is serialised; many clients refuse such bodies."
  )
}
