public import PlumbModel

/// A server of the documented APIs over an invented world, as a function: the same request always
/// gets the same response, and every documented sentence is kept unless a fault is asked for.
public struct StandIn: Sendable {
  /// The faults to put into responses, in order.
  public var faults: [Fault]

  private let stem: StemService
  private let jobDuties: JobDutiesService
  private let tahatu: TahatuService
  private let books: BookService
  private let trails: TrailService
  private let birds: BirdService

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - faults: What to do wrong, and where.
  ///   - seed: What the world is made from.
  public init(faults: [Fault] = [], seed: UInt64 = 2025) {
    self.faults = faults
    let world = OccupationWorld(seed: seed)
    stem = StemService(world: world)
    jobDuties = JobDutiesService(world: world)
    tahatu = TahatuService(world: JobWorld(seed: seed &+ 1))
    books = BookService(world: CatalogWorld(seed: seed &+ 2))
    trails = TrailService(world: CatalogWorld(seed: seed &+ 3))
    birds = BirdService(world: CatalogWorld(seed: seed &+ 4))
  }

  /// Answers a request.
  public func respond(to request: Exchange.Request) -> Exchange.Response {
    let answer = faultyAnswer(to: request)
    var response = answer.response
    for fault in faults where fault.target.matches(request, operation: answer.operation) {
      fault.apply(to: &response)
    }
    return response
  }

  /// Answers a request before the body is bytes, with the faults that are put into values.
  func faultyAnswer(to request: Exchange.Request) -> Answer {
    var answer = answer(to: request)
    for fault in faults where fault.target.matches(request, operation: answer.operation) {
      fault.apply(to: &answer, request: request)
    }
    return answer
  }

  /// Answers a request before the body is bytes.
  func answer(to request: Exchange.Request) -> Answer {
    guard let incoming = Incoming(request) else { return .page(400, "Bad Request") }
    var answer: Answer
    switch incoming.segments.first {
    case "online": answer = online(incoming)
    case "occupations": answer = occupations(incoming)
    case "v1", "trails", "birds": answer = catalogs(incoming)
    default: answer = .page(404, "Not Found")
    }
    if request.method != "GET", request.method != "HEAD" {
      answer.status = 405
      answer.body = .html(Answer.html("405 Method Not Allowed"))
    }
    return answer
  }

  private func online(_ incoming: Incoming) -> Answer {
    let segments = Array(incoming.segments.dropFirst())
    let code = segments.count == 3 ? segments[2] : ""
    let (operation, respond): (String, (Incoming) -> Answer)
    switch segments.first {
    case "stem_occupations" where segments.count == 1:
      (operation, respond) = ("stem_occupations.types", stem.types)
    case "stem_occupations" where segments.count == 2 && segments[1] == "all":
      (operation, respond) = ("stem_occupations.all", stem.all)
    case "stem_occupations" where segments.count == 2:
      (operation, respond) = ("stem_occupations.in_type", { stem.inType(segments[1], $0) })
    case "job_duties" where segments.count == 2 && segments[1] == "search":
      (operation, respond) = ("job_duties.search", jobDuties.search)
    case "job_duties" where segments.count == 3 && segments[1] == "tasks":
      (operation, respond) = ("job_duties.tasks", { jobDuties.tasks(code, $0) })
    case "job_duties" where segments.count == 3 && segments[1] == "results":
      (operation, respond) = ("job_duties.results", { jobDuties.results(code, $0) })
    default:
      return .page(404, "Not Found")
    }
    let challenge = HTTPField(name: "WWW-Authenticate", value: "X-API-Key")
    var answer =
      incoming.hasField("X-API-Key")
      ? respond(faulty(incoming, operation))
      : Answer.page(401, "Unauthorized", fields: [challenge])
    answer.operation = operation
    return answer
  }

  private func occupations(_ incoming: Incoming) -> Answer {
    let (operation, respond): (String, (Incoming) -> Answer)
    switch incoming.segments {
    case ["occupations"]: (operation, respond) = ("occupations.list", tahatu.list)
    case ["occupations", "search"]:
      (operation, respond) = ("occupations.search", tahatu.search)
    default:
      return .page(404, "Not Found")
    }
    let isKnown = incoming.hasField("X-API-KEY") && incoming.hasField("X-Client-ID")
    var answer =
      isKnown ? respond(faulty(incoming, operation)) : Answer.page(401, "Unauthorized")
    answer.operation = operation
    return answer
  }

  /// The small APIs of other paging dialects, each on a host of its own.
  private func catalogs(_ incoming: Incoming) -> Answer {
    let (operation, respond): (String, (Incoming) -> Answer)
    switch (incoming.host, incoming.segments) {
    case ("books.example.org", ["v1", "books"]): (operation, respond) = ("books.list", books.list)
    case ("trails.example.org", ["trails"]): (operation, respond) = ("trails.list", trails.list)
    case ("birds.example.org", ["birds"]): (operation, respond) = ("birds.list", birds.list)
    case ("books.example.org", let path) where path.count == 3 && path[1] == "books":
      (operation, respond) = ("books.one", { books.one(path[2], $0) })
    default: return .page(404, "Not Found")
    }
    var answer = respond(faulty(incoming, operation))
    answer.operation = operation
    return answer
  }

  /// A request with the faults that are put in before it is answered.
  private func faulty(_ incoming: Incoming, _ operation: String) -> Incoming {
    var incoming = incoming
    for fault in faults where fault.target.matches(incoming.request, operation: operation) {
      fault.apply(to: &incoming)
    }
    return incoming
  }
}
