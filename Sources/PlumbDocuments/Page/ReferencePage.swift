public import PlumbModel
public import PlumbNotation
import PlumbText

/// A page of reference documentation, read into contracts.
///
/// Its tables become promises. What it says in sentences, or not at all, stands beside them as
/// comments that a person has to confirm: paths that it shows in examples alone, pages, orders,
/// links.
///
/// ```swift
/// let page = try ReferencePage(bytes, file: "lights.html")
/// page.contracts.map(\.id)  // ["lights.lights_of_a_coast"]
/// // lights.html:12:1: `height` has no type
/// ```
public struct ReferencePage: Sendable {
  /// What is known besides the page.
  public struct Options: Hashable, Sendable {
    /// The page's title; `nil` for its own.
    public var title: String?
    /// Where the page is published.
    public var source: String?
    /// The name of the API's folder.
    public var name = "api"
    /// The API, when it is under contract already.
    public var api: API?

    /// Nothing is known besides.
    public init() {}
  }

  /// The most bytes of a page.
  public static let limit = 1 << 24

  /// The API, as far as the page tells.
  public let api: API

  /// The path of the page.
  private let file: String

  /// The operations, in the order of the page.
  public let contracts: [Contract]

  /// What is to be confirmed in the contracts.
  public let comments: NotationComments

  /// What is to be confirmed in the API's own file.
  public let apiComments: NotationComments

  /// Reads a page: text, Markdown or HTML.
  ///
  /// - Parameters:
  ///   - bytes: The page, in UTF-8.
  ///   - file: Its path, for places.
  /// - Throws: The first thing that is wrong with it, and where.
  public init(_ bytes: [UInt8], file: String, options: Options = Options()) throws(Diagnostic) {
    let start = SourcePlace(file: file, line: 1, column: 1)
    let reader = PageReader(try Self.blocks(bytes, file: file), file: file)
    let services = try reader.services()
    let paths = PagePaths(of: services)
    let title = options.title ?? reader.title
    let api =
      options.api
      ?? API(
        id: options.name,
        title: title ?? options.name,
        server: paths.server ?? "https://api.example.org",
        place: start
      )
    var contracts: [Contract] = []
    var comments = NotationComments()
    for (service, path) in zip(services, paths.paths) {
      var contract = try Self.contract(service, path, file: file, api: api)
      contract.id = Self.id(service, title, besides: contracts)
      (contract.page, contract.source) = (title, options.source)
      if let guess = path.guess {
        let key = contract.method.lowercased()
        comments[above: ["contracts", contract.id, key]] = ["To be confirmed, \(guess)."]
      }
      Self.note(service, contract, &comments)
      contracts.append(contract)
    }
    for (service, contract) in zip(services, contracts) {
      let suggestions = PageSuggestions(
        service: service,
        services: services,
        contracts: contracts,
        api: api
      )
      let lines = suggestions.lines(for: contract)
      comments[above: ["contracts", contract.id, "response"]] = lines
    }
    self.api = api
    self.file = file
    self.contracts = contracts
    self.comments = comments
    apiComments = Self.apiComments(paths, contracts)
  }

  private static func blocks(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [PageBlock] {
    let start = SourcePlace(file: file, line: 1, column: 1)
    guard bytes.count <= limit else {
      let size = "\(bytes.count >> 20) MB, a page has at most \(limit >> 20)"
      throw Diagnostic(.error, "the file has \(size)", at: start, remedy: "cut out the page")
    }
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
      throw Diagnostic(
        .error,
        "the file is no text in UTF-8",
        at: start,
        remedy: "save the page as text or as HTML"
      )
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Diagnostic(.error, "the file is empty", at: start)
    }
    guard !HTMLBlocks.isHTML(text) else {
      var page = HTMLBlocks(text)
      return page.read()
    }
    var page = PageText(text, file: file)
    return try page.read()
  }

  /// The name of the contract file: that of the page, or of the file that it was saved in.
  public var fileName: String {
    let saved = file.split(separator: "/").last?.split(separator: ".").first ?? ""
    let name = Text.name(contracts.first?.page ?? String(saved), fallback: "page")
    return name == "api" ? "page.yaml" : "\(name).yaml"
  }

  // MARK: - One service

  private static func contract(
    _ service: PageService,
    _ path: PagePaths.Path,
    file: String,
    api: API
  ) throws(Diagnostic) -> Contract {
    let place = SourcePlace(file: file, line: service.line, column: 1)
    var fields = PageFields(of: service, file: file)
    let body = try fields.body()
    let template: PathTemplate
    do throws(SyntaxError) {
      template = try PathTemplate(path.template)
    } catch {
      throw Diagnostic(.error, "the path \(path.template): \(error.message)", at: place)
    }
    return Contract(
      id: "",
      api: api.id,
      title: service.title,
      method: service.request?.method ?? "GET",
      path: template,
      parameters: try PageParameters(service: service, file: file).list(pathNames: path.names),
      responses: [ResponseContract(status: 200, body: body, place: place)],
      errors: api.errors,
      place: place
    )
  }

  /// The name of an operation: that of its page, a dot, and its own.
  private static func id(_ service: PageService, _ page: String?, besides: [Contract]) -> String {
    let own = Text.name(service.title, fallback: "service")
    let name = page.map { "\(Text.name($0, fallback: "page")).\(own)" } ?? own
    return Text.unique(name) { name in besides.contains { $0.id == name } }
  }

  // MARK: - Comments

  /// Keeps what the page says of parameters and rows besides their types.
  private static func note(
    _ service: PageService,
    _ contract: Contract,
    _ comments: inout NotationComments
  ) {
    let path = ["contracts", contract.id]
    let names = contract.parameters.filter { $0.location == .path }.map(\.name)
    for (entry, name) in zip(service.path, names) {
      let words = [entry.row.name == name ? "" : entry.row.name, entry.note]
      let text = words.filter { !$0.isEmpty }.joined(separator: "; ")
      if !text.isEmpty { comments[behind: path + ["path", name]] = text }
    }
    for (entries, location) in [(service.query, "query"), (service.header, "header")] {
      for entry in entries where !entry.note.isEmpty {
        comments[behind: path + [location, entry.row.name]] = entry.note
      }
    }
  }

  private static func apiComments(_ paths: PagePaths, _ contracts: [Contract]) -> NotationComments {
    var comments = NotationComments()
    comments[above: ["server"]] =
      paths.server == nil
      ? ["To be confirmed: the page shows no address."]
      : ["To be confirmed: the host of the addresses in the page's examples."]
    if let dialect = PageSuggestions.dialect(of: contracts) {
      comments[above: []] =
        ["To be confirmed; the names on the page look like this:"]
        + SuggestedLines.lines(of: dialect).map { "  \($0)" }
    }
    return comments
  }
}
