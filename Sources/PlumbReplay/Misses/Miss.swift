public import PlumbModel

/// A request that no recording answers, with the recordings that come closest.
public struct Miss: Hashable, Sendable {
  /// A recording that comes close.
  public struct Candidate: Hashable, Sendable {
    /// What was recorded.
    public var recording: RecordedRequest

    /// Exactly what is different, at least one.
    public var differences: [Difference]
  }

  /// What is different between what was recorded and what was asked.
  public enum Difference: Hashable, Sendable {
    /// The method.
    case method(recorded: String, asked: String)
    /// A segment of the path, counted from 1; `nil` where one of both has no such segment.
    case segment(Int, recorded: String?, asked: String?)
    /// A parameter that was recorded is not asked with.
    case parameterMissing(String, recorded: String)
    /// A parameter that is asked with was not recorded.
    case parameterExtra(String, asked: String)
    /// A parameter has another value.
    case parameter(String, recorded: String, asked: String)
    /// A header field that is to match; `nil` where there is none.
    case field(String, recorded: String?, asked: String?)
    /// The bodies of the requests.
    case body
    /// Nothing, but all recordings were played already.
    case played(times: Int)
  }

  /// What was asked.
  public var request: Exchange.Request

  /// The recordings that come closest, the closest first; at most three.
  public var closest: [Candidate]

  /// How many recordings there are.
  public var recordings: Int
}

extension Miss.Difference: CustomStringConvertible {
  /// The difference in one line, what was recorded first.
  public var description: String {
    switch self {
    case .method(let recorded, let asked):
      "the method: recorded \(recorded), asked \(asked)"
    case .segment(let place, let recorded?, let asked?):
      "path segment \(place): recorded \"\(recorded)\", asked \"\(asked)\""
    case .segment(let place, let recorded?, nil):
      "path segment \(place) is missing: recorded \"\(recorded)\""
    case .segment(let place, _, let asked):
      "path segment \(place) is extra: asked \"\(asked ?? "")\""
    case .parameterMissing(let name, let recorded):
      "parameter \"\(name)\" is missing: recorded \"\(recorded)\""
    case .parameterExtra(let name, let asked):
      "parameter \"\(name)\" is extra: asked \"\(asked)\""
    case .parameter(let name, let recorded, let asked):
      "parameter \"\(name)\": recorded \"\(recorded)\", asked \"\(asked)\""
    case .field(let name, let recorded, let asked):
      "header field \(name): recorded \(Self.quoted(recorded)), asked \(Self.quoted(asked))"
    case .body: "the request's body is another"
    case .played(let times):
      "recorded \(times == 1 ? "once" : "\(times) times"), and played as often already"
    }
  }

  private static func quoted(_ value: String?) -> String { value.map { "\"\($0)\"" } ?? "none" }
}
