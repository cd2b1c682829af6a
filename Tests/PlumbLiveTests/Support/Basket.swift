import PlumbLive
import PlumbModel

/// Keeps what a walk meets in memory.
actor Basket: WalkKeeper {
  private(set) var steps: [Walk.Step] = []
  private(set) var remarks: [Walk.Remark] = []
  private(set) var finished: [Int] = []
  private let known: [Exchange]
  private let onTake: @Sendable (Int) -> Void

  /// Creates a basket; `known` is what an earlier walk recorded.
  init(known: [Exchange] = [], onTake: @escaping @Sendable (Int) -> Void = { _ in }) {
    self.known = known
    self.onTake = onTake
  }

  /// The exchanges, in order.
  var exchanges: [Exchange] { steps.map(\.exchange) }

  func recorded(
    _ request: Exchange.Request,
    operation: String?,
    number: Int
  ) async throws -> Exchange? {
    known.first { $0.request == request }
  }

  func overflow(operation: String?) -> (any BodyOverflow)? { nil }

  func body(of step: Walk.Step) -> [UInt8]? { nil }

  func take(_ step: Walk.Step) async throws {
    steps.append(step)
    onTake(steps.count)
  }

  func forget(stop: Int) async throws { steps.removeAll { $0.stop == stop } }

  func finish(stop: Int) async throws { finished.append(stop) }

  func remark(_ remark: Walk.Remark) async { remarks.append(remark) }
}
