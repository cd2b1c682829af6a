import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbRecordings
import TestSupport

/// The main job over a real connection: walk, record and check.
struct Wire {
  let shipped: Shipped
  let folder: String

  /// Prepares the shipped contracts of an API at another server, and a folder to record into.
  init(_ id: String = "onet", at url: String, in folder: String) throws {
    shipped = try Shipped(id, base: url)
    self.folder = folder
  }

  /// What a walk came to.
  struct Result {
    var outcome: Walk.Outcome
    var report: Report
    var folder: String
  }

  /// Walks, records and checks without waiting for anybody's pace.
  func live(
    plan: WalkPlan? = nil,
    only operation: String? = nil,
    options: Walk.Options = Walk.Options(),
    retries: Int = 8,
    mode: SessionWriter.Mode = .fresh
  ) async throws -> Result {
    let secrets = shipped.keyring.entries.map { Secret(name: $0.name, value: $0.field.value) }
    let writer = try SessionWriter(
      folder: folder,
      session: Session(path: folder, api: shipped.api.id),
      redactor: Redactor(secrets: secrets, apis: [shipped.api], contracts: shipped.contracts),
      mode: mode
    )
    let recorder = Recorder(
      writer: writer,
      contracts: shipped.contracts,
      site: shipped.site,
      resumes: mode == .resume
    )
    var checking = Checker.Options()
    checking.servers[shipped.api.id] = shipped.site.base
    let checker = Checker(apis: [shipped.api], contracts: shipped.contracts, options: checking)
    let check = LiveCheck(
      recorder: recorder,
      checker: checker,
      api: shipped.api,
      session: folder
    )
    let transport = HTTPTransport()
    let walk = Walk(
      plan: plan ?? self.plan(only: operation),
      contracts: shipped.contracts,
      site: shipped.site,
      courier: courier(transport, retries),
      options: options
    )
    let outcome = try await walk.run(check)
    await transport.shutdown()
    if outcome.isWhole { try writer.finish() }
    let report = LiveCheck.report(
      on: [await check.result()],
      checker: checker,
      contracts: shipped.contracts
    )
    return Result(outcome: outcome, report: report, folder: folder)
  }

  private func plan(only operation: String?) -> WalkPlan {
    let contracts = shipped.contracts.filter { operation == nil || $0.id == operation }
    return WalkPlan(contracts, at: shipped.site)
  }

  /// A courier that repeats quickly, and often enough for any weather.
  private func courier(_ transport: HTTPTransport, _ most: Int) -> Courier {
    var retries = Retries()
    retries.most = most
    retries.first = .milliseconds(1)
    retries.longest = .milliseconds(4)
    return Courier(
      transport: transport,
      site: shipped.site,
      keyring: shipped.keyring,
      retries: retries,
      time: .system()
    )
  }
}
