extension ProofTable {
  /// What one exchange breaks alone, inside a chain of others.
  static let exchanges: [ProofCase] =
    ends.flatMap { place in
      [
        ("fields/dropped", "/occupation/0/title", "field-missing"),
        ("fields/dropped", "/occupation/3/job_family", "field-missing"),
        ("fields/dropped", "/occupation/2/code", "field-missing"),
        ("fields/dropped", "/total", "field-missing"),
        ("fields/dropped", "/end", "field-missing"),
        ("fields/renamed", "/occupation/2/job_family", "field-renamed"),
        ("fields/null", "/occupation/2/code", "field-null"),
        ("fields/null", "/occupation/2/title", "field-null"),
        ("fields/stringified", "/total", "field-stringified"),
        ("fields/stringified", "/start", "field-stringified"),
        ("fields/wrapped", "/occupation/3/tags", "field-wrapped"),
        ("fields/wrapped", "", "field-wrapped"),
        ("fields/unwrapped", "/occupation", "field-wrapped"),
        ("fields/extra", "/occupation/1", "field-undocumented"),
        ("fields/wrong-type", "/occupation/0/href", "field-type"),
        ("fields/wrong-type", "/occupation/1/title", "field-type"),
        ("body/truncated", "", "body-truncated"),
        ("body/trailing-text", "", "body-trailing-text"),
        ("body/bad-utf8", "/occupation/2/title", "body-encoding"),
        ("body/lone-surrogate", "/occupation/2/title", "body-lone-surrogate"),
        ("body/duplicate-member", "/occupation/1/code", "body-duplicate-member"),
        ("body/not-json", "", "body-not-json"),
        ("http/html-with-200", "", "content-type"),
        ("http/wrong-content-type", "", "content-type"),
        ("http/redirect", "", "redirect"),
        ("http/undocumented-status", "", "status-undocumented"),
      ].map { fault, pointer, rule in
        ProofCase(fault, .titles, place, rule, at: pointer)
      }
    }
    + [
      ProofCase("fields/renamed", .titles, .middle, "field-renamed", at: "/next"),
      ProofCase("fields/null", .titles, .middle, "field-null", at: "/next"),
      ProofCase("fields/null", .titles, .middle, "field-null", at: "/prev"),
      ProofCase("body/too-deep", .search, .middle, "body-too-deep"),
      ProofCase("http/refused-good-request", .standard, .only, "refused-good-request"),
      ProofCase("http/refused-good-request", .tasks, .only, "refused-good-request"),
      ProofCase("http/accepted-bad-request", .refused, .only, "status-for-bad-request"),
      ProofCase("http/accepted-bad-request", .wordless, .only, "status-for-bad-request"),
      ProofCase("http/error-body", .refused, .only, "error-body"),
      ProofCase("http/forbidden", .unkeyed, .only, "status-undocumented"),
      ProofCase("http/missing-challenge", .unkeyed, .only, "header-missing"),
      ProofCase("fields/renamed", .tasks, .only, "field-renamed", at: "/0/title"),
      ProofCase("fields/wrong-type", .typeList, .only, "field-type", at: "/2/code"),
      ProofCase(
        "fields/moved",
        .related,
        .middle,
        "field-moved",
        at: "/occupation/2/tasks/less_related"
      ),
      ProofCase(
        "fields/out-of-range",
        .jobs,
        .last,
        "field-value",
        at: "/data/2/minorGroups/0/groupRelationType"
      ),
      ProofCase(
        "fields/out-of-range",
        .group,
        .first,
        "field-value",
        at: "/data/2/lastUpdatedDate"
      ),
      ProofCase(
        "fields/stringified",
        .zones,
        .middle,
        "field-stringified",
        at: "/occupation/2/job_zone/code"
      ),
      ProofCase(
        "fields/dropped",
        .related,
        .middle,
        "field-missing",
        at: "/occupation/0/tasks/full/0/id"
      ),
      ProofCase("fields/wrong-type", .jobs, .middle, "field-type", at: "/data/7/titleEnglish"),
      ProofCase("fields/null", .jobs, .middle, "field-null", at: "/nextCursor"),
    ]
}
