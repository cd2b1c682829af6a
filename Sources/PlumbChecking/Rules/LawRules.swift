extension Rule {
  static let law = Rule(
    id: "law",
    family: .laws,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let defaultDiffers = Rule(
    id: "default-differs",
    family: .laws,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )
}
