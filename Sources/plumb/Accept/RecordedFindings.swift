import PlumbChecking
import PlumbModel
import PlumbNotation

/// The findings in recordings.
struct RecordedFindings {
  let library: ContractLibrary

  /// Checks the recordings.
  ///
  /// - Parameter paths: Files and folders; the usual folder when there are none.
  func subjects(in paths: [String]) async throws(Failure) -> [FindingSubject] {
    let checker = Checker(apis: library.apis, contracts: library.contracts)
    let run = CheckRun(checker: checker, operation: nil, workers: Environment.processors)
    let files = try RecordingFinder.files(at: paths, areBodies: false)
    let outcome = await run.read(files)
    for error in outcome.errors { Console.error(error.description) }
    guard let extract = outcome.extract, outcome.errors.isEmpty else { throw Failure(.unreadable) }
    return checker.report(on: extract).findings.map { FindingSubject($0) }
  }
}
