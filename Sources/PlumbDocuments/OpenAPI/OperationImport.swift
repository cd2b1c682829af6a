import PlumbModel
import PlumbNotation
import PlumbText

/// Reads the operations of a path.
struct OperationImport {
  let api: String
  let references: References
  let schemas: SchemaReader
  let log: RemarkLog

  /// The header fields that hold credentials, in lower case.
  let keyHeaders: Set<String>

  private static let methods = ["get", "head", "post", "put", "patch", "delete", "options"]

  func read(_ path: String, _ item: Located) throws(Diagnostic) -> [ImportedOperation] {
    let template: PathTemplate
    do throws(SyntaxError) {
      template = try PathTemplate(path)
    } catch {
      log.unsaid("the path is left out with its operations: \(error.message)", item)
      return []
    }
    if let trace = item["trace"] {
      log.unsaid("the method TRACE; the operation is left out", trace)
    }
    var operations: [ImportedOperation] = []
    for method in Self.methods {
      guard let operation = item[method] else { continue }
      let contract = try contract(method, template, item, operation)
      operations.append(
        ImportedOperation(
          contract: contract,
          operationID: operation["operationId"]?.string,
          tag: operation["tags"]?.elements.first?.string
        )
      )
    }
    return operations
  }

  private func contract(
    _ method: String,
    _ path: PathTemplate,
    _ item: Located,
    _ operation: Located
  ) throws(Diagnostic) -> Contract {
    let hint = DescribedNames.words(of: path).joined(separator: "_")
    var contract = Contract(
      id: "",
      api: api,
      title: Self.title(operation) ?? "",
      method: method.uppercased(),
      path: path,
      place: references.file.place(of: operation.node)
    )
    let parameters = ParameterImport(
      references: references,
      schemas: schemas,
      log: log,
      keyHeaders: keyHeaders
    )
    (contract.parameters, contract.examples) = try parameters.read(item, operation, path)
    let responses = ResponseImport(references: references, schemas: schemas, log: log)
    let read = try responses.read(operation, hint: hint.isEmpty ? "root" : hint)
    contract.responses = read.filter { $0.status < 400 }
    contract.errors = read.filter { $0.status >= 400 }
    if let body = operation["requestBody"] { log.unsaid("the body of the request", body) }
    if let calls = operation["callbacks"] {
      log.unsaid("requests that the API itself makes", calls)
    }
    if let servers = operation["servers"] ?? item["servers"] {
      log.unsaid("a server of its own; the API's is taken", servers)
    }
    return contract
  }

  /// The summary, else the first line of the description when it is no paragraph.
  private static func title(_ operation: Located) -> String? {
    if let summary = operation["summary"]?.string, !summary.isEmpty { return summary }
    let text = operation["description"]?.string ?? ""
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.isEmpty || line.count > 80 ? nil : line
  }
}
