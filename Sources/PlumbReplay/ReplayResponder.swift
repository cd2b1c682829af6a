public import PlumbModel

import PlumbText
import Synchronization

/// Answers requests from recordings, and never from anywhere else.
public final class ReplayResponder: Responder {
  let index: ReplayIndex
  let counter: RepeatCounter
  let log: MissLog
  let options: ReplayOptions

  private let load: @Sendable (Int) throws(RecordingError) -> RecordedAnswer
  private let notify: @Sendable (ReplayNote) -> Void
  private let cache: Mutex<BoundedCache<CacheKey, ServedResponse>>

  private struct CacheKey: Hashable, Sendable {
    var place: Int
    /// The server that URLs lead to; `nil` when they are left as they are.
    var host: String?
  }

  /// Creates a responder.
  ///
  /// - Parameters:
  ///   - recordings: What was asked, in the order in which repeats are played.
  ///   - options: How they are replayed.
  ///   - notify: Takes what a person should know; called from any thread.
  ///   - load: Reads the answer of a recording by its place in `recordings`.
  public init(
    _ recordings: [RecordedRequest],
    options: ReplayOptions = ReplayOptions(),
    notify: @escaping @Sendable (ReplayNote) -> Void = { _ in },
    load: @escaping @Sendable (Int) throws(RecordingError) -> RecordedAnswer
  ) {
    index = ReplayIndex(recordings, options: options)
    counter = RepeatCounter(
      groups: index.groups.count,
      recordings: recordings.count,
      repeats: options.repeats
    )
    log = MissLog()
    cache = Mutex(BoundedCache(limit: options.cacheSize))
    self.options = options
    self.notify = notify
    self.load = load
  }

  /// Answers a request.
  ///
  /// What no recording answers gets status 501 with the closest recordings, as JSON.
  public func reply(to request: Exchange.Request) -> Reply {
    let target = RequestTarget(request.url)
    guard let group = index.group(for: request, target) else { return miss(request, nil) }
    let members = index.groups[group].members
    let isPeek = request.method == "HEAD"
    guard let place = counter.next(of: group, members: members, isPeek: isPeek) else {
      return miss(request, group)
    }
    return .now(answer(place, members: members, to: target))
  }

  private func answer(
    _ place: Int,
    members: [Int],
    to target: RequestTarget
  ) -> ServedResponse {
    let key = CacheKey(place: place, host: options.rewritesURLs ? String(target.authority) : nil)
    var response: ServedResponse
    if let known = cache.withLock({ $0.value(of: key) }) {
      response = known
    } else {
      response = prepare(place, key)
    }
    switch options.delay {
    case .none: break
    case .recorded: response.delay = index.recordings[place].duration ?? .zero
    case .fixed(let duration): response.delay = duration
    }
    return response
  }

  /// Reads an answer, and keeps it for the next time.
  private func prepare(_ place: Int, _ key: CacheKey) -> ServedResponse {
    let name = index.recordings[place].name
    let answer: RecordedAnswer
    do throws(RecordingError) {
      answer = try load(place)
    } catch {
      notify(.unreadable(error))
      return .failure(500, "the recording cannot be read: \(error)")
    }
    if let failure = answer.failure ?? index.recordings[place].failure {
      return .failure(502, "the recorded exchange has no whole answer: \(failure) (\(name))")
    }
    guard (200...599).contains(answer.status) else {
      return .failure(502, "the recorded exchange has no status that can be sent (\(name))")
    }
    var response = ReplayedFields.response(of: answer)
    if let host = key.host {
      URLRewriter(origins: index.origins, host: host).rewrite(&response)
    }
    let size = response.memorySize
    cache.withLock { [response] in $0.insert(response, size: size, for: key) }
    return response
  }

  private func miss(_ request: Exchange.Request, _ group: Int?) -> Reply {
    // With header fields to match, the same URL may miss in different ways.
    if options.fields.isEmpty, let known = log.body(again: request) { return .now(.miss(known)) }
    // Looking through all recordings takes a while, and others shall not wait for it.
    return .later { [self] in
      let miss = describe(request, exhausted: group)
      let body = MissText.json(miss)
      if log.add(miss, body: body) { notify(.miss(miss)) }
      return .miss(body)
    }
  }

  private func describe(_ request: Exchange.Request, exhausted group: Int?) -> Miss {
    let closest: [Miss.Candidate]
    if let group, let place = index.groups[group].members.last {
      closest = [
        Miss.Candidate(
          recording: index.recordings[place],
          differences: [.played(times: index.groups[group].members.count)]
        )
      ]
    } else {
      closest = ClosestRecordings(index: index, options: options).find(for: request)
    }
    return Miss(request: request, closest: closest, recordings: index.recordings.count)
  }
}

/// Something that a person who replays recordings should know.
public enum ReplayNote: Hashable, Sendable {
  /// A request was not recorded; said once for each.
  case miss(Miss)

  /// A recording cannot be read.
  case unreadable(RecordingError)
}

extension ServedResponse {
  fileprivate static func failure(_ status: Int, _ message: String) -> ServedResponse {
    var writer = JSONWriter(layout: .indented)
    writer.beginObject()
    writer.member("error", message)
    writer.endObject()
    return json(status, writer.bytes)
  }

  fileprivate static func miss(_ body: [UInt8]) -> ServedResponse { json(501, body) }

  static func json(_ status: Int, _ body: [UInt8]) -> ServedResponse {
    ServedResponse(
      status: status,
      fields: [
        HTTPField(name: "Content-Type", value: "application/json"),
        HTTPField(name: "Cache-Control", value: "no-store"),
      ],
      body: .bytes(body + [UInt8(ascii: "\n")])
    )
  }

  /// About how many bytes it takes in memory.
  fileprivate var memorySize: Int {
    var size = 256
    if case .bytes(let bytes) = body { size += bytes.count }
    return fields.reduce(size) { $0 + $1.name.utf8.count + $1.value.utf8.count + 64 }
  }
}
