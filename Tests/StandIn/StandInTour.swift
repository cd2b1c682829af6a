public import PlumbModel

/// The requests that the shipped recordings are made with, in order.
public struct StandInTour: Sendable {
  /// One request.
  public struct Step: Hashable, Sendable {
    /// The API, as its folder is called.
    public var api: String
    /// The operation.
    public var operation: String
    /// The values of the path's parameters.
    public var pathValues: [String]
    /// The request.
    public var request: Exchange.Request
  }

  private let standIn: StandIn

  /// Creates the tour of a server without faults.
  public init(of standIn: StandIn = StandIn()) {
    self.standIn = standIn
  }

  /// The requests: each operation's documented examples, every listing to its end, every order,
  /// filters, an empty result, and refusals.
  public var steps: [Step] {
    onet.flatMap(follow) + refusals + tahatu.flatMap(follow)
  }

  /// A listing's first page, and whether the others are asked for too.
  private struct Stop {
    var step: Step
    var isWhole: Bool
  }

  private var onet: [Stop] {
    let inType = "stem_occupations.in_type"
    let all = "stem_occupations.all"
    let results = "job_duties.results"
    let code = "29-1051.00"
    var stops = [Self.onet("stem_occupations.types", "stem_occupations/")]
    for type in 1...5 {
      stops.append(Self.onet(inType, "stem_occupations/\(type)", ["\(type)"], isWhole: true))
    }
    for query in [
      "sort=job_family", "sort=title", "sort=code", "job_family=15-0000",
      "job_family=17-0000&sort=title", "start=5&end=16",
    ] {
      stops.append(Self.onet(inType, "stem_occupations/1?\(query)", ["1"]))
    }
    let family = "stem_occupations/2?job_family=15-0000&start=1&end=8"
    stops.append(Self.onet(inType, family, ["2"], isWhole: true))
    stops.append(Self.onet(inType, "stem_occupations/3?job_family=11-0000", ["3"]))
    stops.append(Self.onet(all, "stem_occupations/all", isWhole: true))
    for query in [
      "sort=job_family", "sort=title", "sort=code", "sort=stem_occupation_type",
      "job_family=15-0000", "job_family=35-0000", "start=21&end=60",
    ] {
      stops.append(Self.onet(all, "stem_occupations/all?\(query)"))
    }
    stops.append(Self.onet(all, "stem_occupations/all?job_family=25-0000", isWhole: true))
    for query in ["pharmacist", "29-1051.00", "pharmacist&start=1&end=2", "zzzzzzzz"] {
      stops.append(Self.onet("job_duties.search", "job_duties/search?keyword=\(query)"))
    }
    let engineers = "job_duties/search?keyword=engineer"
    stops.append(Self.onet("job_duties.search", engineers, isWhole: true))
    for code in [code, "17-2011.00"] {
      stops.append(Self.onet("job_duties.tasks", "job_duties/tasks/\(code)", [code]))
    }
    let chosen = "job_duties/results/\(code)?tasks="
    stops.append(Self.onet(results, "\(chosen)1809,1815", [code], isWhole: true))
    for key in ["closely_related", "all_related", "title", "code", "zone"] {
      stops.append(Self.onet(results, "\(chosen)1809,1815&sort=\(key)", [code]))
    }
    stops.append(Self.onet(results, "\(chosen)1808", [code]))
    return stops
  }

  private var refusals: [Step] {
    var unkeyed = Self.onet("stem_occupations.all", "stem_occupations/all?job_family=11-0000").step
    unkeyed.request.fields.removeAll { $0.name == "X-API-Key" }
    return [
      Self.onet("stem_occupations.in_type", "stem_occupations/6", ["6"]).step,
      Self.onet("stem_occupations.all", "stem_occupations/all?sort=name").step,
      Self.onet("job_duties.search", "job_duties/search").step,
      Self.onet("job_duties.tasks", "job_duties/tasks/pharmacist", ["pharmacist"]).step,
      Self.onet("job_duties.results", "job_duties/results/29-1051.00", ["29-1051.00"]).step,
      unkeyed,
    ]
  }

  private var tahatu: [Stop] {
    let list = "occupations.list"
    let search = "occupations.search"
    var stops = [
      Self.tahatu(list, "occupations"),
      Self.tahatu(list, "occupations?Limit=100", isWhole: true),
    ]
    for query in [
      "Limit=5", "Filter.MajorGroupCode=11", "Filter.MinorGroupCode=144",
      "Filter.LastUpdatedAfter=2025-01-01T00:00:00Z",
      "Filter.LastUpdatedBefore=2025-07-01T00:00:00Z",
    ] {
      stops.append(Self.tahatu(list, "occupations?\(query)"))
    }
    for query in [
      "chef", "nurse&Limit=5", "teacher&Filter.MinorGroupCode=144", "zzzzzzzz",
    ] {
      stops.append(Self.tahatu(search, "occupations/search?KeyWord=\(query)"))
    }
    let teachers = "occupations/search?KeyWord=teacher&Limit=30"
    stops.append(Self.tahatu(search, teachers, isWhole: true))
    return stops
  }

  /// A step, and those that its pages lead to.
  private func follow(_ stop: Stop) -> [Step] {
    var steps = [stop.step]
    while stop.isWhole, steps.count < 100, let last = steps.last, let next = next(after: last) {
      steps.append(next)
    }
    return steps
  }

  private func next(after step: Step) -> Step? {
    guard case .json(let body, _) = standIn.answer(to: step.request).body else { return nil }
    var next = step
    if let url = body["next"]?.text {
      next.request.url = url
    } else if let cursor = body["nextCursor"]?.text {
      let url = step.request.url
      let kept = url.firstRange(of: "&Cursor=").map { url[..<$0.lowerBound] } ?? url[...]
      next.request.url = "\(kept)&Cursor=\(cursor)"
    } else {
      return nil
    }
    return next
  }

  private static func onet(
    _ operation: String,
    _ path: String,
    _ pathValues: [String] = [],
    isWhole: Bool = false
  ) -> Stop {
    let request = Exchange.Request(
      url: "https://api-v2.onetcenter.org/online/\(path)",
      fields: [
        HTTPField(name: "Accept", value: "application/json"),
        HTTPField(name: "X-API-Key", value: "{{secret:ONET_API_KEY}}"),
      ]
    )
    let step = Step(api: "onet", operation: operation, pathValues: pathValues, request: request)
    return Stop(step: step, isWhole: isWhole)
  }

  private static func tahatu(
    _ operation: String,
    _ path: String,
    isWhole: Bool = false
  ) -> Stop {
    let request = Exchange.Request(
      url: "https://api.tahatu.govt.nz/\(path)",
      fields: [
        HTTPField(name: "Accept", value: "application/json"),
        HTTPField(name: "X-API-KEY", value: "{{secret:TAHATU_API_KEY}}"),
        HTTPField(name: "X-Client-ID", value: "{{secret:TAHATU_CLIENT_ID}}"),
      ]
    )
    let step = Step(api: "tahatu", operation: operation, pathValues: [], request: request)
    return Stop(step: step, isWhole: isWhole)
  }
}
