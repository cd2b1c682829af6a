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
    [Self.onet("stem_occupations.types", "stem_occupations/")] + inType + all + jobDuties
  }

  private var inType: [Stop] {
    let operation = "stem_occupations.in_type"
    let types = (1...5).map { type in
      Self.onet(operation, "stem_occupations/\(type)", ["\(type)"], isWhole: true)
    }
    let parts = [
      "sort=job_family", "sort=title", "sort=code", "job_family=15-0000",
      "job_family=17-0000&sort=title", "start=5&end=16",
    ]
    let wholes = [
      "sort=job_family", "sort=title", "sort=code", "job_family=15-0000",
      "job_family=17-0000&sort=title",
    ].map { "\($0)&start=1&end=100" }
    return types
      + parts.map { Self.onet(operation, "stem_occupations/1?\($0)", ["1"]) }
      + wholes.map { Self.onet(operation, "stem_occupations/1?\($0)", ["1"], isWhole: true) }
      + [
        Self.onet(
          operation,
          "stem_occupations/2?job_family=15-0000&start=1&end=8",
          ["2"],
          isWhole: true
        ),
        Self.onet(operation, "stem_occupations/3?job_family=11-0000", ["3"]),
        Self.onet(operation, "stem_occupations/4?start=1&end=20&sort=job_family", ["4"]),
      ]
  }

  private var all: [Stop] {
    let operation = "stem_occupations.all"
    let path = "stem_occupations/all"
    let keys = ["job_family", "title", "code", "stem_occupation_type"]
    let parts = keys.map { "sort=\($0)" } + ["job_family=35-0000", "start=21&end=60"]
    let wholes = keys.map { "sort=\($0)&start=1&end=100" } + ["job_family=15-0000&start=1&end=30"]
    return [Self.onet(operation, path, isWhole: true)]
      + parts.map { Self.onet(operation, "\(path)?\($0)") }
      + (wholes + ["job_family=15-0000", "job_family=25-0000"]).map { query in
        Self.onet(operation, "\(path)?\(query)", isWhole: true)
      }
  }

  private var jobDuties: [Stop] {
    let (search, results) = ("job_duties.search", "job_duties.results")
    let code = "29-1051.00"
    let words = ["pharmacist", "29-1051.00", "zzzzzzzz"]
    let chosen = "job_duties/results/\(code)?tasks="
    let keys = ["closely_related", "all_related", "title", "code", "zone"]
    return words.map { Self.onet(search, "job_duties/search?keyword=\($0)") }
      + ["pharmacist&start=1&end=2", "engineer", "engineer&start=1&end=100"].map { query in
        Self.onet(search, "job_duties/search?keyword=\(query)", isWhole: true)
      }
      + [code, "17-2011.00"].map { code in
        Self.onet("job_duties.tasks", "job_duties/tasks/\(code)", [code])
      }
      + [Self.onet(results, "\(chosen)1809,1815", [code], isWhole: true)]
      + keys.map { Self.onet(results, "\(chosen)1809,1815&sort=\($0)", [code]) }
      + keys.map { key in
        let query = "1809,1815&sort=\(key)&start=1&end=16"
        return Self.onet(results, "\(chosen)\(query)", [code], isWhole: true)
      }
      + [1808, OccupationWorld.loneTask].map { task in
        Self.onet(results, "\(chosen)\(task)", [code], isWhole: true)
      }
  }

  private var refusals: [Step] {
    let code = "29-1051.00"
    let unkeyed = [
      Self.onet("stem_occupations.types", "stem_occupations/"),
      Self.onet("stem_occupations.in_type", "stem_occupations/5?sort=title", ["5"]),
      Self.onet("stem_occupations.all", "stem_occupations/all?job_family=11-0000"),
      Self.onet("job_duties.search", "job_duties/search?keyword=chemist"),
      Self.onet("job_duties.tasks", "job_duties/tasks/19-2011.00", ["19-2011.00"]),
      Self.onet("job_duties.results", "job_duties/results/\(code)?tasks=1812", [code]),
    ].map { stop in
      var step = stop.step
      step.request.fields.removeAll { $0.name == "X-API-Key" }
      return step
    }
    return [
      Self.onet("stem_occupations.in_type", "stem_occupations/6", ["6"]).step,
      Self.onet("stem_occupations.in_type", "stem_occupations/1?start=0", ["1"]).step,
      Self.onet("stem_occupations.all", "stem_occupations/all?sort=name").step,
      Self.onet("job_duties.search", "job_duties/search").step,
      Self.onet("job_duties.tasks", "job_duties/tasks/pharmacist", ["pharmacist"]).step,
      Self.onet("job_duties.results", "job_duties/results/\(code)", [code]).step,
      Self.onet("job_duties.results", "job_duties/results/\(code)?tasks=1809&sort=id", [code]).step,
    ] + unkeyed
  }

  private var tahatu: [Stop] {
    let list = "occupations.list"
    let search = "occupations.search"
    let parts = [
      "Limit=5", "Filter.LastUpdatedAfter=2025-01-01T00:00:00Z",
      "Filter.LastUpdatedBefore=2025-07-01T00:00:00Z", "Filter.MinorGroupCode=999",
    ]
    let wholes = [
      "Limit=100", "Filter.MajorGroupCode=11&Limit=100", "Filter.MinorGroupCode=144",
      "Filter.LastUpdatedAfter=2025-08-01T00:00:00Z&Limit=30",
      "Filter.LastUpdatedBefore=2025-01-20T00:00:00Z&Limit=30",
    ]
    let words = ["nurse&Limit=5", "zzzzzzzz"]
    let wholeWords = [
      "chef", "teacher&Filter.MinorGroupCode=144", "teacher&Filter.MajorGroupCode=11",
      "teacher&Filter.LastUpdatedAfter=2025-07-01T00:00:00Z",
      "teacher&Filter.LastUpdatedBefore=2025-02-01T00:00:00Z", "teacher&Limit=30",
    ]
    return [Self.tahatu(list, "occupations")]
      + parts.map { Self.tahatu(list, "occupations?\($0)") }
      + wholes.map { Self.tahatu(list, "occupations?\($0)", isWhole: true) }
      + words.map { Self.tahatu(search, "occupations/search?KeyWord=\($0)") }
      + wholeWords.map { Self.tahatu(search, "occupations/search?KeyWord=\($0)", isWhole: true) }
  }

  /// A step, and those that its pages lead to.
  private func follow(_ stop: Stop) -> [Step] {
    guard stop.isWhole else { return [stop.step] }
    return standIn.chain(from: stop.step.request).map { request in
      var step = stop.step
      step.request = request
      return step
    }
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
