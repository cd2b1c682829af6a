import PlumbText

/// The objects and lists that are open at a place in JSON, with the names that lead there.
struct OpenJSON: Sendable {
  private struct Frame: Sendable {
    var isObject: Bool
    /// The name of the member that is read, as it is written.
    var name: [UInt8] = []
    /// Whether the colon behind it was read.
    var hasName = false
  }

  private var frames: [Frame] = []
  /// The string that is open, as far as it may be a name; `nil` outside of strings.
  private var string: [UInt8]?
  private var isEscaped = false

  /// The most frames that are told of, from the innermost; names longer than this tell nothing.
  private static let most = 64
  private static let longest = 200

  /// JSON that leads to the same place.
  var text: [UInt8] {
    var text: [UInt8] = []
    for frame in frames.suffix(Self.most) {
      text.append(UInt8(ascii: frame.isObject ? "{" : "["))
      if frame.hasName {
        text.append(UInt8(ascii: "\""))
        text += frame.name
        text += [UInt8(ascii: "\""), UInt8(ascii: ":")]
      }
    }
    if let string {
      text.append(UInt8(ascii: "\""))
      if let last = frames.last, last.isObject, !last.hasName { text += string }
      if isEscaped { text.append(UInt8(ascii: "\\")) }
    }
    return text
  }

  /// Reads on.
  mutating func pass(_ bytes: [UInt8]) {
    _ = walk(bytes, from: bytes.count)
  }

  /// Where to end a stretch: behind the comma that has the least around it, else at `end`.
  func cut(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var open = self
    return open.walk(Array(bytes[..<end]), from: start) ?? end
  }

  /// Reads on; returns the place behind the shallowest comma from an offset on.
  private mutating func walk(_ bytes: [UInt8], from start: Int) -> Int? {
    var best: (depth: Int, place: Int)?
    var offset = 0
    while offset < bytes.count {
      if string != nil {
        offset = passString(bytes, from: offset)
        continue
      }
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): string = []
      case UInt8(ascii: "{"): frames.append(Frame(isObject: true))
      case UInt8(ascii: "["): frames.append(Frame(isObject: false))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = frames.popLast()
      case UInt8(ascii: ":"):
        if frames.last?.isObject == true { frames[frames.count - 1].hasName = true }
      case UInt8(ascii: ","):
        if !frames.isEmpty { frames[frames.count - 1].hasName = false }
        if offset >= start, frames.count <= best?.depth ?? .max { best = (frames.count, offset) }
      case 0x0A where frames.isEmpty:
        if offset >= start { best = (0, offset) }
      default: break
      }
    }
    return best?.place
  }

  /// Reads on inside a string, up to its end or that of the bytes.
  private mutating func passString(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    var end = start
    var isClosed = false
    while offset < bytes.count, !isClosed {
      let byte = bytes[offset]
      offset += 1
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        isClosed = byte == UInt8(ascii: "\"")
      }
      if !isClosed { end = offset }
    }
    let room = max(Self.longest + 1 - (string?.count ?? 0), 0)
    string? += bytes[start..<end].prefix(room)
    guard isClosed else { return offset }
    if let name = string, let last = frames.indices.last, frames[last].isObject,
      !frames[last].hasName
    {
      frames[last].name = name.count > Self.longest ? [] : name
    }
    string = nil
    return offset
  }
}
