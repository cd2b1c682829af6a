public import PlumbModel

import PlumbText

/// Tells how a replay goes: `/__plumb/health`, `/__plumb/misses`, `/__plumb/unused`, as JSON.
///
/// It tells what was asked and where recordings are, so it is for this machine alone.
public struct ReplayStatus: Responder {
  /// Where it is found.
  public static let path = "/__plumb/"

  private let replay: ReplayResponder

  /// Tells of a replay.
  public init(_ replay: ReplayResponder) {
    self.replay = replay
  }

  /// How many requests no recording answered.
  public var missCount: Int { replay.log.count }

  /// The misses, each once, with how often, in the order first asked; at most 1,000.
  public var misses: [(miss: Miss, count: Int)] { replay.log.entries.map { ($0.miss, $0.count) } }

  /// The recordings that answered nothing.
  public var unused: [RecordedRequest] {
    replay.counter.unplayed.map { replay.index.recordings[$0] }
  }

  /// Answers a request.
  public func reply(to request: Exchange.Request) -> Reply {
    let target = RequestTarget(request.url)
    guard request.method == "GET" || request.method == "HEAD" else {
      var refusal = Self.failure(405, "only GET and HEAD are answered here")
      refusal.fields.append(HTTPField(name: "Allow", value: "GET, HEAD"))
      return .now(refusal)
    }
    switch target.path {
    case "/__plumb/health": return .now(.json(200, health))
    case "/__plumb/misses": return .now(.json(200, missList))
    case "/__plumb/unused": return .now(.json(200, unusedList))
    default:
      return .now(Self.failure(404, "there is /__plumb/health, /__plumb/misses, /__plumb/unused"))
    }
  }

  private var health: [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.beginObject()
    writer.member("status", "ok")
    writer.member("recordings", replay.index.recordings.count)
    writer.member("requests", replay.index.groups.count)
    writer.member("misses", missCount)
    writer.member("unused", replay.counter.unplayed.count)
    writer.endObject()
    return writer.bytes
  }

  private var missList: [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.beginObject()
    writer.member("count", missCount)
    writer.name("misses")
    writer.beginArray()
    for (miss, count) in misses {
      writer.beginObject()
      writer.member("count", count)
      MissText.write(miss, to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  private var unusedList: [UInt8] {
    let unused = unused
    var writer = JSONWriter(layout: .indented)
    writer.beginObject()
    writer.member("count", unused.count)
    writer.name("unused")
    writer.beginArray()
    for recording in unused {
      writer.beginObject()
      writer.member("recording", recording.name)
      writer.member("method", recording.request.method)
      writer.member("url", recording.request.url)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  private static func failure(_ status: Int, _ message: String) -> ServedResponse {
    var writer = JSONWriter(layout: .indented)
    writer.beginObject()
    writer.member("error", message)
    writer.endObject()
    return .json(status, writer.bytes)
  }
}
