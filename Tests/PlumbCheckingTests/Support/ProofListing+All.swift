import PlumbModel
import StandIn

extension ProofListing {
  /// Five pages sorted by title, without a window in the first request.
  static let titles = ProofListing(
    "stem_occupations/2?sort=title",
    onet("stem_occupations/2?sort=title"),
    size: 20,
    count: 84,
    others: stem
  )

  /// Three pages of one family.
  static let family = ProofListing(
    "stem_occupations/2?job_family=15-0000&sort=code",
    onet("stem_occupations/2?job_family=15-0000&sort=code&start=1&end=8"),
    size: 8,
    count: 22,
    others: stem
  )

  /// Three long pages of all types.
  static let all = ProofListing(
    "stem_occupations/all?sort=code",
    onet("stem_occupations/all?sort=code&start=1&end=100"),
    size: 100,
    count: 287,
    others: stem
  )

  /// A listing in its standard order, which another request of the session asks for by name.
  static let standard = ProofListing(
    "stem_occupations/4",
    onet("stem_occupations/4"),
    size: 20,
    count: 7,
    others: stem
  )

  /// An order that can be read in several ways, listed twice.
  static let types = ProofListing(
    "stem_occupations/all?sort=stem_occupation_type",
    onet("stem_occupations/all?sort=stem_occupation_type&start=1&end=200"),
    size: 200,
    count: 287,
    others: chain("stem_occupations/all?sort=stem_occupation_type&start=1&end=150")
      + [onet("stem_occupations/")]
  )

  /// Three pages without a documented order.
  static let search = ProofListing(
    "job_duties/search?keyword=engineer",
    onet("job_duties/search?keyword=engineer"),
    size: 20,
    count: 52,
    others: duties
  )

  /// A search that finds nothing.
  static let empty = ProofListing(
    "job_duties/search?keyword=zzzzzzzz",
    onet("job_duties/search?keyword=zzzzzzzz"),
    size: 20,
    count: 0,
    others: duties
  )

  /// Three pages sorted by how many of their tasks are related.
  static let related = ProofListing(
    "job_duties/results/29-1051.00?tasks=1809,1815",
    onet("job_duties/results/29-1051.00?tasks=1809,1815&start=1&end=12"),
    size: 12,
    count: 32,
    others: duties
  )

  /// Three pages sorted by a number that many items share.
  static let zones = ProofListing(
    "job_duties/results/29-1051.00?tasks=1809,1815&sort=zone",
    onet("job_duties/results/29-1051.00?tasks=1809,1815&sort=zone&start=1&end=12"),
    size: 12,
    count: 32,
    others: duties
  )

  /// Three pages by cursor.
  static let jobs = ProofListing(
    "occupations?Limit=300",
    tahatu("occupations?Limit=300"),
    size: 300,
    count: 852,
    others: [tahatu("occupations"), tahatu("occupations?Filter.MinorGroupCode=999")]
  )

  /// A first page by cursor, without a limit in the request.
  static let unlimited = ProofListing(
    "occupations",
    tahatu("occupations"),
    size: 20,
    count: 852,
    others: []
  )

  /// Three pages by cursor of one minor group.
  static let group = ProofListing(
    "occupations?Filter.MinorGroupCode=144",
    tahatu("occupations?Filter.MinorGroupCode=144&Limit=20"),
    size: 20,
    count: 51,
    others: [tahatu("occupations?Limit=5")]
  )

  /// Three pages by cursor of a search, beside the whole listing.
  static let teachers = ProofListing(
    "occupations/search?KeyWord=teacher",
    tahatu("occupations/search?KeyWord=teacher&Limit=30"),
    size: 30,
    count: 73,
    others: Proof.standIn.chain(from: tahatu("occupations?Limit=300"))
  )

  /// A code that is refused.
  static let refused = ProofListing("stem_occupations/6", onet("stem_occupations/6"), stem)

  /// A search for nothing, which is refused.
  static let wordless = ProofListing("job_duties/search", onet("job_duties/search"), duties)

  /// A request without a key.
  static let unkeyed = ProofListing(
    "stem_occupations/all, no key",
    Exchange.Request(url: onet("stem_occupations/all?job_family=11-0000").url),
    stem
  )

  /// The first of five pages, without the others: nothing says which of its values are right.
  static let alone = ProofListing(
    "stem_occupations/2?sort=title, the first page alone",
    onet("stem_occupations/2?sort=title"),
    []
  )

  /// The tasks of an occupation.
  static let tasks = ProofListing(
    "job_duties/tasks/29-1051.00",
    onet("job_duties/tasks/29-1051.00"),
    duties
  )

  /// The occupation types.
  static let typeList = ProofListing("stem_occupations/", onet("stem_occupations/"), stem)

  /// The listings.
  static let every =
    [
      titles, family, all, standard, types, search, empty, related, zones, jobs, unlimited, group,
      teachers, refused, wordless, unkeyed, tasks, typeList,
      alone,
    ] + small

  private static let stem =
    chain("stem_occupations/all?sort=code&start=1&end=100")
    + chain("stem_occupations/4") + chain("stem_occupations/4?start=1&end=20&sort=job_family")
    + ["stem_occupations/", "stem_occupations/3?job_family=11-0000", "stem_occupations/6"].map {
      onet($0)
    }

  private static let duties = [
    "job_duties/search?keyword=pharmacist", "job_duties/search", "job_duties/tasks/29-1051.00",
    "job_duties/results/29-1051.00",
  ].map { onet($0) }

  private static func chain(_ path: String) -> [Exchange.Request] {
    Proof.standIn.chain(from: onet(path))
  }

  private static func onet(_ path: String) -> Exchange.Request {
    Exchange.Request(
      url: "https://api-v2.onetcenter.org/online/\(path)",
      fields: [HTTPField(name: "X-API-Key", value: "k")]
    )
  }

  private static func tahatu(_ path: String) -> Exchange.Request {
    Exchange.Request(
      url: "https://api.tahatu.govt.nz/\(path)",
      fields: [
        HTTPField(name: "X-API-KEY", value: "k"), HTTPField(name: "X-Client-ID", value: "c"),
      ]
    )
  }
}
