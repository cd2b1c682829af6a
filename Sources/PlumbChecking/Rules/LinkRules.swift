extension Rule {
  static let linkTarget = Rule(
    id: "link-target",
    family: .links,
    severity: .error,
    summary: """
      An address is not made of the values beside it, as the documentation says: it names another \
      item than its own. Where only a slash at the end differs, this is a note.
      """,
    example: #"{"href": "https://api.example.org/items/8/", "code": 7}"#,
    remedy: "Build the address from the item that it stands in, or correct the documented target.",
    yieldsTo: ["link-host"]
  )

  static let linkUndocumented = Rule(
    id: "link-undocumented",
    family: .links,
    severity: .error,
    summary: """
      An address on the API's own hosts leads to no documented operation, although every operation \
      is documented.
      """,
    example: "https://api.example.org/items/7/parts where only /items/{code}/ is documented",
    remedy: "Document the operation, or lead to one that is documented.",
    yieldsTo: ["link-target", "link-host", "next-host", "prev-host"]
  )

  static let linkHost = Rule(
    id: "link-host",
    family: .links,
    severity: .error,
    summary: """
      An address that is documented to lead into the API is on another host, on another port or \
      under another scheme.
      """,
    example: "http://localhost:8080/items/7/ where https://api.example.org is documented",
    remedy: """
      Build addresses from the public name of the service, or name the host under `hosts`.
      """,
    yieldsTo: ["next-host", "prev-host"]
  )

  static let linkDead = Rule(
    id: "link-dead",
    family: .links,
    severity: .error,
    summary: """
      A documented link was followed, and the API has nothing there. Only `plumb live --follow` \
      finds it, and only for links to operations that are not under contract: where they are, the \
      status itself is judged.
      """,
    example: "https://api.example.org/items/7/parts is answered with 404",
    remedy: "Lead to something that exists, or leave the link out.",
    yieldsTo: ["link-undocumented", "link-target", "link-host"]
  )
}
