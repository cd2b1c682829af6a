extension Rule {
  static let pageCount = Rule(
    id: "page-count",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageWindow = Rule(
    id: "page-window",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageDefault = Rule(
    id: "page-default",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageEndWrong = Rule(
    id: "page-end-wrong",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageBounds = Rule(
    id: "page-bounds",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageInconsistent = Rule(
    id: "page-inconsistent",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageEmpty = Rule(
    id: "page-empty",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageGap = Rule(
    id: "page-gap",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageOverlap = Rule(
    id: "page-overlap",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageDuplicateItem = Rule(
    id: "page-duplicate-item",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageTotalChanged = Rule(
    id: "page-total-changed",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let pageTotalWrong = Rule(
    id: "page-total-wrong",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let nextMissing = Rule(
    id: "next-missing",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let nextUnexpected = Rule(
    id: "next-unexpected",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let nextWindow = Rule(
    id: "next-window",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let nextLoop = Rule(
    id: "next-loop",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let nextParameters = Rule(
    id: "next-parameters",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let nextHost = Rule(
    id: "next-host",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let prevMissing = Rule(
    id: "prev-missing",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let prevUnexpected = Rule(
    id: "prev-unexpected",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let prevWindow = Rule(
    id: "prev-window",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let prevLoop = Rule(
    id: "prev-loop",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let prevParameters = Rule(
    id: "prev-parameters",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let prevHost = Rule(
    id: "prev-host",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let cursorMissing = Rule(
    id: "cursor-missing",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let cursorUnexpected = Rule(
    id: "cursor-unexpected",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let cursorLoop = Rule(
    id: "cursor-loop",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )

  static let cursorMismatch = Rule(
    id: "cursor-mismatch",
    family: .pages,
    severity: .error,
    summary: "TO BE WORDED.",
    example: "TO BE WORDED",
    remedy: "TO BE WORDED"
  )
}
