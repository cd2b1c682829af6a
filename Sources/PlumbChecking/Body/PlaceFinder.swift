import PlumbText

/// Works out the JSON Pointers of places in a body, in one pass over it.
///
/// The body need not be well-formed: the pass goes on as long as brackets and quotes allow.
struct PlaceFinder {
  /// Where a place stands.
  struct Answer {
    var pointer: String
    /// The stretch to underline.
    var range: Range<Int>
  }

  private enum Step {
    case member(Range<Int>)
    case item(Int)
  }

  private struct Level {
    var start: Int
    var step: Step?
    var isObject: Bool
  }

  private var levels: [Level] = []
  private var answers: [Answer?]
  private let questions: [(offset: Int, index: Int, site: FindingLog.Site)]
  private var next = 0

  /// Answers all sites of one body.
  static func answers(
    to sites: [FindingLog.Site],
    in bytes: RawSpan,
    body: Range<Int>
  ) -> [Answer] {
    var finder = PlaceFinder(sites)
    finder.walk(bytes, body)
    return sites.indices.map { index in
      finder.answers[index] ?? Answer(pointer: "", range: fallback(sites[index]))
    }
  }

  private init(_ sites: [FindingLog.Site]) {
    answers = [Answer?](repeating: nil, count: sites.count)
    questions = sites.enumerated()
      .map { (Self.anchor($0.element), $0.offset, $0.element) }
      .sorted { $0.0 < $1.0 }
  }

  private static func anchor(_ site: FindingLog.Site) -> Int {
    switch site {
    case .value(let range), .inside(let range), .name(let range): range.lowerBound
    case .member(_, let value): value
    case .object(let end): end
    case .byte(let offset): offset
    case .root(let range), .message(let range): range.lowerBound
    }
  }

  private static func fallback(_ site: FindingLog.Site) -> Range<Int> {
    switch site {
    case .value(let range), .inside(let range), .name(let range), .message(let range): range
    case .member(let name, _): name
    case .object(let end): end..<(end + 1)
    case .byte(let offset): offset..<(offset + 1)
    case .root(let range): range.lowerBound..<(range.lowerBound + 1)
    }
  }

  private mutating func walk(_ bytes: RawSpan, _ body: Range<Int>) {
    var offset = body.lowerBound
    while offset < body.upperBound, next < questions.count {
      answer(upTo: offset, bytes)
      switch bytes.byte(offset) {
      case 0x22:
        let limit = body.upperBound
        let end = JSONScan.quoteEnd(bytes, from: offset + 1, to: limit) ?? limit
        answer(upTo: offset, bytes)
        if isName(bytes, after: end, to: body.upperBound), !levels.isEmpty {
          levels[levels.count - 1].step = .member((offset + 1)..<max(offset + 1, end - 1))
        }
        answer(upTo: end - 1, bytes)
        offset = end
        continue
      case 0x7b: levels.append(Level(start: offset, step: nil, isObject: true))
      case 0x5b: levels.append(Level(start: offset, step: .item(0), isObject: false))
      case 0x7d, 0x5d:
        close(at: offset, bytes)
      case 0x2c:
        if case .item(let index) = levels.last?.step {
          levels[levels.count - 1].step = .item(index + 1)
        }
      default: break
      }
      offset += 1
    }
    answer(upTo: body.upperBound, bytes)
  }

  private mutating func close(at offset: Int, _ bytes: RawSpan) {
    let closed = levels.popLast()
    while next < questions.count, questions[next].offset <= offset {
      let question = questions[next]
      var range = Self.fallback(question.site)
      if case .object = question.site, let closed { range = closed.start..<(closed.start + 1) }
      answers[question.index] = Answer(pointer: pointer(bytes), range: range)
      next += 1
    }
  }

  private mutating func answer(upTo offset: Int, _ bytes: RawSpan) {
    while next < questions.count, questions[next].offset <= offset {
      let question = questions[next]
      if case .object = question.site { return }
      answers[question.index] = Answer(
        pointer: pointer(bytes),
        range: Self.fallback(question.site)
      )
      next += 1
    }
  }

  private func pointer(_ bytes: RawSpan) -> String {
    var tokens: [String] = []
    for level in levels {
      switch level.step {
      case .member(let name): tokens.append(NameText.decode(bytes, name))
      case .item(let index): tokens.append(String(index))
      case nil: break
      }
    }
    return JSONPointer(tokens: tokens).description
  }

  private func isName(_ bytes: RawSpan, after end: Int, to limit: Int) -> Bool {
    guard levels.last?.isObject == true else { return false }
    let colon = JSONScan.skipWhiteSpace(bytes, from: end, to: limit)
    return colon < limit && bytes.byte(colon) == 0x3a
  }
}
