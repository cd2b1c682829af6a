extension Rule {
  static let law = Rule(
    id: "law",
    family: .laws,
    severity: .error,
    summary: """
      Values of one answer, or of several in one session, do not stand in the relation that a law \
      of the contract names.
      """,
    example: "GET /items?group=3 answers an item whose group is 4",
    remedy: "Correct the values or the filter, or the law if the documentation does not promise it."
  )

  static let defaultDiffers = Rule(
    id: "default-differs",
    family: .laws,
    severity: .error,
    summary: """
      A request that leaves a parameter out has another answer than one that gives the parameter \
      with its documented default.
      """,
    example: "GET /items and GET /items?sort=title differ, where `sort` is documented as = title",
    remedy: "Apply the documented default, or document the one that is applied.",
    yieldsTo: [
      "page-default", "page-window", "order-ignored", "order-reversed", "order-broken",
      "answer-differs",
    ]
  )
}
