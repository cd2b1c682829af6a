/// An invented occupation.
struct Occupation: Hashable, Sendable {
  /// A task with the activities it is an instance of.
  struct Task: Hashable, Sendable {
    /// The id, a number.
    var id: Int
    /// The statement.
    var title: String
    /// The activities, by number.
    var activities: [Int]
  }

  /// The code, `dd-dddd.dd`.
  var code: String

  /// The title.
  var title: String

  /// The job family.
  var family: JobFamily

  /// The job zone, 1 to 5.
  var zone: Int

  /// Whether it is expected to grow.
  var isBright: Bool

  /// The STEM types it belongs to, by code, ascending; often none.
  var types: [Int]

  /// The tasks, by id.
  var tasks: [Task]
}

/// A family of occupations.
struct JobFamily: Hashable, Sendable {
  /// The code, `dd-0000`.
  var code: String

  /// The title.
  var title: String

  /// The families of the invented world.
  static let all = [
    JobFamily(code: "11-0000", title: "Management"),
    JobFamily(code: "13-0000", title: "Business and Financial Operations"),
    JobFamily(code: "15-0000", title: "Computer and Mathematical"),
    JobFamily(code: "17-0000", title: "Architecture and Engineering"),
    JobFamily(code: "19-0000", title: "Life, Physical, and Social Science"),
    JobFamily(code: "25-0000", title: "Educational Instruction and Library"),
    JobFamily(code: "27-0000", title: "Arts, Design, Entertainment, Sports, and Media"),
    JobFamily(code: "29-0000", title: "Healthcare Practitioners and Technical"),
    JobFamily(code: "31-0000", title: "Healthcare Support"),
    JobFamily(code: "41-0000", title: "Sales and Related"),
    JobFamily(code: "51-0000", title: "Production"),
  ]
}

/// A STEM occupation type.
struct OccupationType: Hashable, Sendable {
  /// The code, 1 to 5.
  var code: Int

  /// The title.
  var title: String

  /// The types, by code.
  static let all = [
    OccupationType(code: 1, title: "Research, Development, Design, and Practitioners"),
    OccupationType(code: 2, title: "Technologists and Technicians"),
    OccupationType(code: 3, title: "Postsecondary Teaching"),
    OccupationType(code: 4, title: "Managerial"),
    OccupationType(code: 5, title: "Sales"),
  ]

  /// The type of a code; `nil` when there is none.
  static func withCode(_ code: Int) -> OccupationType? {
    all.first { $0.code == code }
  }
}
