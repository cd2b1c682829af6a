import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct BodyDigestTests {
  private func digest(_ body: [UInt8]) -> UInt64 {
    let padded = body + [UInt8](repeating: 7, count: 64)
    return BodyDigest.of(0..<body.count, in: padded.span.bytes)
  }

  @Test func `tells bodies apart that differ in one bit, in length or in order`() {
    let body = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var digests: Set<UInt64> = [digest(body)]
    for index in body.indices {
      for bit in 0..<8 {
        var other = body
        other[index] ^= 1 << UInt8(bit)
        digests.insert(digest(other))
      }
    }
    for length in body.indices { digests.insert(digest(Array(body[..<length]))) }
    let swapped = Array(body[64..<128]) + Array(body[..<64]) + Array(body[128...])
    digests.insert(digest(swapped))

    #expect(digests.count == 1 + 1_600 + 200 + 1)
  }

  @Test func `depends on nothing after the body`() {
    let body = [UInt8](repeating: 65, count: 77)
    let other = body + [UInt8](repeating: 9, count: 64)

    #expect(digest(body) == BodyDigest.of(0..<77, in: other.span.bytes))
  }
}
