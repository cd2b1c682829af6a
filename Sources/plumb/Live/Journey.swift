#if Live
import PlumbLive
import PlumbModel
import PlumbRecordings

/// A walk through one API that is ready to begin.
struct Journey {
  let api: API
  let contracts: [Contract]
  /// The operations that were named; `nil` for all, and for whatever a tour asks.
  let named: Set<String>?
  let acceptances: [Acceptance]
  let site: Site
  let plan: WalkPlan
  let keyring: Keyring
  let options: WalkOptions
  /// What takes the credentials out of everything that is written or printed.
  let redactor: Redactor

  init(
    _ target: WalkTargets.Target,
    site: Site,
    plan: WalkPlan,
    keyring: Keyring,
    options: WalkOptions
  ) {
    api = target.api
    contracts = target.contracts
    named =
      target.isWhole || options.tour != nil ? nil : Set(target.chosen.map(\.id))
    acceptances = target.acceptances
    self.site = site
    self.plan = plan
    self.keyring = keyring
    self.options = options
    redactor = Redactor(secrets: keyring.secrets, apis: [api], contracts: contracts)
  }

  /// Opens the folder that the exchanges are recorded into.
  func writer(in folder: String, mode: SessionWriter.Mode) throws(Failure) -> SessionWriter {
    try SessionWriter.open(
      folder,
      site: site,
      redactor: redactor,
      contracts: contracts,
      mode: mode
    )
  }

  /// The walk.
  func walk(_ transport: any Transport, budget: Int?, stop: StopSignal) -> Walk {
    var retries = Retries(pace: api.pace)
    retries.most = options.retries
    let courier = Courier(
      transport: transport,
      site: site,
      keyring: keyring,
      pace: api.pace,
      retries: retries,
      time: .system(stop: stop),
      allowsWrites: options.sending.allowWrites
    )
    var walk = Walk.Options()
    walk.depth = options.follow ?? 0
    walk.budget = budget
    return Walk(
      plan: plan,
      contracts: contracts,
      site: site,
      courier: courier,
      options: walk,
      stop: stop
    )
  }
}
#endif
