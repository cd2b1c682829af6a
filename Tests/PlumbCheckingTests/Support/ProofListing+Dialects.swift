import PlumbModel
import StandIn

extension ProofListing {
  /// Four pages by offset and limit.
  static let books = ProofListing(
    "books?genre=sea",
    get("books.example.org/v1/books?genre=sea&count=10"),
    size: 10,
    count: 34,
    others: [get("books.example.org/v1/books"), get("books.example.org/v1/books?count=20")]
  )

  /// One page by offset and limit, which the request says nothing of.
  static let standardBooks = ProofListing(
    "books",
    get("books.example.org/v1/books"),
    [get("books.example.org/v1/books?count=20&from=20")]
  )

  /// A listing without items.
  static let noBooks = ProofListing(
    "books?genre=none",
    get("books.example.org/v1/books?genre=none"),
    [get("books.example.org/v1/books")]
  )

  /// One thing, which is no listing.
  static let book = ProofListing(
    "books/(id)",
    get("books.example.org/v1/books/1"),
    [get("books.example.org/v1/books")]
  )

  /// Four pages by number.
  static let trails = ProofListing(
    "trails?region=sea",
    get("trails.example.org/trails?region=sea&per_page=10"),
    size: 10,
    count: 34,
    others: [get("trails.example.org/trails"), get("trails.example.org/trails?sort=length")]
  )

  /// One page by number, which the request says nothing of.
  static let standardTrails = ProofListing(
    "trails",
    get("trails.example.org/trails"),
    [get("trails.example.org/trails?page=2")]
  )

  /// Four pages by number in the order of a number.
  static let longTrails = ProofListing(
    "trails?region=sea&sort=length",
    get("trails.example.org/trails?region=sea&sort=length&per_page=10"),
    size: 10,
    count: 34,
    others: [get("trails.example.org/trails")]
  )

  /// Four pages that header fields lead through.
  static let birds = ProofListing(
    "birds?habitat=sea",
    get("birds.example.org/birds?habitat=sea&size=10"),
    size: 10,
    count: 34,
    others: [get("birds.example.org/birds")]
  )

  /// The listings of the small APIs.
  static let small = [
    books, standardBooks, noBooks, book, trails, standardTrails, longTrails, birds,
  ]

  private static func get(_ path: String) -> Exchange.Request {
    Exchange.Request(url: "https://\(path)")
  }
}
