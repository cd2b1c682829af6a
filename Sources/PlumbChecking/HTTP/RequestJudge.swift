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
final class RequestJudge {
  private let operation: CheckPlan.Operation
  private var narrowing: NarrowingCheck
  private let pathRanks: [Int]
  /// The query parameters, by name and rank.
  private let queryNames: [(name: [UInt8], rank: Int)]
  /// The parameters that every request must give, by their ranks.
  private let required: [Int]

  init(_ operation: CheckPlan.Operation) {
    self.operation = operation
    narrowing = NarrowingCheck(
      operation.parameters.map { ($0.narrowing, $0.kind == .integer || $0.kind == .number) }
    )
    queryNames = operation.parameters.enumerated().filter { $0.element.location == .query }
      .map { ($0.element.name, $0.offset) }
    required = operation.parameters.indices.filter {
      !operation.parameters[$0].isOptional && operation.parameters[$0].location != .path
    }
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
  func problems(
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
    if !fields.isEmpty { judgeFields(fields, bytes, &problems) }
    for rank in required {
      let parameter = operation.parameters[rank]
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

  private func judgeFields(
    _ fields: [ExchangeLayout.Field],
    _ bytes: RawSpan,
    _ problems: inout [RequestProblem]
  ) {
    for (rank, parameter) in operation.parameters.enumerated()
    where parameter.location == .header && !parameter.isSecret {
      for field in fields where isNamed(field.name, parameter.name, bytes) {
        if !isWellFormedValue(field.value, rank, parameter, bytes) {
          add(rank, .malformed(bytes.text(field.value)), &problems)
        }
      }
    }
  }

  private func add(_ rank: Int, _ fault: RequestProblem.Fault, _ problems: inout [RequestProblem]) {
    let name = String(decoding: operation.parameters[rank].name, as: UTF8.self)
    problems.append(RequestProblem(parameter: Int32(rank), name: name, fault: fault))
  }

  private func judgePair(
    _ pair: Range<Int>,
    _ bytes: RawSpan,
    _ given: inout UInt64,
    _ problems: inout [RequestProblem]
  ) {
    var equals = pair.lowerBound
    while equals < pair.upperBound, bytes.byte(equals) != UInt8(ascii: "=") { equals += 1 }
    let name = pair.lowerBound..<equals
    let value = min(equals + 1, pair.upperBound)..<pair.upperBound
    guard let rank = rank(of: name, bytes) else {
      let text = PercentEncoding.decode(bytes.text(name), plusIsSpace: true)
      if !problems.contains(where: { $0.name == text && $0.fault == .unknown }) {
        problems.append(RequestProblem(parameter: -1, name: text, fault: .unknown))
      }
      return
    }
    if rank < 64 { given |= 1 << UInt64(rank) }
    judge(value, rank, bytes, &problems)
  }

  /// The rank of the query parameter that a pair names.
  private func rank(of given: Range<Int>, _ bytes: RawSpan) -> Int? {
    let isEncoded = Self.isEncoded(given, bytes)
    let text = isEncoded ? PercentEncoding.decode(bytes.text(given), plusIsSpace: true) : ""
    for index in queryNames.indices {
      if queryNames[index].name.count == given.count,
        bytes.holds(queryNames[index].name, at: given.lowerBound)
      {
        return queryNames[index].rank
      }
      if isEncoded, given.count > queryNames[index].name.count,
        Array(text.utf8) == queryNames[index].name
      {
        return queryNames[index].rank
      }
    }
    return nil
  }

  /// Whether a header field has this name, in any case.
  private func isNamed(_ field: Range<Int>, _ name: [UInt8], _ bytes: RawSpan) -> Bool {
    FieldName.isEqual(field, name, in: bytes)
  }

  private static func isEncoded(_ text: Range<Int>, _ bytes: RawSpan) -> Bool {
    text.contains { bytes.byte($0) == UInt8(ascii: "%") || bytes.byte($0) == UInt8(ascii: "+") }
  }

  private func judge(
    _ value: Range<Int>,
    _ rank: Int,
    _ bytes: RawSpan,
    _ problems: inout [RequestProblem]
  ) {
    let parameter = operation.parameters[rank]
    // Forms send what was not filled in, and most APIs take it for left out.
    guard !parameter.isSecret, !(parameter.isOptional && value.isEmpty) else { return }
    guard Self.isEncoded(value, bytes) else {
      if !isWellFormedValue(value, rank, parameter, bytes) {
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
      if isWellFormedValue(range, rank, parameter, copy.span.bytes) { return }
    }
    add(rank, .malformed(texts[0]), &problems)
  }

  private func isWellFormedValue(
    _ value: Range<Int>,
    _ rank: Int,
    _ parameter: ParameterPlan,
    _ bytes: RawSpan
  ) -> Bool {
    var position = value.lowerBound
    repeat {
      var stop = value.upperBound
      if parameter.list == .comma {
        stop = position
        while stop < value.upperBound, bytes.byte(stop) != UInt8(ascii: ",") { stop += 1 }
      }
      guard isWellFormed(position..<stop, rank, parameter, bytes) else { return false }
      position = stop + 1
    } while position <= value.upperBound && parameter.list == .comma
    return true
  }

  private func isWellFormed(
    _ item: Range<Int>,
    _ rank: Int,
    _ parameter: ParameterPlan,
    _ bytes: RawSpan
  ) -> Bool {
    switch parameter.kind {
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
    guard parameter.isNarrowed else { return true }
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
