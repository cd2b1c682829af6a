import PlumbModel
import PlumbText

/// Finds links and laws that name no row, no parameter or no operation.
struct RelationLint {
  let lint: ContractLint

  private var contract: Contract { lint.contract }

  func run() {
    for link in contract.links { lintLink(link) }
    for law in contract.laws { lintLaw(law) }
    lintStatuses()
  }

  // MARK: - Links

  private func lintLink(_ link: Link) {
    if let type = lint.type(link.at, in: lint.bodies, at: link.place),
      type.shape != .string, type.shape != .any
    {
      lint.log.error("`\(link.at)` is \(type.phrase), a link is a string", at: link.place)
    }
    for part in link.parts {
      switch part {
      case .text: break
      case .parameter(let name): _ = lint.parameter(name, at: link.place)
      case .member(let levels, let path): lintMember(path, levels, of: link)
      }
    }
  }

  private func lintMember(_ path: FieldPath, _ levels: Int, of link: Link) {
    // The objects around the link, from the inside: before each of its member steps.
    let members = link.at.steps.indices.reversed().filter { index in
      if case .member = link.at.steps[index] { true } else { false }
    }
    guard members.indices.contains(levels) else {
      lint.log.error(
        "`{\(String(repeating: ".", count: levels + 1))\(path)}` reaches beyond the root",
        at: link.place
      )
      return
    }
    let start = FieldPath(steps: Array(link.at.steps[..<members[levels]]))
    let around = lint.bodies.compactMap { lint.lookup.find(start, in: $0).type }
    if !around.isEmpty { _ = lint.type(path, in: around, at: link.place) }
  }

  // MARK: - Laws

  private func lintLaw(_ law: Law) {
    var bodies = lint.bodies
    if let each = law.each {
      guard let type = lint.type(each, in: bodies, at: law.place) else { return }
      guard case .list(let item) = type.shape else {
        lint.log.error("`each` goes through a list, `\(each)` is \(type.phrase)", at: law.place)
        return
      }
      bodies = [item]
    }
    for operand in [law.left] + [law.right].compactMap(\.self) {
      switch operand {
      case .path(let path): _ = lint.type(path, in: bodies, at: law.place)
      case .parameter(let name): _ = lint.parameter(name, at: law.place)
      case .literal: break
      case .other(let name, let path): lintOther(name, path, law)
      }
    }
  }

  private func lintOther(_ name: String, _ path: FieldPath, _ law: Law) {
    let sisters = lint.library.contracts(of: contract.api)
    guard let other = sisters.first(where: { $0.id == name }) else {
      lint.log.error(
        "`(\(name))` names no operation",
        at: law.place,
        remedy: Suggestion.nearest(to: name, among: sisters.map(\.id)).map {
          "did you mean `(\($0))`?"
        }
      )
      return
    }
    _ = lint.type(path, in: ContractLint.bodies(other), at: law.place)
  }

  // MARK: - Statuses

  private func lintStatuses() {
    var seen: Set<Int> = []
    for response in contract.responses + contract.errors
    where !seen.insert(response.status).inserted {
      lint.log.error(
        "the status \(response.status) is both a response and an error of `\(contract.id)`",
        at: response.place
      )
    }
  }
}
