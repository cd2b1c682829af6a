extension Rule {
  static let statusUndocumented = Rule(
    id: "status-undocumented",
    family: .http,
    severity: .error,
    summary: "The status of an answer is none that the documentation names for the operation.",
    example: "404 where 200, 401 and 422 are documented",
    remedy: "Document the status with its body, or answer with a documented one.",
    yieldsTo: ["redirect"]
  )

  static let statusForBadRequest = Rule(
    id: "status-for-bad-request",
    family: .http,
    severity: .error,
    summary: """
      A request that the contract forbids was answered with a success. For a parameter that is \
      not documented this is a note: many APIs ignore those.
      """,
    example: "GET /search without its required keyword: 200",
    remedy: "Refuse the request as documented, or document that the parameter is optional or wider."
  )

  static let refusedGoodRequest = Rule(
    id: "refused-good-request",
    family: .http,
    severity: .error,
    summary: """
      A request that the contract gives as an example, or a next or prev link that the API itself \
      gave, was refused.
      """,
    example: "GET /listing?sort=title from the examples: 422",
    remedy: "Answer it, or correct the documented parameters and the example."
  )

  static let errorBody = Rule(
    id: "error-body",
    family: .http,
    severity: .error,
    summary: "The body of a documented refusal is not as documented.",
    example: #"422 with {"message": "…"} where {"error": string} is documented"#,
    remedy: "Send the documented error body from every layer that refuses, gateways included."
  )

  static let contentType = Rule(
    id: "content-type",
    family: .http,
    severity: .error,
    summary: "A body that is documented as JSON is declared as something else.",
    example: "Content-Type: text/html with status 200",
    remedy: "Declare application/json; an HTML page often comes from a proxy or a login page."
  )

  static let headerMissing = Rule(
    id: "header-missing",
    family: .http,
    severity: .error,
    summary: "A documented header field is missing from an answer.",
    example: "401 without WWW-Authenticate",
    remedy: "Send the field, or take it out of the documentation."
  )

  static let redirect = Rule(
    id: "redirect",
    family: .http,
    severity: .error,
    summary: "The answer leads to another address, which the documentation does not say.",
    example: "301 from /listing to /listing/",
    remedy: "Document the address that answers; clients that send keys should not follow."
  )

  static let answerDiffers = Rule(
    id: "answer-differs",
    family: .http,
    severity: .note,
    summary: "The same request has two different answers in one session.",
    example: "GET /listing?start=1 twice, with the items in another order",
    remedy: "Look for data that changed meanwhile, or for an order that is not stable."
  )
}
