import Synchronization

/// Which recording of a request comes next, and which never came.
final class RepeatCounter: Sendable {
  private struct State {
    /// How often each group was asked.
    var asked: [Int32]
    /// Whether each recording was played.
    var isPlayed: [Bool]
  }

  private let state: Mutex<State>
  private let repeats: ReplayOptions.Repeats

  init(groups: Int, recordings: Int, repeats: ReplayOptions.Repeats) {
    self.repeats = repeats
    state = Mutex(
      State(
        asked: [Int32](repeating: 0, count: groups),
        isPlayed: [Bool](repeating: false, count: recordings)
      )
    )
  }

  /// Returns the member whose turn it is; `nil` when all were played and none comes again.
  ///
  /// - Parameter isPeek: Whether the next request gets the same one, as after a `HEAD`.
  func next(of group: Int, members: [Int], isPeek: Bool) -> Int? {
    state.withLock { state in
      let asked = Int(state.asked[group])
      let place: Int
      switch repeats {
      case .last: place = min(asked, members.count - 1)
      case .cycle: place = asked % members.count
      case .error:
        guard asked < members.count else { return nil }
        place = asked
      }
      if !isPeek, asked < Int(Int32.max) { state.asked[group] += 1 }
      state.isPlayed[members[place]] = true
      return members[place]
    }
  }

  /// How often a group was asked.
  func count(of group: Int) -> Int { state.withLock { Int($0.asked[group]) } }

  /// The places of the recordings that never came.
  var unplayed: [Int] {
    state.withLock { state in state.isPlayed.indices.filter { !state.isPlayed[$0] } }
  }
}
