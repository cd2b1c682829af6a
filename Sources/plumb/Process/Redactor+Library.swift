import PlumbModel
import PlumbNotation

extension Redactor {
  /// Knows the keys that the environment holds for the APIs of a library, and what is documented.
  init(of library: ContractLibrary?) {
    let apis = library?.apis ?? []
    let secrets = apis.flatMap(\.keys).compactMap { key in
      Environment.value(of: key.environment).map { Secret(name: key.environment, value: $0) }
    }
    self.init(secrets: secrets, apis: apis, contracts: library?.contracts ?? [])
  }
}
