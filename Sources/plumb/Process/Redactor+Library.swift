import PlumbModel
import PlumbNotation
import PlumbRecordings

extension Redactor {
  /// Knows the keys that the environment holds for the APIs of a library, and what is documented.
  ///
  /// - Parameter secrets: Further values.
  init(of library: ContractLibrary?, besides secrets: [Secret] = []) {
    self.init(
      knowing: library?.apis ?? [],
      contracts: library?.contracts ?? [],
      besides: secrets
    )
  }

  /// Knows the keys that the environment holds for some APIs, and what is documented of them.
  ///
  /// - Parameter secrets: Further values.
  init(knowing apis: [API], contracts: [Contract], besides secrets: [Secret] = []) {
    let names = Set(secrets.map(\.name))
    let keys = apis.flatMap(\.keys).filter { !names.contains($0.environment) }
    let own = keys.compactMap { key in
      Environment.value(of: key.environment).map { Secret(name: key.environment, value: $0) }
    }
    self.init(secrets: secrets + own, apis: apis, contracts: contracts)
  }

  /// Knows also what recordings give away, in which others may have left credentials.
  ///
  /// To look through one of more than 1 MiB would take longer than to check it: what is shown of
  /// that goes by name, shape and known value alone.
  func learning(fromRecordings paths: [String]) -> Redactor {
    Set(paths).sorted().reduce(self) { redactor, path in
      // What cannot be read again shows no line.
      let bytes = try? FileReader.bytes(of: path, limit: 1 << 20)
      return bytes.map { redactor.learning(from: $0) } ?? redactor
    }
  }
}
