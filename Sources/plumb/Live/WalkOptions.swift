#if Live
import ArgumentParser
import PlumbLive
import PlumbModel
import PlumbNotation

/// How a live API is asked: shared by all commands that walk through one.
struct WalkOptions: ParsableArguments {
  @OptionGroup var contracts: ContractsOption

  @OptionGroup var servers: BaseURLOption

  @Option(
    help: ArgumentHelp(
      "A written list of requests to make instead of those the contracts ask for.",
      valueName: "file"
    ),
    completion: .file()
  )
  var tour: String?

  @Option(
    defaultAsFlag: 1,
    help: ArgumentHelp("Follow documented links, so many steps.", valueName: "depth")
  )
  var follow: Int?

  @Option(help: ArgumentHelp("The most requests to send, repeats included.", valueName: "number"))
  var budget: Int?

  @Option(help: ArgumentHelp("How often a request is sent again at most.", valueName: "number"))
  var retries = 4

  @OptionGroup var sending: SendingOptions

  func validate() throws {
    if let follow, !(0...20).contains(follow) {
      throw ValidationError("--follow is a number from 0 to 20, found \(follow)")
    }
    if let budget, budget < 1 {
      throw ValidationError("--budget is a number from 1 on, found \(budget)")
    }
    if !(0...20).contains(retries) {
      throw ValidationError("--retries is a number from 0 to 20, found \(retries)")
    }
  }

  /// Prepares the walks, so that everything that is missing is said before the first request.
  func journeys(to names: [String]) throws(Failure) -> [Journey] {
    let library = try contracts.load()
    let targets = try WalkTargets(names, in: library).targets
    let servers = try servers.servers(of: library.apis)
    let given = try sending.given()
    if tour != nil, targets.count > 1 {
      throw Failure(
        .usage,
        "--tour is for one API; name it: \(targets.map(\.api.id).joined(separator: ", "))"
      )
    }
    try sayMissingKeys(targets.map(\.api), given)
    var journeys: [Journey] = []
    for target in targets {
      journeys.append(try journey(target, base: servers[target.api.id], given))
    }
    return journeys
  }

  private func journey(
    _ target: WalkTargets.Target,
    base: String?,
    _ given: [Keyring.Entry]
  ) throws(Failure) -> Journey {
    guard let site = Site(target.api, base: base) else {
      throw Failure(
        .usage,
        "\(target.api.id): \(base ?? target.api.server) is no address that can be asked"
      )
    }
    let keyring = Keyring(for: target.api, given: given, environment: Environment.value)
    return Journey(
      target,
      site: site,
      plan: try plan(target, site),
      keyring: keyring,
      options: self
    )
  }

  private func plan(_ target: WalkTargets.Target, _ site: Site) throws(Failure) -> WalkPlan {
    guard let tour else {
      return WalkPlan(target.chosen, at: site, allowsWrites: sending.allowWrites)
    }
    guard let lines = TextFile.lines(of: tour) else {
      throw Failure(.unreadable, "\(tour): cannot be read; check the path")
    }
    do throws(Tour.Flaw) {
      let list = try Tour(lines.joined(separator: "\n"))
      return try WalkPlan(list, target.contracts, at: site, allowsWrites: sending.allowWrites)
    } catch {
      throw Failure(.unreadable, "\(tour):\(error.line): \(error.message)")
    }
  }

  private func sayMissingKeys(_ apis: [API], _ given: [Keyring.Entry]) throws(Failure) {
    let messages = apis.flatMap { api in
      Keyring.missing(for: api, given: given, environment: Environment.value).map { key in
        "\(api.id): the key for \(key.header) is missing; set \(key.environment) in the "
          + "environment, or give --header \"\(key.header): …\""
      }
    }
    guard messages.isEmpty else { throw Failure(.usage, messages) }
  }
}
#endif
