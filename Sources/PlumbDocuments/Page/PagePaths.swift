import PlumbModel
import PlumbText

/// Finds the paths of services, which a reference page often shows in its examples alone.
struct PagePaths {
  /// The path of one service.
  struct Path: Hashable {
    /// The template.
    var template: String
    /// The names of its parameters, in order.
    var names: [String]
    /// How it was guessed; `nil` when the page shows it.
    var guess: String?
  }

  /// The paths, one for each service.
  private(set) var paths: [Path] = []

  /// The root of all paths; `nil` when the page shows no address.
  private(set) var server: String?

  private let services: [PageService]

  /// Looks for the paths of services.
  init(of services: [PageService]) {
    self.services = services
    server = services.lazy.compactMap { Self.origin(of: $0) }.first
    var found = services.map { known($0) }
    for index in services.indices where found[index] == nil {
      found[index] = linked(services[index])
    }
    let shown = found.compactMap { $0?.template }
    for index in services.indices where found[index] == nil {
      found[index] = guessed(services[index], beside: shown + found.compactMap { $0?.template })
    }
    paths = found.compactMap(\.self)
  }

  private static func origin(of service: PageService) -> String? {
    let urls = [service.request?.target].compactMap(\.self) + service.addresses.map(\.url)
    return urls.lazy.compactMap { url in
      guard let found = URLReference(url), let scheme = found.scheme, let host = found.host else {
        return nil
      }
      return URLReference(scheme: scheme, host: host, port: found.port).description
    }.first
  }

  // MARK: - What the page shows

  /// The path in a request line, or in an address that leads to another page of the same listing.
  private func known(_ service: PageService) -> Path? {
    if let request = service.request {
      let path = request.target.hasPrefix("/") ? request.target : URLReference(request.target)?.path
      let plain = path?.split(separator: "?", omittingEmptySubsequences: false).first.map(
        String.init
      )
      if let plain, let template = try? PathTemplate(plain),
        template.parameterNames.count == service.path.count
      {
        return Path(template: plain, names: template.parameterNames)
      }
    }
    guard let own = service.addresses.first(where: { ["next", "prev", "self"].contains($0.name) })
    else { return nil }
    return path(own.url, service, "from the `\(own.name)` of its example")
  }

  /// The path in an address of another service's example, which a sentence says leads here.
  private func linked(_ service: PageService) -> Path? {
    for other in services where other.title != service.title {
      for sentence in other.sentences {
        let isLink = sentence.contains("link") && sentence.contains(service.title)
        guard isLink else { continue }
        let names = PageSentence.names(in: sentence, among: other.addresses.map(\.name))
        guard let address = other.addresses.first(where: { names.contains($0.name) }) else {
          continue
        }
        let reason = "from the `\(address.name)` in the example of \"\(other.title)\""
        if let path = path(address.url, service, reason) { return path }
      }
    }
    return nil
  }

  /// An address with the last of its parts that fit taken as the parameters of the path.
  private func path(_ url: String, _ service: PageService, _ reason: String) -> Path? {
    guard let path = URLReference(url)?.path, path.hasPrefix("/") else { return nil }
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(
      String.init
    )
    let names = names(of: service)
    var free = parts.indices.filter { !parts[$0].isEmpty }
    guard free.count >= names.count else { return nil }
    for (entry, name) in zip(service.path, names).reversed() {
      let place = free.lastIndex { Self.fits(parts[free[$0]], entry.row.type) } ?? free.count - 1
      // The parameters before it need places of their own.
      let last = max(place, names.firstIndex(of: name) ?? 0)
      parts[free[last]] = "{\(name)}"
      free.removeSubrange(last...)
    }
    let guess = names.isEmpty ? reason : "\(reason), with what fits as parameter"
    return Path(template: "/" + parts.joined(separator: "/"), names: names, guess: guess)
  }

  /// Whether a part of an address may be a parameter's value, as the page words its type.
  private static func fits(_ part: String, _ words: String) -> Bool {
    guard let type = try? WordedType.type(words) else { return false }
    let value = PercentEncoding.decode(part)
    guard type.narrowing.values.isEmpty else { return type.narrowing.values.contains(value) }
    guard type.shape == .integer || type.shape == .number else { return true }
    return JSONNumber(value) != nil
  }

  // MARK: - What it does not

  /// A path in the folder of the other services.
  private func guessed(_ service: PageService, beside shown: [String]) -> Path {
    let folders = shown.map { path in
      path.split(separator: "/").prefix { !$0.contains("{") }.map(String.init)
    }
    var common = folders.first ?? []
    for folder in folders.dropFirst() {
      common = Array(zip(common, folder).prefix { $0 == $1 }.map(\.0))
    }
    if shown.count == 1, !common.isEmpty, !(shown.first?.contains("{") ?? false) {
      common.removeLast()
    }
    let names = names(of: service)
    let tail = names.map { "{\($0)}" }
    func path(_ words: [String]) -> String { "/" + (common + words + tail).joined(separator: "/") }
    var template = path([])
    // A folder such as `/v2` is that of the whole API.
    if common.count < 2 || shown.contains(template) {
      let own = Text.name(service.title, fallback: "service")
      template = path([Text.unique(own) { shown.contains(path([$0])) }])
    }
    return Path(template: template, names: names, guess: "the page does not show it: made up")
  }

  /// The names of a service's path parameters, made of the page's words for them.
  private func names(of service: PageService) -> [String] {
    var names: [String] = []
    for entry in service.path {
      let name = Text.name(entry.row.name, fallback: "value")
      names.append(Text.unique(name, isTaken: names.contains))
    }
    return names
  }
}
