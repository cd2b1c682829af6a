import ArgumentParser
import PlumbChecking
import PlumbText

/// The families of rules that a check is told to hold.
struct Families: Sendable {
  let families: Set<Rule.Family>

  /// Reads names separated by commas.
  init(argument: String) throws {
    var families: Set<Rule.Family> = []
    for name in argument.split(separator: ",") {
      guard let family = Rule.Family(rawValue: String(name)) else {
        let names = Rule.Family.allCases.map(\.rawValue)
        let near = Suggestion.nearest(to: String(name), among: names)
        throw ValidationError(
          "there is no family \"\(name)\"; "
            + (near.map { "did you mean \"\($0)\"?" } ?? "there are "
              + names.joined(separator: ", "))
        )
      }
      families.insert(family)
    }
    guard !families.isEmpty else { throw ValidationError("--families names no family") }
    self.families = families
  }
}
