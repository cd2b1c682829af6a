/// An invented job of the second API.
struct Job: Hashable, Sendable {
  /// The code, `T` and five digits.
  var code: String
  var titleEnglish: String
  var titleMaori: String?
  var otherTitles: [String]
  var description: String?
  var isKaupapaMaori: Bool
  var training: String?
  var tasks: [String]
  /// The pay in dollars a year, rising: lower, lower middle, median, upper middle, upper.
  var pay: [String]
  var registration: String?
  var groups: [JobGroup]
  /// When it was last changed, in seconds since 2025-01-01T00:00:00Z.
  var updated: Int
}

/// A minor group of jobs.
struct JobGroup: Hashable, Sendable {
  /// The code; its first two digits are those of the major group.
  var code: String
  var nameEnglish: String
  var nameMaori: String

  /// The code of the major group.
  var majorCode: String { String(code.prefix(2)) }

  /// The groups of the invented world.
  static let all: [JobGroup] = [
    ("11", "Building", "Hanga"), ("12", "Growing", "Whakatipu"), ("13", "Teaching", "Whakaako"),
    ("14", "Healing", "Whakaora"), ("15", "Making", "Waihanga"), ("16", "Moving", "Neke"),
  ].flatMap { major, english, maori in
    [
      ("1", "Indoors", "ki roto"), ("2", "Outdoors", "ki waho"),
      ("4", "For People", "mā te tangata"),
    ]
    .map { minor, place, whare in
      JobGroup(
        code: major + minor,
        nameEnglish: "\(english) \(place)",
        nameMaori: "\(maori) \(whare)"
      )
    }
  }
}
