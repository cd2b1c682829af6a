import PlumbModel
import PlumbRecordings
import TestSupport

/// The recordings that ship: the stand-in's answers to its tour.
public enum StandInRecordings {
  /// Records the tour, as any API is recorded, and returns the files by their paths below
  /// `recordings/`, without what differs each time.
  public static func files(from standIn: StandIn = StandIn()) throws -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    // Tahatū's cursors are data, however they sound.
    let redactor = Redactor(secrets: [], exempt: ["Cursor", "currentCursor", "nextCursor"])
    var writers: [String: SessionWriter] = [:]
    for api in ["onet", "tahatu"] {
      writers[api] = try SessionWriter(
        folder: "\(folder.path)/\(api)",
        session: Session(path: api, api: api, label: "recorded from the stand-in"),
        redactor: redactor,
        mode: .fresh
      )
    }
    var repeats: [Exchange.Request: Int] = [:]
    for (order, step) in StandInTour(of: standIn).steps.enumerated() {
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
}
