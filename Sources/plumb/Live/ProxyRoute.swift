#if Live
import PlumbLive
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbText

/// Where a proxy's requests go on to, and what is known of that.
struct ProxyRoute {
  let site: Site
  /// The API that the server is one of; none when it is under no contract.
  let apis: [API]
  let contracts: [Contract]
  let acceptances: [Acceptance]
  let keyring: Keyring
  let redactor: Redactor

  /// Finds the server and its contracts.
  init(_ command: ProxyCommand) throws(Failure) {
    let isNamed = !command.to.contains("://")
    let needsContracts = isNamed || command.api != nil || command.check
    let hasContracts = Folder.exists(command.contracts.contracts)
    let library = needsContracts || hasContracts ? try command.contracts.load() : nil
    let api = try Self.api(command, in: library, isNamed: isNamed)
    let base = isNamed ? api?.server ?? "" : try Self.base(command.to)
    let place = SourcePlace(file: "", line: 0, column: 0)
    let target = api ?? API(id: Self.name(of: base), title: base, server: base, place: place)
    guard let site = Site(target, base: base) else {
      throw Failure(.usage, "--to \(base) is no address that can be asked")
    }
    guard api != nil || !command.check else {
      throw Failure(
        .usage,
        "no API under contract is at \(base), so there is nothing to check by; name one with --api"
      )
    }
    self.site = site
    apis = api.map { [$0] } ?? []
    contracts = api.map { library?.contracts(of: $0.id) ?? [] } ?? []
    acceptances = api.map { library?.acceptances(of: $0.id) ?? [] } ?? []
    keyring = Keyring(
      for: target,
      given: try command.sending.given(),
      environment: Environment.value
    )
    redactor = Redactor(secrets: keyring.secrets, apis: apis, contracts: contracts)
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

  /// What the proxy is told.
  func options(rewrites: Bool, allowsWrites: Bool) -> Proxy.Options {
    var options = Proxy.Options()
    options.rewrites = rewrites
    options.allowsWrites = allowsWrites
    options.roots = apis.map(\.server)
    return options
  }

  private static func api(
    _ command: ProxyCommand,
    in library: ContractLibrary?,
    isNamed: Bool
  ) throws(Failure) -> API? {
    guard let library else { return nil }
    if let name = isNamed ? command.to : command.api {
      if let api = library.api(name) { return api }
      let remedy = Misspelling.hint(
        for: name,
        among: library.apis.map(\.id),
        otherwise: "; give a URL such as https://api.example.org, or one of "
          + library.apis.map(\.id).joined(separator: ", ")
      )
      throw Failure(.usage, "there is no API \"\(name)\" under contract\(remedy)")
    }
    let base = try base(command.to)
    return library.apis.first { $0.server == base }
  }

  private static func base(_ text: String) throws(Failure) -> String {
    guard let base = try? BaseURL(argument: text), base.api == nil else {
      throw Failure(.usage, "--to is a URL such as https://api.example.org, found \"\(text)\"")
    }
    return base.url
  }

  /// A folder's name for a server that is under no contract.
  private static func name(of base: String) -> String {
    let host = URLReference(base)?.host ?? "proxy"
    return host.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
  }
}
#endif
