import PlumbModel
import PlumbText

/// What is wrong with a request, by its contract.
struct RequestProblem: Hashable, Sendable {
  /// How a parameter breaks the contract.
  enum Fault: Hashable, Sendable {
    case missing
    case malformed(String)
    /// A parameter that no row names.
    case unknown
  }

  /// The parameter's rank in the contract; -1 for an unknown one.
  var parameter: Int32
  /// The name of the parameter.
  var name: String
  /// How it breaks the contract.
  var fault: Fault
}

/// Judges requests first: one that breaks its contract is expected to be refused.
struct RequestJudge {
  private let operation: CheckPlan.Operation
  private var narrowing: NarrowingCheck
  private let pathRanks: [Int]

  init(_ operation: CheckPlan.Operation) {
    self.operation = operation
    narrowing = NarrowingCheck(
      operation.parameters.map { ($0.narrowing, $0.kind == .integer || $0.kind == .number) }
    )
    pathRanks = operation.contract.path.parameterNames.map { name in
      operation.contract.parameters.firstIndex {
        $0.location == .path && $0.name == name
      } ?? -1
    }
  }

  /// The problems of a request; none when it keeps the contract.
  ///
  /// - Parameters:
  ///   - path: The stretches of the URL that the path parameters took.
  ///   - query: The query.
  ///   - fields: The header fields of the request.
  ///   - bytes: The buffer.
  mutating func problems(
    path: [Range<Int>],
    query: Range<Int>,
    fields: [ExchangeLayout.Field],
    in bytes: RawSpan
  ) -> [RequestProblem] {
    var problems: [RequestProblem] = []
    for (rank, value) in zip(pathRanks, path) where rank >= 0 {
      judge(value, rank, bytes, &problems)
    }
    var given: UInt64 = 0
    var position = query.lowerBound
    while position < query.upperBound {
      var stop = position
      while stop < query.upperBound, bytes.byte(stop) != UInt8(ascii: "&") { stop += 1 }
      if stop > position { judgePair(position..<stop, bytes, &given, &problems) }
      position = stop + 1
    }
    for (rank, parameter) in operation.parameters.enumerated()
    where parameter.location == .header && !parameter.isSecret {
      for field in fields where isNamed(field.name, parameter.name, bytes) {
        if !isWellFormedValue(field.value, rank, bytes) {
          add(rank, .malformed(bytes.text(field.value)), &problems)
        }
      }
    }
    for (rank, parameter) in operation.parameters.enumerated() where !parameter.isOptional {
      let isMissing: Bool
      switch parameter.location {
      case .path: isMissing = false
      case .query: isMissing = rank < 64 && given & (1 << UInt64(rank)) == 0
      // Not all recordings hold the fields of the request.
      case .header:
        isMissing =
          !fields.isEmpty && !fields.contains { isNamed($0.name, parameter.name, bytes) }
      }
      if isMissing { add(rank, .missing, &problems) }
    }
    return problems
  }

  private func add(_ rank: Int, _ fault: RequestProblem.Fault, _ problems: inout [RequestProblem]) {
    let name = String(decoding: operation.parameters[rank].name, as: UTF8.self)
    problems.append(RequestProblem(parameter: Int32(rank), name: name, fault: fault))
  }

  private mutating func judgePair(
    _ pair: Range<Int>,
    _ bytes: RawSpan,
    _ given: inout UInt64,
    _ problems: inout [RequestProblem]
  ) {
    var equals = pair.lowerBound
    while equals < pair.upperBound, bytes.byte(equals) != UInt8(ascii: "=") { equals += 1 }
    let name = pair.lowerBound..<equals
    let value = min(equals + 1, pair.upperBound)..<pair.upperBound
    let rank = operation.parameters.firstIndex {
      $0.location == .query && isParameter($0.name, name, bytes)
    }
    guard let rank else {
      let text = PercentEncoding.decode(bytes.text(name), plusIsSpace: true)
      if !problems.contains(where: { $0.name == text && $0.fault == .unknown }) {
        problems.append(RequestProblem(parameter: -1, name: text, fault: .unknown))
      }
      return
    }
    if rank < 64 { given |= 1 << UInt64(rank) }
    judge(value, rank, bytes, &problems)
  }

  private func isParameter(_ name: [UInt8], _ given: Range<Int>, _ bytes: RawSpan) -> Bool {
    if name.count == given.count, bytes.holds(name, at: given.lowerBound) { return true }
    guard given.count > name.count, Self.isEncoded(given, bytes) else { return false }
    let text = PercentEncoding.decode(bytes.text(given), plusIsSpace: true)
    return Array(text.utf8) == name
  }

  /// Whether a header field has this name, in any case.
  private func isNamed(_ field: Range<Int>, _ name: [UInt8], _ bytes: RawSpan) -> Bool {
    FieldName.isEqual(field, name, in: bytes)
  }

  private static func isEncoded(_ text: Range<Int>, _ bytes: RawSpan) -> Bool {
    text.contains { bytes.byte($0) == UInt8(ascii: "%") || bytes.byte($0) == UInt8(ascii: "+") }
  }

  private mutating func judge(
    _ value: Range<Int>,
    _ rank: Int,
    _ bytes: RawSpan,
    _ problems: inout [RequestProblem]
  ) {
    let parameter = operation.parameters[rank]
    // Forms send what was not filled in, and most APIs take it for left out.
    guard !parameter.isSecret, !(parameter.isOptional && value.isEmpty) else { return }
    guard Self.isEncoded(value, bytes) else {
      if !isWellFormedValue(value, rank, bytes) {
        add(rank, .malformed(bytes.text(value)), &problems)
      }
      return
    }
    // A plus sign is a space to some APIs, and itself to others.
    let isQuery = parameter.location == .query
    let texts = [true, false].map {
      PercentEncoding.decode(bytes.text(value), plusIsSpace: isQuery && $0)
    }
    for text in texts {
      let copy = Array(text.utf8) + [UInt8](repeating: 0, count: ExchangeLayout.padding)
      let range = 0..<(copy.count - ExchangeLayout.padding)
      if isWellFormedValue(range, rank, copy.span.bytes) { return }
    }
    add(rank, .malformed(texts[0]), &problems)
  }

  private mutating func isWellFormedValue(
    _ value: Range<Int>,
    _ rank: Int,
    _ bytes: RawSpan
  ) -> Bool {
    var position = value.lowerBound
    repeat {
      var stop = value.upperBound
      if operation.parameters[rank].list == .comma {
        stop = position
        while stop < value.upperBound, bytes.byte(stop) != UInt8(ascii: ",") { stop += 1 }
      }
      guard isWellFormed(position..<stop, rank, bytes) else { return false }
      position = stop + 1
    } while position <= value.upperBound && operation.parameters[rank].list == .comma
    return true
  }

  private mutating func isWellFormed(_ item: Range<Int>, _ rank: Int, _ bytes: RawSpan) -> Bool {
    switch operation.parameters[rank].kind {
    case .integer:
      var start = item.lowerBound
      if start < item.upperBound, bytes.byte(start) == UInt8(ascii: "-") { start += 1 }
      guard start < item.upperBound else { return false }
      for offset in start..<item.upperBound where !JSONScan.isDigit(bytes.byte(offset)) {
        return false
      }
    case .number:
      guard JSONNumber(bytes.text(item)) != nil else { return false }
    case .boolean:
      let text = bytes.text(item)
      return text == "true" || text == "false"
    default: break
    }
    guard operation.parameters[rank].isNarrowed else { return true }
    return narrowing.breach(ofText: Int32(rank), by: item, in: bytes) == nil
  }
}

/// Names of header fields, RFC 9110 section 5.1.
enum FieldName {
  static let contentType = Array("content-type".utf8)
  static let link = Array("link".utf8)
  static let json = Array("application/json".utf8)
  static let head = Array("HEAD".utf8)

  /// Whether a field has this lower-cased or documented name, in any case.
  static func isEqual(_ field: Range<Int>, _ name: [UInt8], in bytes: RawSpan) -> Bool {
    guard field.count == name.count else { return false }
    for (index, offset) in field.enumerated()
    where folded(bytes.byte(offset)) != folded(name[index]) {
      return false
    }
    return true
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
