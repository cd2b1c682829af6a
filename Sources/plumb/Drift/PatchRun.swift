import PlumbDrift
import PlumbReports

/// Patches contracts until what was observed keeps them, as far as contracts can say it.
struct PatchRun {
  /// How often contracts are changed at most: what a change uncovers may be one more to make.
  private static let rounds = 4

  let sides: DriftSides
  let isColoured: Bool

  /// Makes sure, before anything is read, that there are contracts to patch and answers after them.
  static func check(_ inputs: [DriftInput]) throws(Failure) {
    guard inputs.first?.kind != .contracts || inputs.last?.kind != .recordings else { return }
    throw Failure(.usage, "--patch writes contracts: name them first, and recordings last")
  }

  /// Writes what was observed into the contracts that it was compared with.
  ///
  /// - Throws: ``Failure`` when something is left that no contract can say.
  @MainActor
  func write(_ outcome: DriftSides.Outcome) async throws(Failure) {
    guard let documents = outcome.sides.first?.documents, let input = sides.inputs.last,
      var sight = outcome.sides.last?.sight
    else { return }
    var patched = documents
    var left: [Change] = []
    for _ in 0..<Self.rounds {
      let patch = ContractPatch(of: patched, to: sight)
      left = patch.unpatched
      guard patch.contracts != patched.contracts else { break }
      patched.contracts = patch.contracts
      sight = try await sides.sight(of: input, heldTo: patched).sight
    }
    let count = try PatchOutput(isColoured: isColoured).write(patched.contracts, over: documents)
    for change in left {
      Console.note(
        "\(change.operation) \(change.subject.words): \(change.rule.rawValue) stays: no contract "
          + "can say it, it is for the API to mend"
      )
    }
    Console.note(
      count == 0
        ? "nothing to patch: the contracts say all that was observed"
        : "patched \(count.of("file")); read the difference before you commit it"
    )
    if !left.isEmpty { throw Failure(.findings) }
  }
}
