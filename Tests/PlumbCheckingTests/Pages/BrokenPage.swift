import PlumbModel

@testable import PlumbChecking

/// One break of one page of a listing, and what the judge must say of it.
struct BrokenPage: Sendable, CustomStringConvertible {
  var name: String
  var listing = MadeListing()
  /// The rank of the page, from 0.
  var rank: Int
  var verdict: [String]
  var edit: @Sendable (inout [PageExtract], Int) -> Void

  var description: String { "\(name), \(listing.style) page \(rank)" }

  var pages: [PageExtract] {
    var pages = listing.pages()
    edit(&pages, rank)
    return pages
  }

  /// The same break on several pages.
  static func on(
    _ ranks: [Int],
    _ name: String,
    _ verdict: String,
    _ listing: MadeListing = MadeListing(),
    _ edit: @escaping @Sendable (inout PageExtract) -> Void
  ) -> [BrokenPage] {
    ranks.map { rank in
      BrokenPage(name: name, listing: listing, rank: rank, verdict: [verdict]) { pages, rank in
        edit(&pages[rank])
      }
    }
  }

  /// A break of a page's `Link` field.
  static func link(
    _ ranks: [Int],
    _ name: String,
    _ verdict: String,
    _ old: String,
    _ new: String
  ) -> [BrokenPage] {
    on(ranks, name, verdict, MadeListing(style: .link, filters: "job_family=11")) { page in
      page.linkField = page.linkField?.replacing(old, with: new, maxReplacements: 1)
    }
  }
}

extension PageExtract {
  /// Replaces a part of a text member.
  mutating func replace(_ role: PageRole, _ old: String, _ new: String) {
    guard let value = text(role) else { return }
    set(role, value.replacing(old, with: new))
  }

  /// Moves a number.
  mutating func add(_ role: PageRole, _ delta: Int) {
    set(role, integer(role).map { $0 + delta })
  }

  /// Takes items away or shows others.
  mutating func items(_ edit: (inout [UInt64]) -> Void) {
    edit(&items.identities)
    items.offsets = items.identities.indices.map { UInt32(500 + $0 * 50) }
    for reading in items.keys.indices {
      for key in items.keys[reading].indices {
        let first = Array(items.keys[reading][key].text(0))
        var column = KeyColumn()
        for _ in items.identities { column.append(text: first) }
        items.keys[reading][key] = column
      }
    }
  }

  /// A hundred thousand and more: the identity of an item that is nowhere else.
  static let stranger: UInt64 = 999_999
}
