extension Rule {
  static let nextMissing = Rule(
    id: "next-missing",
    family: .pages,
    severity: .error,
    summary: "A page has one after it, but no link leads there.",
    example: "end below the total, and no next",
    remedy: "Send next on every page but the last."
  )

  static let nextUnexpected = Rule(
    id: "next-unexpected",
    family: .pages,
    severity: .error,
    summary: "A page links to one after it where there is none.",
    example: "a next where end is the total",
    remedy: "Leave next out on the last page."
  )

  static let nextWindow = Rule(
    id: "next-window",
    family: .pages,
    severity: .error,
    summary: "The link to the page after asks for another window than the one that joins on.",
    example: "start 21, end 40, and next asks for ?start=42&end=61 instead of ?start=41&end=60",
    remedy: "Let next ask for as many items as the request did, right after this page.",
    yieldsTo: ["next-loop"]
  )

  static let nextLoop = Rule(
    id: "next-loop",
    family: .pages,
    severity: .error,
    summary: """
      The link to the page after leads back to this page or the wrong way, so that \
      following it does not end.
      """,
    example: "start 21, end 40, and next asks for start=21&end=40",
    remedy: """
      Let next lead to the page after; look for a link made from the request instead of the \
      answer.
      """
  )

  static let nextParameters = Rule(
    id: "next-parameters",
    family: .pages,
    severity: .error,
    summary: """
      The link to the page after leads to another path, or drops or changes a filter or the \
      sort.
      """,
    example: "asked with sort=title, and next has no sort",
    remedy: "Copy the request's own parameters into next, the window apart."
  )

  static let nextHost = Rule(
    id: "next-host",
    family: .pages,
    severity: .error,
    summary: "The link to the page after leads to another scheme, host or port.",
    example: "asked at api.example.org, and next leads to http://10.0.0.7:8080/",
    remedy: "Make next from the public address; look for a proxy whose forwarded host is ignored."
  )

  static let prevMissing = Rule(
    id: "prev-missing",
    family: .pages,
    severity: .error,
    summary: "A page has one before it, but no link leads there.",
    example: "start above 1, and no prev",
    remedy: "Send prev on every page but the first."
  )

  static let prevUnexpected = Rule(
    id: "prev-unexpected",
    family: .pages,
    severity: .error,
    summary: "A page links to one before it where there is none.",
    example: "a prev where start is 1",
    remedy: "Leave prev out on the first page."
  )

  static let prevWindow = Rule(
    id: "prev-window",
    family: .pages,
    severity: .error,
    summary: "The link to the page before asks for another window than the one that joins on.",
    example: "start 21, end 40, and prev asks for ?start=2&end=21 instead of ?start=1&end=20",
    remedy: "Let prev ask for as many items as the request did, right before this page.",
    yieldsTo: ["prev-loop"]
  )

  static let prevLoop = Rule(
    id: "prev-loop",
    family: .pages,
    severity: .error,
    summary: """
      The link to the page before leads back to this page or the wrong way, so that \
      following it does not end.
      """,
    example: "start 21, end 40, and prev asks for start=21&end=40",
    remedy: """
      Let prev lead to the page before; look for a link made from the request instead of \
      the answer.
      """
  )

  static let prevParameters = Rule(
    id: "prev-parameters",
    family: .pages,
    severity: .error,
    summary: """
      The link to the page before leads to another path, or drops or changes a filter or \
      the sort.
      """,
    example: "asked with sort=title, and prev has no sort",
    remedy: "Copy the request's own parameters into prev, the window apart."
  )

  static let prevHost = Rule(
    id: "prev-host",
    family: .pages,
    severity: .error,
    summary: "The link to the page before leads to another scheme, host or port.",
    example: "asked at api.example.org, and prev leads to http://10.0.0.7:8080/",
    remedy: "Make prev from the public address; look for a proxy whose forwarded host is ignored."
  )
}
