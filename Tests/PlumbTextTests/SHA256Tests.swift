import PlumbText
import Testing

@Suite struct SHA256Tests {
  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ]
  )
  func `gives the digests that FIPS 180-4 publishes`(text: String, digest: String) {
    #expect(SHA256.hash(Array(text.utf8)).hexadecimal == digest)
  }

  @Test func `gives the published digest of a million letters`() {
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      SHA256.hash(million).hexadecimal
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    )
  }

  @Test(arguments: [1, 3, 55, 56, 63, 64, 65, 127, 200])
  func `gives the same digest however the text is cut`(size: Int) {
    let text = (0..<321).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var hash = SHA256()
    for start in stride(from: 0, to: text.count, by: size) {
      hash.update(Array(text[start..<min(text.count, start + size)]))
    }
    #expect(hash.finalize() == SHA256.hash(text))
  }

  @Test func `hashes a stretch of a buffer`() {
    let text = Array("xxabcyy".utf8)
    var hash = SHA256()
    hash.update(text.span.bytes, 2..<5)
    #expect(hash.finalize() == SHA256.hash(Array("abc".utf8)))
  }
}
