import PlumbModel
import PlumbText

/// A number for each request, the same for all that ``DefaultJudge`` compares with each other.
///
/// Requests with different numbers need not be compared; those with the same one still are.
struct DefaultStanding: Sendable {
  private let judge: DefaultJudge
  private let operation: UInt64
  private let names: (start: UInt64, end: UInt64)
  /// The default of a window's start, and that of its end: by itself, or from the start.
  private let start: Int?
  private let end: Int?
  private let size: Int?
  /// Whether the window's part may be reckoned apart from the other parameters.
  let isDivisible: Bool

  /// Takes up the defaults of a contract.
  init(_ contract: Contract, operation: Int) {
    judge = DefaultJudge(contracts: [contract])
    self.operation = UInt64(operation)
    guard case .window(let window)? = contract.paging?.dialect else {
      names = (0, 0)
      (start, end, size) = (nil, nil, nil)
      isDivisible = false
      return
    }
    names = (NameHash.of(window.start), NameHash.of(window.end))
    let parameters = contract.parameters.filter { $0.location == .query }
    func standard(_ name: String) -> Parameter.Default? {
      parameters.first { $0.name == name }?.defaultValue
    }
    start = Self.number(standard(window.start))
    end = Self.number(standard(window.end))
    var size: Int?
    if case .relative(to: window.start, let plus)? = standard(window.end) { size = plus }
    self.size = size
    isDivisible = parameters.allSatisfy { parameter in
      guard case .relative(let other, _)? = parameter.defaultValue else { return true }
      return parameter.name == window.end && other == window.start
    }
  }

  /// The number of a request, or of what it says besides its window.
  func of(session: UInt64, path: [String], query: [Query.Item]) -> UInt64 {
    let record = DefaultRecord(
      operation: 0,
      session: session,
      path: path,
      query: query,
      body: 0,
      reference: 0
    )
    var sum = Self.mixed(session, operation)
    for value in path { sum = Self.mixed(sum, NameHash.of(value)) }
    for item in judge.withoutDefaults(record) {
      sum &+= Self.mixed(NameHash.of(item.name), Self.value(item.value))
    }
    return sum
  }

  /// What a window adds to the number.
  func window(_ numbers: WindowReader.Numbers) -> UInt64 {
    var sum: UInt64 = 0
    if let start = numbers.start, start != self.start {
      sum &+= Self.mixed(names.start, Self.value(start))
    }
    if let end = numbers.end {
      let base = numbers.start ?? start
      let standard = size.flatMap { size in base.map { $0 &+ size } } ?? self.end
      if end != standard { sum &+= Self.mixed(names.end, Self.value(end)) }
    }
    return sum
  }

  private static func number(_ standard: Parameter.Default?) -> Int? {
    guard case .text(let text)? = standard else { return nil }
    return JSONNumber(text)?.integer
  }

  /// A hash of a value: of a plain number the same as of its digits.
  private static func value(_ text: String) -> UInt64 {
    let digits = text.utf8
    let isPlain =
      !digits.isEmpty && digits.count <= 15 && digits.allSatisfy { $0 &- 0x30 < 10 }
      && (digits.count == 1 || digits.first != 0x30)
    guard isPlain, let number = Int(text) else { return NameHash.of(text) }
    return value(number)
  }

  private static func value(_ number: Int) -> UInt64 {
    UInt64(bitPattern: Int64(number)) &* 0xd6e8_feb8_6659_fd93
  }

  private static func mixed(_ name: UInt64, _ value: UInt64) -> UInt64 {
    let product = (name ^ 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(by: value ^ name &<< 1 | 1)
    return product.high ^ product.low
  }
}
