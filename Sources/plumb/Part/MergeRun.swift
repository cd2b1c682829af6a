import PlumbChecking
import PlumbNotation

/// Joins parts, which must have been made with one another's terms, and those of the library.
struct MergeRun: Sendable {
  let parts: [PartFiles.Found]
  let checker: Checker
  let terms: PartTerms

  /// Prepares to join parts.
  ///
  /// - Throws: ``Failure`` when they were not made with the same contracts and options.
  init(_ parts: [PartFiles.Found], _ library: ContractLibrary) throws(Failure) {
    guard let first = parts.first else { throw Failure(.unreadable, "there is no part to merge") }
    for part in parts.dropFirst() {
      let differences = part.line.terms.differences(from: first.line.terms)
      guard differences.isEmpty else {
        throw Failure(
          .unreadable,
          "\(part.place): was not made like \(first.place): they differ in "
            + "\(differences.joined(separator: ", ")); make all parts alike"
        )
      }
    }
    let own = try PartTerms(library, first.line.terms.options)
    if let difference = first.line.terms.differences(from: own).first {
      let remedy =
        difference == "contracts"
        ? "was made with other contracts than those here; name the same ones with --contracts, or "
          + "make the parts anew"
        : "differs from this program in \(difference); make the parts with the plumb that merges them"
      throw Failure(.unreadable, "\(first.place): \(remedy)")
    }
    self.parts = parts
    terms = own
    checker = Checker(apis: library.apis, contracts: library.contracts, options: own.options)
  }

  /// Reads all parts, with all processors, and joins them.
  nonisolated(nonsending) func join() async throws(Failure) -> (extract: Extract, notes: PartNotes)
  {
    let read = await withTaskGroup(of: (Int, Result<Part, PartError>).self) { group in
      for (index, part) in parts.enumerated() {
        group.addTask { (index, Self.read(part.line, checker)) }
      }
      return await group.reduce(into: [(Int, Result<Part, PartError>)]()) { $0.append($1) }
    }
    var joined: [Part] = []
    for (index, result) in read.sorted(by: { $0.0 < $1.0 }) {
      switch result {
      case .success(let part): joined.append(part)
      case .failure(let error):
        throw Failure(.unreadable, "\(parts[index].place): \(error)")
      }
    }
    do throws(PartOverlap) {
      let notes = joined.reduce(into: PartNotes()) { $0.merge($1.notes) }
      return (try checker.merge(joined), notes)
    } catch {
      let places = error.parts.map { parts[$0].place }
      throw Failure(
        .unreadable,
        places[0] == places[1]
          ? "\(places[0]): \(error.exchange) is in this part twice; make it anew"
          : "\(error.exchange) is in \(places[0]) and in \(places[1]), and would count twice; "
            + "leave one of the parts out, or make the parts of different recordings"
      )
    }
  }

  private static func read(_ line: PartLine, _ checker: Checker) -> Result<Part, PartError> {
    do throws(PartError) {
      return .success(try checker.read(line))
    } catch {
      return .failure(error)
    }
  }
}
