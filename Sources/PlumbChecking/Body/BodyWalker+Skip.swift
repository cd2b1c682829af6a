import PlumbText

extension BodyWalker {
  /// The end of any value, read strictly; `nil` when the text is broken.
  func valueEnd(_ bytes: RawSpan, from start: Int) -> Int? {
    skip(bytes, from: start, depth: walk.pointee.depth + 1)
  }

  private func skip(_ bytes: RawSpan, from start: Int, depth: Int) -> Int? {
    guard start < walk.pointee.end else { return broken(bytes, at: start) }
    switch bytes.byte(start) {
    case 0x22: return stringEnd(bytes, from: start + 1).map { $0 + 1 }
    case 0x7b, 0x5b:
      guard depth < depthLimit else {
        isBroken = true
        let place = FindingLog.Site.value(start..<(start + 1))
        log.note(.bodyTooDeep, node: textNode, kind: "depth", found: "a deeper value", at: place)
        return nil
      }
      return bytes.byte(start) == 0x7b
        ? skipObject(bytes, from: start + 1, depth: depth)
        : skipList(bytes, from: start + 1, depth: depth)
    case 0x74, 0x66: return checked(bytes, JSONScan.booleanEnd(bytes, from: start))
    case 0x6e: return checked(bytes, JSONScan.nullEnd(bytes, from: start))
    default: return numberEnd(bytes, from: start, isRoot: depth == 0)
    }
  }

  /// The end of a number, whatever follows the body; inside another value none may end with it.
  private func numberEnd(_ bytes: RawSpan, from start: Int, isRoot: Bool) -> Int? {
    let end = walk.pointee.end
    var isPlain = true
    let found = JSONScan.numberEnd(bytes, from: start, isPlain: &isPlain)
    guard max(found, ~found) >= end else { return checked(bytes, found) }
    let copy = bytes.array(start..<end) + [0]
    let length = JSONScan.numberEnd(copy.span.bytes, from: 0, isPlain: &isPlain)
    guard isRoot, length == end - start else { return broken(bytes, at: end) }
    return end
  }

  /// Passes the end of a token on, unless it is a fault or beyond the end.
  private func checked(_ bytes: RawSpan, _ end: Int) -> Int? {
    if end < 0 {
      return isCutShort(bytes, ~end) ? broken(bytes, at: walk.pointee.end) : broken(bytes, at: ~end)
    }
    return end <= walk.pointee.end ? end : broken(bytes, at: walk.pointee.end)
  }

  /// Whether a literal that does not read to its end is one that the end of the body cuts.
  private func isCutShort(_ bytes: RawSpan, _ start: Int) -> Bool {
    let end = walk.pointee.end
    guard start < end, end - start < 5 else { return start >= end }
    let rest = bytes.text(start..<end)
    return ["true", "false", "null"].contains { $0.hasPrefix(rest) }
  }

  private func skipList(_ bytes: RawSpan, from start: Int, depth: Int) -> Int? {
    let end = walk.pointee.end
    var position = JSONScan.skipWhiteSpace(bytes, from: start, to: end)
    if position < end, bytes.byte(position) == 0x5d { return position + 1 }
    while true {
      guard let after = skip(bytes, from: position, depth: depth + 1) else { return nil }
      position = JSONScan.skipWhiteSpace(bytes, from: after, to: end)
      guard position < end else { return broken(bytes, at: position) }
      if bytes.byte(position) == 0x5d { return position + 1 }
      guard bytes.byte(position) == 0x2c else { return broken(bytes, at: position) }
      position = JSONScan.skipWhiteSpace(bytes, from: position + 1, to: end)
    }
  }

  private func skipObject(_ bytes: RawSpan, from start: Int, depth: Int) -> Int? {
    let end = walk.pointee.end
    var names = NameSet()
    var position = JSONScan.skipWhiteSpace(bytes, from: start, to: end)
    if position < end, bytes.byte(position) == 0x7d { return position + 1 }
    while true {
      guard let name = readName(bytes, at: &position) else { return nil }
      if !names.insert(NameText.hash(bytes, name)) {
        log.note(
          .bodyDuplicateMember,
          kind: "member",
          found: "a second member of the same name",
          at: .name(name)
        )
      }
      guard let after = skip(bytes, from: position, depth: depth + 1) else { return nil }
      position = JSONScan.skipWhiteSpace(bytes, from: after, to: end)
      guard position < end else { return broken(bytes, at: position) }
      if bytes.byte(position) == 0x7d { return position + 1 }
      guard bytes.byte(position) == 0x2c else { return broken(bytes, at: position) }
      position = JSONScan.skipWhiteSpace(bytes, from: position + 1, to: end)
    }
  }

  /// The closing quote of a string; what is only unclear is said and passed over.
  func stringEnd(_ bytes: RawSpan, from start: Int) -> Int? {
    let end = walk.pointee.end
    var position = start
    while true {
      let quote = JSONScan.stringEnd(bytes, from: position, to: end)
      if quote >= 0 { return quote }
      let fault = ~quote
      guard fault < end else { return broken(bytes, at: end) }
      let byte = bytes.byte(fault)
      if byte >= 0x80 {
        guard !UTF8Scan.isCut(bytes, at: fault, by: end) else { return broken(bytes, at: end) }
        isUnclear = true
        let found = "the byte \(Hexadecimal.text(byte).uppercased())"
        log.note(
          .bodyEncoding,
          node: textNode,
          kind: "byte",
          found: found,
          at: .inside(fault..<(fault + 1))
        )
        position = fault + 1
      } else if byte == 0x5c, fault + 6 <= end, bytes.byte(fault + 1) == 0x75,
        JSONScan.hexadecimal(bytes, at: fault + 2) >= 0
      {
        if isPairCut(bytes, at: fault, by: end) { return broken(bytes, at: end) }
        isUnclear = true
        let escape = fault..<(fault + 6)
        let found = bytes.text(escape)
        log.note(
          .bodyLoneSurrogate,
          node: textNode,
          kind: "escape",
          found: found,
          at: .inside(escape)
        )
        position = fault + 6
      } else if byte == 0x5c, fault + 1 >= end || (bytes.byte(fault + 1) == 0x75 && fault + 6 > end)
      {
        return broken(bytes, at: end)
      } else {
        return broken(bytes, at: fault)
      }
    }
  }
}

extension BodyWalker {
  /// Whether the end cuts an escaped surrogate pair between its halves.
  private func isPairCut(_ bytes: RawSpan, at escape: Int, by end: Int) -> Bool {
    guard JSONScan.hexadecimal(bytes, at: escape + 2) & ~0x3ff == 0xd800, end < escape + 12 else {
      return false
    }
    let low = Array("\\udc00".utf8)
    return (escape + 6..<end).allSatisfy { offset in
      let index = offset - escape - 6
      return index < 3 ? bytes.byte(offset) | 0x20 == low[index] | 0x20 : true
    }
  }
}

/// The names of one object, by their hashes.
struct NameSet {
  private var few: [UInt64] = []
  private var many: Set<UInt64> = []

  /// Adds a name; whether it was not there before.
  mutating func insert(_ hash: UInt64) -> Bool {
    if many.isEmpty {
      if few.contains(hash) { return false }
      few.append(hash)
      if few.count > 32 { many = Set(few) }
      return true
    }
    return many.insert(hash).inserted
  }
}
