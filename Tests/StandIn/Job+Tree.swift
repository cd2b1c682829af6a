extension Job {
  /// The job as the second API sends it.
  var tree: JSONTree {
    .members([
      "occupationCode": .string(code),
      "titleEnglish": .string(titleEnglish),
      "titleMaori": titleMaori.map { .string($0) },
      "titlePluralEnglish": isFull ? .string("\(titleEnglish)s") : nil,
      "titlePluralMaori": isFull ? titleMaori.map { .string("Ngā \($0)") } : nil,
      "altJobTitlesEnglish": Self.list(otherTitles),
      "altJobTitlesMaori": isFull ? Self.list(["Kaimahi matua", "Kaimahi"]) : nil,
      "descriptionEnglish": description.map { .string($0) },
      "descriptionMaori": isFull ? .string("Ka tiaki i ngā mahi katoa o tēnei tūranga.") : nil,
      "isKaupapaMaori": isKaupapaMaori ? .boolean(true) : nil,
      "kaupapaDescriptionEnglish": isKaupapaMaori ? .string("Works by Māori values.") : nil,
      "kaupapaDescriptionMaori": isKaupapaMaori
        ? .string("E mahi ana i runga i ngā tikanga.") : nil,
      "detailedWorkActivitiesEnglish": .list(tasks.map { .string($0) }),
      "detailedWorkActivitiesMaori": isFull
        ? Self.list(["tirotiro taputapu", "tuhi pūrongo"]) : nil,
      "trainingDuration": training.map { .string($0) },
      "lifeOnTheJobEnglish": isFull ? Self.list(["Days are long & varied."]) : nil,
      "lifeOnTheJobMaori": isFull ? Self.list(["He roa ngā rā."]) : nil,
      "lastUpdatedDate": .string(UTCTime.text(secondsInto2025: updated)),
      "entryRequirements": isFull ? Self.entry : nil,
      "remuneration": payTree,
      "registrationAuthority": registration.map(Self.authority),
      "minorGroups": .list(
        groups.enumerated().map { tree(of: $0.element, isFirst: $0.offset == 0) }
      ),
    ])
  }

  /// Whether everything that is documented is told of the job: so it is of those registered.
  private var isFull: Bool { registration != nil }

  private static func list(_ texts: [String]) -> JSONTree? {
    texts.isEmpty ? nil : .list(texts.map { .string($0) })
  }

  private static let entry = JSONTree.members([
    "entrySummaryEnglish": .string("You need to be registered."),
    "entrySummaryMaori": .string("Me rēhita koe."),
    "entryInSchoolEnglish": .string("Useful subjects: English, maths."),
    "entryInSchoolMaori": .string("Ngā kaupapa pai: te reo, te pāngarau."),
    "entryYouNeedEnglish": list(["a certificate", "a year of practice"]),
    "entryYouNeedMaori": list(["he tiwhikete"]),
    "entryYouMayNeedEnglish": list(["a driver's licence"]),
    "entryYouMayNeedMaori": list(["he raihana taraiwa"]),
  ])

  private static func authority(_ name: String) -> JSONTree {
    .members([
      "name": .string(name),
      "maoriName": .string("Te Poari"),
      "email": .string("board@example.org"),
      "telephone": .string("0800 000 000"),
      "websiteUrl": .string("https://www.example.org/board"),
    ])
  }

  private var payTree: JSONTree? {
    guard pay.count == 5 else { return nil }
    return .members([
      "payLowerBound": .number(pay[0]),
      "payMidLowerBound": .number(pay[1]),
      "payMidUpperBound": .number(pay[3]),
      "payUpperBound": .number(pay[4]),
      "payMedian": .number(pay[2]),
    ])
  }

  private func tree(of group: JobGroup, isFirst: Bool) -> JSONTree {
    .members([
      "groupRelationType": .string(isFirst ? "Primary" : "Secondary"),
      "minorGroup": .members([
        "code": .string(group.code),
        "nameEnglish": .string(group.nameEnglish),
        "nameMaori": .string(group.nameMaori),
        "descriptionEnglish": isFull ? .string("Jobs in \(group.nameEnglish).") : nil,
        "tasks": isFull ? Self.list(["keep records", "make plans"]) : nil,
        "majorGroups": isFull
          ? .list([.members(["code": .string(group.majorCode)])]) : nil,
      ]),
    ])
  }
}
