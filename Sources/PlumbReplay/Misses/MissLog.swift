import PlumbModel
import Synchronization

/// The requests that missed, each once, with how often.
final class MissLog: Sendable {
  /// How many different ones are kept; of others there is only a count.
  private static let limit = 1000

  struct Entry: Sendable {
    var miss: Miss
    var body: [UInt8]
    var count: Int
  }

  private struct State {
    var entries: [Entry] = []
    var places: [Exchange.Request: Int] = [:]
    var others = 0
  }

  private let state = Mutex(State())

  /// Counts a request that missed before, and returns the body that says so; `nil` for a new one.
  func body(again request: Exchange.Request) -> [UInt8]? {
    state.withLock { state in
      guard let place = state.places[Self.key(request)] else { return nil }
      state.entries[place].count += 1
      return state.entries[place].body
    }
  }

  /// Keeps a miss; returns whether it is a new one.
  func add(_ miss: Miss, body: [UInt8]) -> Bool {
    let key = Self.key(miss.request)
    return state.withLock { state in
      if let place = state.places[key] {
        state.entries[place].count += 1
        return false
      }
      guard state.entries.count < Self.limit else {
        state.others += 1
        return false
      }
      var miss = miss
      miss.request = key
      state.places[key] = state.entries.count
      state.entries.append(Entry(miss: miss, body: body, count: 1))
      return true
    }
  }

  /// All that are kept, in the order first asked.
  var entries: [Entry] { state.withLock { $0.entries } }

  /// How often a request missed.
  var count: Int {
    state.withLock { state in state.entries.reduce(state.others) { $0 + $1.count } }
  }

  /// What is kept of a request: no header field, which may hold a key, and no long body.
  private static func key(_ request: Exchange.Request) -> Exchange.Request {
    let body = Array(BodyDigest.text(of: request.body).utf8)
    return Exchange.Request(method: request.method, url: request.url, body: body)
  }
}
