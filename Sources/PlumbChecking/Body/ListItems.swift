import PlumbText

/// The items of a well-formed list or the members of a well-formed object, one level deep.
enum ListItems {
  /// Where the items of a list lie.
  ///
  /// - Parameters:
  ///   - bytes: The buffer.
  ///   - list: The list, from `[` to just after `]`.
  ///   - limit: The most items to look for.
  static func ranges(_ bytes: RawSpan, in list: Range<Int>, limit: Int = .max) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var position = list.lowerBound + 1
    while items.count < limit {
      position = JSONScan.skipWhiteSpace(bytes, from: position, to: list.upperBound)
      guard position < list.upperBound, bytes.byte(position) != 0x5d else { break }
      let end = plainEnd(bytes, from: position, to: list.upperBound)
      items.append(position..<end)
      position = JSONScan.skipWhiteSpace(bytes, from: end, to: list.upperBound)
      guard position < list.upperBound, bytes.byte(position) == 0x2c else { break }
      position += 1
    }
    return items
  }

  /// The names and values of an object.
  static func members(
    _ bytes: RawSpan,
    in object: Range<Int>
  ) -> [(name: Range<Int>, value: Range<Int>)] {
    var members: [(name: Range<Int>, value: Range<Int>)] = []
    var position = object.lowerBound + 1
    while true {
      position = JSONScan.skipWhiteSpace(bytes, from: position, to: object.upperBound)
      guard position < object.upperBound, bytes.byte(position) == 0x22 else { break }
      let quote = plainEnd(bytes, from: position, to: object.upperBound) - 1
      let name = (position + 1)..<max(position + 1, quote)
      position = JSONScan.skipWhiteSpace(bytes, from: quote + 1, to: object.upperBound)
      position = JSONScan.skipWhiteSpace(bytes, from: position + 1, to: object.upperBound)
      let end = plainEnd(bytes, from: position, to: object.upperBound)
      members.append((name, position..<end))
      position = JSONScan.skipWhiteSpace(bytes, from: end, to: object.upperBound)
      guard position < object.upperBound, bytes.byte(position) == 0x2c else { break }
      position += 1
    }
    return members
  }

  /// Whether a member of an object is a list.
  static func holdsList(_ bytes: RawSpan, object: Range<Int>) -> Bool {
    members(bytes, in: object).contains { bytes.byte($0.value.lowerBound) == 0x5b }
  }

  /// The first item that repeats an earlier one, compared by value: `1` and `1.0` are the same.
  static func firstRepeat(_ bytes: RawSpan, _ items: [Range<Int>]) -> Range<Int>? {
    var seen: Set<ItemValue> = []
    return items.first { !seen.insert(ItemValue(bytes, $0)).inserted }
  }

  /// The end of a value, by its brackets and quotes alone; at most `limit`.
  static func plainEnd(_ bytes: RawSpan, from start: Int, to limit: Int) -> Int {
    var depth = 0
    var offset = start
    while offset < limit {
      switch bytes.byte(offset) {
      case 0x22:
        offset = quoteEnd(bytes, from: offset + 1, to: limit)
        if depth == 0 { return offset }
        continue
      case 0x7b, 0x5b: depth += 1
      case 0x7d, 0x5d:
        if depth <= 1 { return depth == 1 ? offset + 1 : offset }
        depth -= 1
      case 0x2c, 0x20, 0x0a, 0x0d, 0x09, 0x3a:
        if depth == 0 { return offset }
      default: break
      }
      offset += 1
    }
    return limit
  }

  private static func quoteEnd(_ bytes: RawSpan, from start: Int, to limit: Int) -> Int {
    var offset = start
    while offset < limit {
      offset = JSONScan.plainEnd(bytes, from: offset)
      guard offset < limit else { return limit }
      switch bytes.byte(offset) {
      case 0x22: return offset + 1
      case 0x5c: offset += 2
      default: offset += 1
      }
    }
    return limit
  }
}
