import PlumbModel
import PlumbText

/// Judges where the addresses of an exchange lead, from its tape.
final class LinkJudge {
  private let plan: LinkPlan
  /// The ways in which addresses begin: the likeliest first.
  private var openings: [LinkMatch.Opening]
  private var quick: [QuickLinks]
  private var quickPages: QuickAddresses
  private let router: Router
  private let given: [TapePlace]

  /// Makes a judge.
  ///
  /// - Parameter router: Who knows all operations.
  init(_ plan: LinkPlan, _ router: Router) {
    self.plan = plan
    self.router = router
    given = plan.given
    quick = plan.targets.map { QuickLinks($0) }
    quickPages = QuickAddresses(plan.server, router)
    openings = [
      LinkMatch.Opening(bytes: Array(plan.server.text.utf8), isEscaped: false),
      LinkMatch.Opening(bytes: Array(plan.server.escapedText.utf8), isEscaped: true),
    ]
  }

  /// Whether all addresses of an exchange are right, as far as that shows at once.
  ///
  /// It only says yes where ``findings(in:_:_:_:isDocumented:)`` would find nothing.
  func hold(_ tape: SlotTape, _ bytes: RawSpan) -> Bool {
    let router = plan.isComplete ? router : nil
    for target in quick.indices where !quick[target].hold(tape, openings, bytes, router) {
      return false
    }
    for place in plan.pages where !quickPages.hold(tape.cells(place.slot), bytes) { return false }
    return true
  }

  /// Hashes of the addresses that may lead to operations under contract.
  func given(in tape: SlotTape, _ bytes: RawSpan) -> [UInt64] {
    var hashes: [UInt64] = []
    for place in given {
      for cell in tape.cells(place.slot)
      where cell.kind == .string && WebText.mayBegin(bytes, at: cell.start) {
        hashes.append(GivenAddress.hash(bytes, cell.range))
      }
    }
    return hashes
  }

  /// The wrong addresses: one finding for each link and each way in which it is wrong.
  ///
  /// - Parameters:
  ///   - isDocumented: Whether a URL in a buffer of at least 16 bytes more belongs to a documented
  ///     operation; only asked about addresses on the API's hosts, and only when the API is complete.
  func findings(
    in tape: BodyTape,
    _ index: TapeIndex,
    _ bytes: RawSpan,
    _ request: RequestValues,
    isDocumented: (RawSpan, Range<Int>) -> Bool
  ) -> [RelationFinding] {
    var breaks = LinkBreaks()
    for target in plan.targets {
      breaks.begin()
      judge(target, tape, index, bytes, request, isDocumented, &breaks)
      breaks.end()
    }
    for place in plan.pages {
      breaks.begin()
      for position in index.positions(of: place.slot) {
        let rank = index.rank(at: position)
        guard tape.entries[rank].kind == .string, WebText.isAddress(tape.entries[rank].range, bytes)
        else {
          continue
        }
        breaks.judged += 1
        judgeDocumented(rank, place, tape, index, bytes, isDocumented, &breaks)
      }
      breaks.end()
    }
    return breaks.findings
  }

  private func judge(
    _ target: LinkPlan.Target,
    _ tape: BodyTape,
    _ index: TapeIndex,
    _ bytes: RawSpan,
    _ request: RequestValues,
    _ isDocumented: (RawSpan, Range<Int>) -> Bool,
    _ breaks: inout LinkBreaks
  ) {
    let positions = index.positions(of: target.at.slot)
    guard !positions.isEmpty, let parameters = parameters(of: target, request) else { return }
    let match = LinkMatch(parts: target.parts)
    var values = LinkValues(target, index)
    var ranks = [Int](repeating: 0, count: target.members.count)
    var ranges = [Range<Int>](repeating: 0..<0, count: target.members.count)
    next: for position in positions {
      let rank = index.rank(at: position)
      guard tape.entries[rank].kind == .string else { continue }
      for member in ranks.indices {
        guard let found = values.rank(of: member, for: rank, in: index),
          Self.isScalar(tape.entries[found])
        else { continue next }
        ranks[member] = found
        ranges[member] = tape.entries[found].range
      }
      breaks.judged += 1
      let address = tape.entries[rank].range
      let conforms =
        ranks.allSatisfy { Self.isPlain(tape.entries[$0], bytes) }
        && openings.contains { match.holds(address, $0, ranges, parameters, in: bytes) }
      if !conforms {
        let texts = texts(of: target, ranks, parameters, tape, bytes)
        let isWrong = compare(rank, target, texts, tape, index, bytes, request, &breaks)
        if isWrong { continue }
      }
      if plan.isComplete {
        judgeDocumented(rank, target.at, tape, index, bytes, isDocumented, &breaks)
      }
    }
  }

  /// Whether an address holds a value as it is written: `1.0` may stand in it as `1`.
  private static func isPlain(_ entry: BodyTape.Entry, _ bytes: RawSpan) -> Bool {
    entry.kind != .number || PlainInteger.read(entry.range, in: bytes) != nil
  }

  private static func isScalar(_ entry: BodyTape.Entry) -> Bool {
    switch entry.kind {
    case .string: entry.length > 0
    case .number, .boolean: true
    case .null, .object, .list: false
    }
  }

  /// The UTF-8 of the parts that are parameters; `nil` when one is absent.
  private func parameters(
    of target: LinkPlan.Target,
    _ request: RequestValues
  ) -> [[UInt8]]? {
    var texts: [[UInt8]] = []
    for part in target.parts {
      guard case .parameter(let name) = part else {
        texts.append([])
        continue
      }
      guard let value = request.values(of: name, isCommaList: false).first else { return nil }
      texts.append(Array(value.utf8))
    }
    return texts
  }

  /// The values of all parts, decoded.
  private func texts(
    of target: LinkPlan.Target,
    _ ranks: [Int],
    _ parameters: [[UInt8]],
    _ tape: BodyTape,
    _ bytes: RawSpan
  ) -> [String] {
    target.parts.enumerated().map { number, part in
      switch part {
      case .text: ""
      case .parameter: String(decoding: parameters[number], as: UTF8.self)
      case .member(let member):
        switch LawValue(tape.entries[ranks[member]], in: bytes) {
        case .text(let text): text
        case .number(let value): value.integer.map(String.init) ?? value.text
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case nil: ""
        }
      }
    }
  }

  /// Compares an address that is not written as expected; whether it is wrong.
  private func compare(
    _ rank: Int,
    _ target: LinkPlan.Target,
    _ texts: [String],
    _ tape: BodyTape,
    _ index: TapeIndex,
    _ bytes: RawSpan,
    _ request: RequestValues,
    _ breaks: inout LinkBreaks
  ) -> Bool {
    let address = NameText.decode(bytes, tape.entries[rank].range)
    let compared = LinkComparison(
      address,
      target.link.parts,
      texts,
      plan.server,
      request: request.url
    )
    let words = LinkWords(at: target.at, place: target.link.place, tape: tape, index: index)
    switch compared.verdict {
    case .same: learn(tape.entries[rank].range, bytes)
    case .trailingSlash:
      breaks.add(.slash) { words.slash(rank, address, expected: compared.expected) }
    case .otherHost:
      breaks.add(.host) { words.host(rank, address, plan.server) }
      return true
    case .otherTarget:
      breaks.add(.target) { words.target(rank, address, expected: compared.expected) }
      return true
    }
    return false
  }

  /// Remembers how a conforming address begins.
  private func learn(_ address: Range<Int>, _ bytes: RawSpan) {
    guard openings.count < 6 else { return }
    let isEscaped = NameText.hasEscape(bytes, address)
    let url = URLLayout(address, in: bytes)
    guard !isEscaped, !url.host.isEmpty else { return }
    let base = Array(plan.server.url.path.utf8)
    guard bytes.holds(base, at: url.path.lowerBound) else { return }
    let end = url.path.lowerBound + base.count
    let opening = LinkMatch.Opening(
      bytes: bytes.array(address.lowerBound..<min(end, address.upperBound)),
      isEscaped: false
    )
    if !openings.contains(opening) { openings.append(opening) }
  }

  /// Looks whether an address of the API belongs to a documented operation.
  private func judgeDocumented(
    _ rank: Int,
    _ place: TapePlace,
    _ tape: BodyTape,
    _ index: TapeIndex,
    _ bytes: RawSpan,
    _ isDocumented: (RawSpan, Range<Int>) -> Bool,
    _ breaks: inout LinkBreaks
  ) {
    let address = tape.entries[rank].range
    let text = NameText.decode(bytes, address)
    guard let url = URLReference(text), url.host != nil, plan.server.isOwn(url) else { return }
    let known: Bool
    if NameText.hasEscape(bytes, address) {
      let copy = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
      let span = copy.span
      known = isDocumented(span.bytes, 0..<(copy.count - 16))
    } else {
      known = isDocumented(bytes, address)
    }
    guard !known else { return }
    let words = LinkWords(at: place, place: nil, tape: tape, index: index)
    breaks.add(.undocumented) { words.undocumented(rank, text) }
  }
}
