import PlumbText
import Testing

@Suite struct HexadecimalTests {
  @Test func `reads the digits of both cases and no other byte`() {
    let digits = (0...255).filter { Hexadecimal.value(of: UInt8($0)) >= 0 }

    #expect(digits.map { UInt8($0) } == Array("0123456789ABCDEFabcdef".utf8))
    #expect("09afAF".utf8.map { Hexadecimal.value(of: $0) } == [0, 9, 10, 15, 10, 15])
  }

  @Test func `writes as many digits as the type holds`() {
    #expect(Hexadecimal.text(UInt8(0)) == "00")
    #expect(Hexadecimal.text(UInt16(0x9f)) == "009f")
    #expect(Hexadecimal.text(UInt64(0xff)) == "00000000000000ff")
    #expect(Hexadecimal.text(UInt64.max) == "ffffffffffffffff")
  }
}
