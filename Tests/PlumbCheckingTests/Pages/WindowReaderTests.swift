import PlumbModel
import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct WindowReaderTests {
  private static let origin = MadeListing.origin

  /// Addresses as they are mostly written.
  private static let plain = [
    "", "?", "?start=21&end=40", "?end=40&start=21", "?start=21", "?end=9", "?sort=title",
    "?sort=title&start=21&end=40", "?start=21&sort=title&end=40", "?start=1&end=20&job_family=11",
    "?job_family=11&&start=3&", "?start=0", "?starting=2&start=5", "?job_family=a%20b&end=7",
    "?start=5&end=4",
  ]

  /// Addresses that only the general reader takes apart.
  private static let others = [
    "?start=", "?start", "?start=x", "?start=007", "?start=-1", "?st%61rt=3", "?start=3&start=4",
    "?start=3#end=4", "?a+b=1&start=2", "?start=1234567890123456", "?start=%31",
  ]

  private static func cut(_ url: String) throws -> (WindowReader.Cut?, PagingTerms) {
    let listing = MadeListing()
    let terms = try #require(PagingTerms(contract: try listing.contract, api: listing.api))
    let reader = try #require(WindowReader(terms.dialect))
    let bytes = Array(url.utf8) + [UInt8](repeating: 0, count: 16)
    return (reader.cut(0..<url.utf8.count, in: bytes.span.bytes), terms)
  }

  private static func query(_ url: String) -> Query { Query(URLReference(url)?.query ?? "") }

  @Test(arguments: plain)
  func `reads the same window as the general reader`(query: String) throws {
    let url = Self.origin + query
    let (cut, terms) = try Self.cut(url)
    let parts = try #require(cut)
    let rest = String(decoding: parts.rest, as: UTF8.self)

    #expect(terms.asked(parts.numbers) == AskedWindow(Self.query(url), terms))
    #expect(terms.filters(of: Self.query(rest)) == terms.filters(of: Self.query(url)))
    #expect(URLReference(rest)?.path == URLReference(url)?.path)
    #expect(parts.hasQuery == rest.contains("?"))
  }

  @Test(arguments: others)
  func `says nothing of other addresses`(query: String) throws {
    #expect(try Self.cut(Self.origin + query).0 == nil)
  }

  @Test func `knows an address that differs in its window only`() throws {
    let listing = MadeListing()
    let terms = try #require(PagingTerms(contract: try listing.contract, api: listing.api))
    let reader = try #require(WindowReader(terms.dialect))
    func numbers(_ url: String, after rest: String) -> WindowReader.Numbers? {
      let bytes = Array(url.utf8) + [UInt8](repeating: 0, count: 16)
      return reader.numbers(
        0..<url.utf8.count,
        after: Array(rest.utf8),
        hasQuery: rest.contains("?"),
        in: bytes.span.bytes
      )
    }

    #expect(numbers("/a?start=3&end=4", after: "/a") == .init(start: 3, end: 4))
    #expect(numbers("/a?b=1&end=4", after: "/a?b=1") == .init(start: nil, end: 4))
    #expect(numbers("/a?b=1", after: "/a?b=1") == .init())
    #expect(numbers("/a?b=12&end=4", after: "/a?b=1") == nil)
    #expect(numbers("/ab?start=3", after: "/a") == nil)
    #expect(numbers("/a?start=3&c=1", after: "/a") == nil)
    #expect(numbers("/a", after: "/a?b=1") == nil)
  }
}
