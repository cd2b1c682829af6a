extension Layer {
  /// The text in UTF-8 when it is written with two bytes a character; `nil` when it is not.
  ///
  /// A byte order mark tells, or zeros in every other byte of the beginning.
  func decodedUTF16() -> (TextEncoding, Layer)? {
    guard bytes.count >= 4, depth == 0 else { return nil }
    let isLittle: Bool
    if bytes[0] == 0xFF, bytes[1] == 0xFE {
      isLittle = true
    } else if bytes[0] == 0xFE, bytes[1] == 0xFF {
      isLittle = false
    } else if bytes[1] == 0, bytes[3] == 0, bytes[0] != 0, bytes[2] != 0 {
      isLittle = true
    } else if bytes[0] == 0, bytes[2] == 0, bytes[1] != 0, bytes[3] != 0 {
      isLittle = false
    } else {
      return nil
    }
    return (isLittle ? .utf16LittleEndian : .utf16BigEndian, widened(isLittle: isLittle))
  }

  private func widened(isLittle: Bool) -> Layer {
    var result = Layer([], at: base)
    var offset = 0
    while offset + 1 < bytes.count {
      let unit = self.unit(at: offset, isLittle)
      var length = 2
      var scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
      if unit & 0xFC00 == 0xD800, offset + 3 < bytes.count {
        let low = self.unit(at: offset + 2, isLittle)
        if low & 0xFC00 == 0xDC00 {
          let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
          scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
          length = 4
        }
      }
      result.append(Array(String(scalar).utf8), from: offset..<(offset + length))
      offset += length
    }
    return result
  }

  private func unit(at offset: Int, _ isLittle: Bool) -> UInt16 {
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    return isLittle ? second << 8 | first : first << 8 | second
  }
}
