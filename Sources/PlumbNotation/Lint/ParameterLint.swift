import PlumbModel
import PlumbText

/// Finds parameters that do not fit their request line, and defaults that do not fit their type.
struct ParameterLint {
  let lint: ContractLint

  private var contract: Contract { lint.contract }

  func run() {
    lintTemplate()
    for parameter in contract.parameters {
      lintType(parameter)
      lintDefault(parameter)
    }
  }

  private func lintTemplate() {
    let names = contract.path.parameterNames
    let rows = contract.parameters.filter { $0.location == .path }
    for name in names where !rows.contains(where: { $0.name == name }) {
      lint.log.error(
        "`{\(name)}` of the request line has no row under `path`",
        at: lint.place(contract.method.lowercased()),
        remedy: Suggestion.nearest(to: name, among: rows.map(\.name)).map {
          "did you mean `{\($0)}`?"
        } ?? "write `\(name): string` there, or what the documentation says"
      )
    }
    for row in rows where !names.contains(row.name) {
      lint.log.error(
        "`\(row.name)` stands nowhere in the path `\(contract.path.text)`",
        at: row.place,
        remedy: Suggestion.nearest(to: row.name, among: names).map { "did you mean `\($0)`?" }
          ?? "is it a `query` parameter?"
      )
    }
  }

  private func lintType(_ parameter: Parameter) {
    switch lint.lookup.resolve(parameter.type).shape {
    case .object, .list:
      lint.log.error(
        "the parameter `\(parameter.name)` is an object or a list, which a request cannot carry",
        at: parameter.place,
        remedy: "a list is written `list of string, comma`"
      )
    default: break
    }
  }

  private func lintDefault(_ parameter: Parameter) {
    guard let value = parameter.defaultValue else { return }
    if !parameter.isOptional {
      lint.log.error(
        "`\(parameter.name)` has a default, but may not be left out",
        at: parameter.place,
        remedy: "write `\(parameter.name)?`"
      )
    }
    switch value {
    case .text(let text):
      guard let problem = ValueFit(lookup: lint.lookup).problem(text, parameter) else { return }
      lint.log.error("the default `\(text)` \(problem)", at: parameter.place)
    case .relative(let name, _):
      guard let other = lint.parameter(name, at: parameter.place) else { return }
      let shape = lint.lookup.resolve(other.type).shape
      if shape != .integer && shape != .number {
        lint.log.error(
          "the default of `\(parameter.name)` counts from `\(name)`, which is no number",
          at: parameter.place
        )
      }
      lintCircle(parameter)
    }
  }

  private func lintCircle(_ parameter: Parameter) {
    var seen: Set<String> = []
    var next: Parameter? = parameter
    while let current = next {
      guard seen.insert(current.name).inserted else {
        lint.log.error(
          "the default of `\(parameter.name)` leads back to itself",
          at: parameter.place
        )
        return
      }
      guard case .relative(let name, _)? = current.defaultValue else { return }
      next = contract.parameters.first { $0.name == name }
    }
  }
}
