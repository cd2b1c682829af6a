import PlumbModel
import PlumbNotation
import PlumbText

/// Promises that are to be confirmed: lines of the notation, written as comments.
enum SuggestedLines {
  /// The lines for what a contract has besides its request and response.
  ///
  /// - Parameter contract: Of it, `pages`, `id`, `order` and `links` are written.
  static func lines(of contract: Contract, api: API) -> [String] {
    var plain = contract
    plain.parameters = []
    plain.errors = api.errors
    plain.laws = []
    plain.examples = []
    plain.responses = [
      ResponseContract(status: 200, body: .unspecified, place: contract.place)
    ]
    let lines = NotationWriter.text(of: [plain], api: api).split(separator: "\n")
    guard let response = lines.lastIndex(where: { $0.hasPrefix("    response:") }) else {
      return []
    }
    return lines[(response + 1)...].map { String($0.dropFirst(4)) }
  }

  /// The lines for how an API divides its listings.
  static func lines(of dialect: PagingDialect) -> [String] {
    let place = SourcePlace(file: "", line: 1, column: 1)
    let api = API(id: "a", title: "a", server: "https://a", paging: dialect, place: place)
    let lines = NotationWriter.text(of: api).split(separator: "\n").map(String.init)
    return Array(lines.drop { !$0.hasPrefix("paging:") })
  }
}
