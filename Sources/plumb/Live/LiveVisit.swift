#if Live
import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbRecordings
import PlumbReports

/// A walk through one API that is checked on the way.
struct LiveVisit {
  let journey: Journey
  let checker: Checker
  /// The folder in which the API's session is.
  let folder: String
  let mode: SessionWriter.Mode
  /// Whether the recordings stay.
  let isKept: Bool
  let isQuiet: Bool

  func run(
    _ transport: HTTPTransport,
    _ stop: StopSignal,
    budget: Int?,
    rank: Int
  ) async throws -> (Walk.Outcome, LiveCheck.Result) {
    let writer = try journey.writer(in: folder, mode: mode)
    let progress = WalkProgress(journey, isQuiet: isQuiet)
    progress.note(leftOut: journey.plan.leftOut)
    let recorder = Recorder(
      writer: writer,
      contracts: journey.contracts,
      site: journey.site,
      resumes: mode == .resume,
      onTake: progress.take,
      onRemark: progress.remark
    )
    let accepted = journey.acceptances.fingerprintsToday
    let hidden = isKept ? 0 : folder.count + 1
    let check = LiveCheck(
      recorder: recorder,
      checker: checker,
      api: journey.api,
      session: writer.folder,
      firstRank: rank,
      shownPath: { String($0.dropFirst(hidden)) },
      onFinding: { if !accepted.contains($0.fingerprint) { progress.found($0) } }
    )
    do {
      let outcome = try await journey.walk(transport, budget: budget, stop: stop).run(check)
      if outcome.isWhole { progress.note(removed: try writer.finish(of: journey.named)) }
      progress.end()
      let refused = await recorder.refusedCount
      if refused > 0 { progress.note("neither recorded nor judged: \(refused.of("exchange"))") }
      return (outcome, await check.result())
    } catch let error as RecordingError {
      progress.end()
      throw Failure(.fault, journey.redactor.redacted(error.description))
    }
  }
}
#endif
