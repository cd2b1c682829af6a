import PlumbModel
import PlumbRecordings
import TestSupport

/// The recordings that ship: the stand-in's answers to its tour.
public enum StandInRecordings {
  /// Records the tour, as any API is recorded, and returns the files by their paths below
  /// `recordings/`, without what differs each time.
  ///
  /// - Parameters:
  ///   - label: What the sessions say of themselves.
  ///   - isTaken: Which requests of the tour are recorded.
  public static func files(
    from standIn: StandIn = StandIn(),
    label: String = "recorded from the stand-in",
    where isTaken: (StandInTour.Step) -> Bool = { _ in true }
  ) throws -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    // Tahatū's cursors are data, however they sound.
    let redactor = Redactor(secrets: [], exempt: ["Cursor", "currentCursor", "nextCursor"])
    let steps = StandInTour(of: standIn).steps.filter(isTaken)
    var writers: [String: SessionWriter] = [:]
    for api in ["onet", "tahatu"] where steps.contains(where: { $0.api == api }) {
      writers[api] = try SessionWriter(
        folder: "\(folder.path)/\(api)",
        session: Session(path: api, api: api, label: label),
        redactor: redactor,
        mode: .fresh
      )
    }
    var repeats: [Exchange.Request: Int] = [:]
    for (order, step) in steps.enumerated() {
      let identity = Exchange.Request(method: step.request.method, url: step.request.url)
      try writers[step.api]?.write(
        Exchange(request: step.request, response: standIn.respond(to: step.request)),
        operation: step.operation,
        repeat: repeats[identity, default: 0],
        pathValues: step.pathValues,
        circumstances: Circumstances(order: order)
      )
      repeats[identity, default: 0] += 1
    }
    return try folder.files().filter { !$0.key.hasSuffix(Session.volatileFileName) }
  }

  /// The two sessions of `Tests/Samples/drift`, by their paths below it: a few services before and
  /// after the stand-in was told to break some promises.
  public static func driftSample() throws -> [String: [UInt8]] {
    func onlySome(_ step: StandInTour.Step) -> Bool {
      switch step.operation {
      case "stem_occupations.types", "job_duties.tasks": true
      case "stem_occupations.in_type":
        !step.request.url.contains("end=100")
          && ["/2", "sort=title"].contains { step.request.url.contains($0) }
      default: false
      }
    }
    let pages = "/online/stem_occupations/"
    func fault(_ name: String, _ operation: String, _ pointer: String, url: String = pages)
      -> Fault?
    {
      Fault(name, at: Fault.Target(operation: operation, url: url, pointer: pointer))
    }
    let faults = [
      fault("fields/renamed", "stem_occupations.in_type", "/occupation/3/job_family"),
      fault("fields/stringified", "stem_occupations.in_type", "/total"),
      fault("order/reversed", "stem_occupations.in_type", "", url: "sort=title"),
      fault("fields/extra", "job_duties.tasks", "/1", url: "/online/job_duties/"),
    ].compactMap { $0 }
    var files: [String: [UInt8]] = [:]
    let sides = [
      ("before", StandIn(), "recorded from the stand-in"),
      ("after", StandIn(faults: faults), "recorded from the stand-in, told to break promises"),
    ]
    for (name, standIn, label) in sides {
      for (path, bytes) in try Self.files(from: standIn, label: label, where: onlySome) {
        files["\(name)/\(path)"] = bytes
      }
    }
    return files
  }
}
