/// The tables of the six documented services, as their reference pages show them.
enum DocumentedTables {
  /// By operation: the field table, the types of the path parameters, and key, type and default of
  /// the query parameters.
  static let all: [String: PageTables.Service] = [
    "stem_occupations.types": PageTables.Service(
      fieldLines: """
        Response is a list of objects
        Field | Type |
        ---|---|
        href | string |
        code optional | integer |
        title | string |
        job_family (contains nested items) optional | list of objects |
        href (nested at level 1) | string |
        code (nested at level 1) | string |
        title (nested at level 1) | string |
        """.split(separator: "\n").map(String.init),
      pathTypes: [],
      query: []
    ),
    "stem_occupations.in_type": PageTables.Service(
      fieldLines: """
        Field | Type |
        ---|---|
        start | integer |
        end | integer |
        total | integer |
        prev optional | string |
        next optional | string |
        occupation (contains nested items) | list of objects |
        href (nested at level 1) | string |
        code (nested at level 1) | string |
        title (nested at level 1) | string |
        tags (nested at level 1) (contains nested items) | object |
        bright_outlook (nested at level 2) optional | boolean |
        job_family (nested at level 1) (contains nested items) | object |
        code (nested at level 2) | string |
        title (nested at level 2) | string |
        """.split(separator: "\n").map(String.init),
      pathTypes: ["integer Values: 1–5"],
      query: [
        ["job_family", "string", "(none)"],
        ["sort", "string Values: job_family, title, code", "job_family"],
        ["start", "integer", "1"],
        ["end", "integer", "start + 19"],
      ]
    ),
    "stem_occupations.all": PageTables.Service(
      fieldLines: """
        Field | Type |
        ---|---|
        start | integer |
        end | integer |
        total | integer |
        prev optional | string |
        next optional | string |
        occupation (contains nested items) | list of objects |
        href (nested at level 1) | string |
        code (nested at level 1) | string |
        title (nested at level 1) | string |
        tags (nested at level 1) (contains nested items) | object |
        bright_outlook (nested at level 2) optional | boolean |
        job_family (nested at level 1) (contains nested items) | object |
        code (nested at level 2) | string |
        title (nested at level 2) | string |
        stem_occupation_type (nested at level 1) (contains nested items) | list of objects |
        code (nested at level 2) | integer |
        title (nested at level 2) | string |
        """.split(separator: "\n").map(String.init),
      pathTypes: [],
      query: [
        ["job_family", "string", "(none)"],
        ["sort", "string Values: job_family, title, code, stem_occupation_type", "title"],
        ["start", "integer", "1"],
        ["end", "integer", "start + 19"],
      ]
    ),
    "job_duties.search": PageTables.Service(
      fieldLines: """
        Field | Type |
        ---|---|
        start | integer |
        end | integer |
        total | integer |
        prev optional | string |
        next optional | string |
        occupation (contains nested items) | list of objects |
        href (nested at level 1) | string |
        code (nested at level 1) | string |
        title (nested at level 1) | string |
        tags (nested at level 1) (contains nested items) | object |
        bright_outlook (nested at level 2) optional | boolean |
        """.split(separator: "\n").map(String.init),
      pathTypes: [],
      query: [
        ["keyword required", "string", "(none)"],
        ["start", "integer", "1"],
        ["end", "integer", "start + 19"],
      ]
    ),
    "job_duties.tasks": PageTables.Service(
      fieldLines: """
        Response is a list of objects
        Field | Type |
        ---|---|
        id | string |
        title | string |
        """.split(separator: "\n").map(String.init),
      pathTypes: ["string"],
      query: []
    ),
    "job_duties.results": PageTables.Service(
      fieldLines: """
        Field | Type |
        ---|---|
        start | integer |
        end | integer |
        total | integer |
        prev optional | string |
        next optional | string |
        occupation (contains nested items) | list of objects |
        href (nested at level 1) | string |
        code (nested at level 1) | string |
        title (nested at level 1) | string |
        tags (nested at level 1) (contains nested items) | object |
        bright_outlook (nested at level 2) optional | boolean |
        job_zone (nested at level 1) (contains nested items) | object |
        code (nested at level 2) | integer |
        title (nested at level 2) | string |
        tasks (nested at level 1) (contains nested items) | object |
        closely_related (nested at level 2) (contains nested items) | list of objects |
        id (nested at level 3) | string |
        title (nested at level 3) | string |
        less_related (nested at level 2) (contains nested items) | list of objects |
        id (nested at level 3) | string |
        title (nested at level 3) | string |
        full (nested at level 2) (contains nested items) | list of objects |
        id (nested at level 3) | string |
        title (nested at level 3) | string |
        """.split(separator: "\n").map(String.init),
      pathTypes: ["string"],
      query: [
        ["tasks required", "list of integers (comma-separated)", "(none)"],
        [
          "sort", "string Values: closely_related, all_related, title, code, zone",
          "closely_related",
        ],
        ["start", "integer", "1"],
        ["end", "integer", "start + 19"],
      ]
    ),
  ]
}
