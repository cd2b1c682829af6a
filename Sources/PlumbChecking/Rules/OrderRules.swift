extension Rule {
  static let orderBroken = Rule(
    id: "order-broken",
    family: .order,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let orderAtSeam = Rule(
    id: "order-at-seam",
    family: .order,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let orderReversed = Rule(
    id: "order-reversed",
    family: .order,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let orderIgnored = Rule(
    id: "order-ignored",
    family: .order,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let orderAmbiguous = Rule(
    id: "order-ambiguous",
    family: .order,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let orderReadingChanged = Rule(
    id: "order-reading-changed",
    family: .order,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )
}
