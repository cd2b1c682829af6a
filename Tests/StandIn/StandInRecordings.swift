import PlumbModel

/// The recordings that ship: the stand-in's answers to its tour.
public enum StandInRecordings {
  /// Returns the files by their paths below `recordings/`.
  public static func files(from standIn: StandIn = StandIn()) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for step in StandInTour(of: standIn).steps {
      let name = Recording.fileName(for: step.request, pathValues: step.pathValues)
      let exchange = Exchange(request: step.request, response: standIn.respond(to: step.request))
      files["\(step.api)/\(step.operation)/\(name)"] = Recording.encode(exchange)
    }
    for api in ["onet", "tahatu"] {
      let session = Session(path: api, api: api, label: "recorded from the stand-in")
      files["\(api)/\(Session.fileName)"] = session.encode()
      files["\(api)/.gitattributes"] = Array("*.http -text\n".utf8)
    }
    return files
  }
}
