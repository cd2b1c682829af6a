import TestSupport

/// Makes occupations of a world, one group after the other.
struct OccupationMaker {
  /// The occupations so far.
  private(set) var occupations: [Occupation] = []

  private var random: SplitMix64
  private var titles: Set<String> = []
  private var numbers: [String: Int] = [:]
  private var nextTask = 2101

  init(random: SplitMix64) {
    self.random = random
  }

  /// Adds so many occupations of a family, all of the same types.
  mutating func add(_ count: Int, family: String, types: [Int]) {
    guard let family = JobFamily.all.first(where: { $0.code == family }) else { return }
    for _ in 0..<count {
      occupations.append(
        Occupation(
          code: code(in: family),
          title: title(in: family),
          family: family,
          zone: 1 + random.below(5),
          isBright: random.chance(30),
          types: types,
          tasks: tasks(in: family)
        )
      )
    }
  }

  /// Adds the occupation that the manual's examples ask for.
  mutating func addDocumented() {
    guard let family = JobFamily.all.first(where: { $0.code == "29-0000" }) else { return }
    var tasks = [1808, 1809, 1812, 1815].map { id in
      let activity = random.below(Self.activityCount)
      return Occupation.Task(
        id: id,
        title: statement(of: activity, in: family),
        activities: [activity]
      )
    }
    tasks += self.tasks(in: family)
    tasks.append(
      Occupation.Task(
        id: OccupationWorld.loneTask,
        title: "Swear in new members of the society of apothecaries.",
        activities: [Self.activityCount]
      )
    )
    occupations.append(
      Occupation(
        code: "29-1051.00",
        title: "Pharmacists",
        family: family,
        zone: 5,
        isBright: false,
        types: [],
        tasks: tasks
      )
    )
  }

  private mutating func code(in family: JobFamily) -> String {
    let number = numbers[family.code, default: 2011]
    numbers[family.code] = number + (number % 30 == 1 ? 10 : 20)
    // The first of a family is no special one: the manual's examples ask for 17-2011.00.
    let isSpecial = number > 2011 && random.chance(12)
    return "\(family.code.prefix(3))\(number).0\(isSpecial ? 1 : 0)"
  }

  private mutating func title(in family: JobFamily) -> String {
    let roles = Self.roles[family.code] ?? Self.otherRoles
    while true {
      let title = "\(random.pick(Self.areas)) \(random.pick(roles))"
      if titles.insert(title).inserted { return title }
    }
  }

  private mutating func tasks(in family: JobFamily) -> [Occupation.Task] {
    let first = random.below(Self.activityCount)
    var tasks: [Occupation.Task] = []
    for _ in 0..<(4 + random.below(4)) {
      let activity = (first + random.below(40)) % Self.activityCount
      let more = random.chance(30) ? [(activity + 1 + random.below(20)) % Self.activityCount] : []
      tasks.append(
        Occupation.Task(
          id: nextTask,
          title: statement(of: activity, in: family),
          activities: [activity] + more
        )
      )
      nextTask += 1 + random.below(7)
    }
    return tasks
  }

  private mutating func statement(of activity: Int, in family: JobFamily) -> String {
    let verb = Self.verbs[activity % Self.verbs.count]
    let object = Self.objects[activity / Self.verbs.count % Self.objects.count]
    return "\(verb) \(object) \(random.pick(Self.purposes))."
  }

  private static let activityCount = 120

  private static let areas = [
    "Aerospace", "Agricultural", "Acoustic", "Analog and Digital", "Applied", "Bridge",
    "Broadcast", "Café", "Chemical", "Civil", "Climate", "Clinical and Counseling",
    "Clinical Data", "Coastal", "Composite", "Cryogenic", "Data", "Dental", "Digital", "eLearning",
    "Electrical", "Energy", "Environmental", "Farm", "Field", "Fire", "Forest", "Freshwater",
    "Genetic", "Glass", "Harbor", "Heritage", "Hydraulic", "Industrial", "\"Clean Room\"",
    "Input\\Output", "Kiln", "Logistics", "Machine", "Marine", "Materials", "Medical", "mRNA",
    "Naïve Bayes", "Network", "Nuclear", "Ocean", "Optical", "Paper", "Precision", "Public",
    "Quality", "Rail", "Robotics", "Rural", "Safety", "Seed", "Soil", "Solar", "Sound",
    "Statistical", "Structural", "Survey", "Systems", "Textile", "Tidal", "Transport", "Urban",
    "Vaccine", "Water", "Wind", "Wood", "Zoo", "Études",
  ]

  private static let roles = [
    "15-0000": ["Analysts", "Programmers", "Modelers", "Administrators"],
    "17-0000": ["Engineers", "Engineering Technologists", "Drafters", "Architects"],
    "19-0000": ["Scientists", "Science Technicians", "Researchers", "Ecologists"],
    "25-0000": ["Teachers, Postsecondary", "Instructors, Postsecondary"],
    "11-0000": ["Managers", "Directors"],
    "41-0000": ["Sales Engineers", "Sales Representatives"],
    "29-0000": ["Therapists", "Technologists and Nurses", "Pharmacy Specialists"],
    "31-0000": ["Aides", "Assistants", "Pharmacy Aides"],
  ]

  private static let otherRoles = ["Specialists", "Designers", "Coordinators", "Operators"]

  private static let verbs = [
    "Adjust", "Analyze", "Calibrate", "Compare", "Describe", "Design", "Examine", "Explain",
    "Inspect", "Maintain", "Measure", "Monitor", "Order", "Prepare", "Record", "Review",
    "Select", "Supervise", "Test", "Write",
  ]

  private static let objects = [
    "instruments", "records of results", "requests from clients", "samples", "plans and drawings",
    "supplies",
  ]

  private static let purposes = [
    "to assure accuracy", "to meet regulations, codes, or standards", "for co-workers",
    "before each shift", "to find faults", "according to \"best practice\"", "on site",
    "to advise the public – in person or by mail", "for long-term studies", "under supervision",
  ]
}
