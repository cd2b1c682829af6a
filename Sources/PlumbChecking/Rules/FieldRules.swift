extension Rule {
  static let fieldMissing = Rule(
    id: "field-missing",
    family: .fields,
    severity: .error,
    summary: "A member that is documented, and not as optional, is left out.",
    example: #"{"code": "11-1011"} where code and title are documented"#,
    remedy: "Send the member, or mark the row optional.",
    yieldsTo: ["field-renamed", "field-moved", "field-wrapped"]
  )

  static let fieldUndocumented = Rule(
    id: "field-undocumented",
    family: .fields,
    severity: .error,
    summary: "An object holds a member that no row names.",
    example: #"{"code": "11-1011", "legacy_id": 7} where only code is documented"#,
    remedy: "Document the member, or stop sending it.",
    yieldsTo: ["field-renamed", "field-moved", "field-wrapped"]
  )

  static let fieldType = Rule(
    id: "field-type",
    family: .fields,
    severity: .error,
    summary: "A value has another type than its row.",
    example: #"{"total": 1.5} where total is documented as integer"#,
    remedy: "Send the documented type, or change the row.",
    yieldsTo: ["field-null", "field-stringified", "field-wrapped"]
  )

  static let fieldNull = Rule(
    id: "field-null",
    family: .fields,
    severity: .error,
    summary: "A value is null where null is not documented.",
    example: #"{"title": null} where title is documented as string"#,
    remedy: "Leave the member out if it is optional, send a value, or document null."
  )

  static let fieldValue = Rule(
    id: "field-value",
    family: .fields,
    severity: .error,
    summary:
      "A value has the documented type, but not the documented range, list, pattern or form.",
    example: #"{"zone": 6} where zone is documented as integer 1..5"#,
    remedy: "Send a documented value, or widen the row."
  )

  static let fieldRenamed = Rule(
    id: "field-renamed",
    family: .fields,
    severity: .error,
    summary: "A documented member is missing, and one with nearly its name is there instead.",
    example: #"{"jobFamily": {}} where job_family is documented"#,
    remedy:
      "Go back to the documented name, or rename the row and announce it as a breaking change."
  )

  static let fieldMoved = Rule(
    id: "field-moved",
    family: .fields,
    severity: .error,
    summary: "A documented member is missing from its object, and stands in another one.",
    example: #"{"title": "…", "family": {}} where title is documented inside family"#,
    remedy: "Send it where it is documented, or move the row."
  )

  static let fieldWrapped = Rule(
    id: "field-wrapped",
    family: .fields,
    severity: .error,
    summary: """
      A value is wrapped in, or stripped of, a list or an object: a list where an object is \
      meant, one value where a list is meant, [] for {}, the whole body inside another object.
      """,
    example: #"{"tags": []} where tags is documented as object"#,
    remedy: "Send the documented shape also for none and for one; serialisers often drop it there."
  )

  static let fieldStringified = Rule(
    id: "field-stringified",
    family: .fields,
    severity: .error,
    summary: "A number or boolean is sent as a string.",
    example: #"{"total": "187"} where total is documented as integer"#,
    remedy: "Send the value without quotes, or change the row."
  )
}
