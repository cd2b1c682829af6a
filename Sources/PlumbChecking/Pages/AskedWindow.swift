import PlumbModel
import PlumbText

/// The window that a request asks for.
struct AskedWindow: Hashable, Sendable {
  /// The first place, from 1.
  var start: Int
  /// The last place; `nil` when the request does not say and no default is documented.
  var end: Int?
  /// How many places were asked for, before the dialect's limit.
  var size: Int?
  /// Whether the request leaves the whole window to the default.
  var isDefault: Bool

  /// Reads the window of a request; `nil` when it asks for none that exists.
  init?(_ query: Query, _ terms: PagingTerms) {
    let first: PagingTerms.Asked
    let extent: PagingTerms.Asked
    switch terms.dialect {
    case .window(let names):
      first = terms.number(names.start, in: query)
      extent = terms.number(names.end, in: query)
    case .offset(let names):
      first = terms.number(names.offset, in: query)
      extent = terms.number(names.limit, in: query)
    case .page(let names):
      first = terms.number(names.page, in: query)
      extent = names.size.map { terms.number($0, in: query) } ?? .unknown
    case .cursor, .linkHeader: return nil
    }
    self.init(first: first, extent: extent, terms)
  }

  /// Makes the window of the two numbers that a request gives, or leaves to their defaults.
  init?(first: PagingTerms.Asked, extent: PagingTerms.Asked, _ terms: PagingTerms) {
    let number: Int?
    switch extent {
    case .bad: return nil
    case .unknown: number = nil
    case .value(let value, _): number = value
    }
    switch terms.dialect {
    case .offset:
      guard let skipped = Self.value(first, orElse: 0), skipped >= 0 else { return nil }
      start = skipped + 1
      size = number
    case .page:
      guard let page = Self.value(first, orElse: 1), page >= 1 else { return nil }
      guard let number else { return nil }
      let shown = Swift.max(Swift.min(number, terms.atMost ?? number), 1)
      let (skipped, isTooLarge) = (page - 1).multipliedReportingOverflow(by: shown)
      guard !isTooLarge, skipped < PagingTerms.limit else { return nil }
      start = skipped + 1
      size = number
    default:
      guard let value = Self.value(first, orElse: 1), value >= 1 else { return nil }
      start = value
      size = number.map { $0 - value + 1 }
    }
    if let size, size < 1 { return nil }
    end = nil
    if let size { end = start + Swift.min(size, terms.atMost ?? size) - 1 }
    isDefault = !first.isGiven && !extent.isGiven
  }

  private static func value(_ asked: PagingTerms.Asked, orElse standard: Int) -> Int? {
    switch asked {
    case .value(let value, _): value
    case .unknown: standard
    case .bad: nil
    }
  }

  /// The sizes that a link to a neighbour may have: as asked, or as the limit allows.
  var sizes: [Int] {
    guard let size, let end else { return [] }
    let shown = end - start + 1
    return size == shown ? [size] : [size, shown]
  }

  /// The window, when its end is known.
  var window: PageWindow? { end.map { PageWindow(start: start, end: $0) } }
}

extension PagingTerms.Asked {
  /// Whether the request itself says it.
  var isGiven: Bool {
    if case .value(_, given: true) = self { true } else { false }
  }
}
