import NIOCore

extension Connection {
  /// How long a client may leave the last answer unread.
  private static let lingerTime = TimeAmount.seconds(2)

  /// Gives up on a client that is too slow.
  func look(at now: NIODeadline) {
    guard context?.channel.isActive == true else { return }
    let limits = service.limits
    let time = now - since
    switch phase {
    case .resting where time > TimeAmount(limits.idleTime): close()
    case .head where time > TimeAmount(limits.headTime),
      .body where time > TimeAmount(limits.requestTime):
      refuse(Refusal(status: 408, message: "the request took too long to arrive"))
    case .ending where isOutputClosed && time > Self.lingerTime: close()
    default: lookAtBacklog(now)
    }
  }

  private func lookAtBacklog(_ now: NIODeadline) {
    let waiting = waitingBytes
    let sent = sending?.pump.position ?? streamedCount
    if waiting == 0 || waiting != backlog.waiting || sent != backlog.sent {
      backlog = Backlog(waiting: waiting, sent: sent, since: now)
    } else if now - backlog.since > TimeAmount(service.limits.writeTime) {
      reset()
    }
  }

  /// How many bytes were written that the system has not taken yet.
  private var waitingBytes: Int {
    (try? context?.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }

  /// Ends as soon as the request in flight is answered; at once when there is none.
  func drain() {
    switch phase {
    case .resting where turns.isEmpty, .head: waitingBytes == 0 ? close() : end()
    default: break
    }
  }
}
