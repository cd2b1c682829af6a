import PlumbModel

extension ConversationWriter {
  /// What was found for one key, in all chains.
  struct Group {
    /// The first place, with its exchange and what was found there.
    private(set) var first: (place: LogPlace, page: Page, finding: ConversationFinding)
    private(set) var count = 0
    private(set) var of: Int? = 0
    private(set) var places: [LogPlace] = []
    private(set) var pages: Set<Page> = []
    private(set) var symptoms: [ConversationFinding.Symptom: Int] = [:]

    init(_ place: LogPlace, _ page: Page, _ finding: ConversationFinding) {
      first = (place, page, finding)
    }

    /// Adds a finding; of the places no more than twice `limit` are kept, the first ones.
    mutating func add(_ weighed: Weighed, at place: LogPlace, in page: Page, limit: Int) {
      if place < first.place { first = (place, page, weighed.finding) }
      places.append(place)
      if places.count / 2 > limit { places = Array(places.sorted().prefix(limit)) }
      count += weighed.count
      of = weighed.of.flatMap { more in of.map { $0 + more } }
      pages.insert(page)
      for var symptom in weighed.finding.symptoms {
        let count = symptom.count
        symptom.count = 1
        symptoms[symptom, default: 0] += count
      }
    }
  }
}
