import PlumbModel
import PlumbText

/// Finds examples that their own contract forbids.
struct ExampleLint {
  let lint: ContractLint

  func run() {
    var seen: Set<Set<Example.Value>> = []
    for example in lint.contract.examples {
      lintValues(example)
      if !seen.insert(Set(example.values)).inserted {
        lint.log.add(
          Diagnostic(
            .warning,
            "this example stands here already",
            at: example.place,
            remedy: "remove it"
          )
        )
      }
    }
  }

  private func lintValues(_ example: Example) {
    for value in example.values {
      guard let parameter = lint.parameter(value.name, at: example.place) else { continue }
      guard let problem = ValueFit(lookup: lint.lookup).problem(value.value, parameter) else {
        continue
      }
      lint.log.error(
        "the example's `\(value.name)`, `\(value.value)`, \(problem)",
        at: example.place
      )
    }
    for parameter in lint.contract.parameters
    where !parameter.isOptional && !example.values.contains(where: { $0.name == parameter.name }) {
      lint.log.error("the example has no `\(parameter.name)`, which is required", at: example.place)
    }
  }
}
