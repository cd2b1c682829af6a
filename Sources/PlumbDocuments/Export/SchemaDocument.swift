public import PlumbModel
import PlumbText

/// The documented body of one response as a JSON Schema.
///
/// Source: JSON Schema 2020-12.
public struct SchemaDocument: Sendable {
  /// The dialect that schemas are written in.
  public static let dialect = "https://json-schema.org/draft/2020-12/schema"

  /// The file; the same for the same contract.
  public let bytes: [UInt8]

  /// What the contract says and the file does not, in its order.
  public let losses: [ExportLoss]

  /// Describes a body; `nil` when nothing is documented of it.
  ///
  /// - Parameter status: The response to describe; `nil` for the first success with a documented
  ///   body.
  public init?(contract: Contract, api: API, status: Int? = nil) {
    guard let response = contract.response(shown: status), case .json(let type) = response.body
    else { return nil }
    var maker = SchemaMaker(definitions: "#/$defs/")
    let subject = "response \(response.status) of \(contract.subject)"
    let root = maker.schema(of: type, subject, at: response.place)
    var definitions: [(String, JSONNode?)] = []
    while definitions.count < maker.names.count {
      let name = maker.names[definitions.count]
      let type = api.types[name] ?? FieldType(.any)
      definitions.append((name, maker.schema(of: type, "type `\(name)`", at: api.place)))
    }
    definitions.sort { $0.0 < $1.0 }
    let head: [(String, JSONNode?)] = [
      ("$schema", .text(Self.dialect)), ("title", .text(contract.title)),
    ]
    let body: [(String, JSONNode?)] = (root.members ?? []).map { ($0.name, $0.value) }
    let tail = ("$defs", definitions.isEmpty ? nil : JSONNode.object(definitions))
    bytes = JSONNode.object(head + body + [tail]).file
    losses = (maker.losses + Self.losses(of: contract, besides: response)).sorted()
  }

  /// What a contract says besides the body of one response.
  private static func losses(
    of contract: Contract,
    besides response: ResponseContract
  ) -> [ExportLoss] {
    let reason = "a JSON Schema describes one body"
    func loss(_ subject: String, _ place: SourcePlace) -> ExportLoss {
      ExportLoss("\(subject) of \(contract.subject)", at: place, reason)
    }
    var losses = [loss("\(contract.method) \(contract.path)", contract.place)]
    losses += contract.parameters.map { loss("parameter `\($0.name)`", $0.place) }
    losses += (contract.responses + contract.errors).filter { $0.status != response.status }
      .map { loss("response \($0.status)", $0.place) }
    losses += response.headers.map { loss("header field `\($0)`", response.place) }
    losses += contract.examples.prefix(1).map { loss("`examples`", $0.place) }
    return losses + contract.relationLosses
  }
}
