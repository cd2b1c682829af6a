extension RawSpan {
  /// Copies a stretch of the buffer.
  public func array(_ range: Range<Int>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for offset in range { copy.append(byte(offset)) }
    return copy
  }
}
