import PlumbModel
import PlumbText

/// The rows of the proof.
enum ProofTable {
  /// All of them, by family.
  static let all: [ProofCase] =
    exchanges + pages + neighbours + cursors + listings + orders + links + laws + defaults
    + dialects

  /// The places of a chain, one after the other.
  static let ends: [ProofPlace] = [.first, .middle, .last]

  /// A row for each place.
  static func rows(
    _ fault: String,
    _ listing: ProofListing,
    _ places: [ProofPlace],
    _ rule: String,
    at pointer: String = ""
  ) -> [ProofCase] {
    places.map { ProofCase(fault, listing, $0, rule, at: pointer) }
  }

  /// The index of the first item of a page that is not its first and passes a test.
  static func index(
    in listing: ProofListing,
    _ place: ProofPlace,
    where test: (JSONNode) -> Bool
  ) -> Int {
    guard let page = listing.pages(at: place).first,
      let body = try? JSONDocument(Proof.clean(page).response.body).root,
      let items = (body["occupation"] ?? body["data"])?.elements
    else { return 0 }
    return items.indices.dropFirst().first { test(items[$0]) } ?? 0
  }
}
