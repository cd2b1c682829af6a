extension Rule {
  static let linkTarget = Rule(
    id: "link-target",
    family: .links,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let linkUndocumented = Rule(
    id: "link-undocumented",
    family: .links,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let linkHost = Rule(
    id: "link-host",
    family: .links,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )
}
