import ArgumentParser
import PlumbModel

/// The servers in place of those that APIs name.
struct BaseURLOption: ParsableArguments {
  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "A server in place of an API's own; without the API's name, of every API's.",
      valueName: "[api=]url"
    ),
    transform: BaseURL.init(argument:)
  )
  var baseURLs: [BaseURL] = []

  /// The server to put in place of each API's own, by the API's name.
  ///
  /// - Throws: ``Failure`` with the nearest name when there is no such API.
  func servers(of apis: [API]) throws(Failure) -> [String: String] {
    try BaseURL.servers(baseURLs, of: apis)
  }

  /// The server at which an API is looked for.
  func server(of api: API) -> String {
    baseURLs.last { $0.api == api.id || $0.api == nil }?.url ?? api.server
  }
}
