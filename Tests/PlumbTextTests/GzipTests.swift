import Foundation
import PlumbText
import TestSupport
import Testing

/// Compressing; `gzip` of the system unpacks what comes out.
@Suite struct GzipTests {
  private static func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "packed.gz")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "gzip -dc '\(path)' > '\(path).out'"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(try Data(contentsOf: URL(filePath: "\(path).out")))
  }

  @Test(arguments: [0, 1, 2, 3, 4, 257, 258, 259, 300, 5000, 70_000])
  func `gives back text that repeats`(count: Int) throws {
    let text = Array(repeating: Array(#"{"code":"17-2821.00","title":"Nurse"},"#.utf8), count: 2000)
    let bytes = Array(text.joined().prefix(count))
    let packed = Gzip.compress(bytes)

    #expect(try Self.unpacked(packed) == bytes)
    if count >= 5000 { #expect(packed.count < count / 10) }
  }

  @Test func `gives back bytes of every kind`() throws {
    var random = SplitMix64(seed: 5)
    for alphabet in [2, 17, 256] {
      let bytes = (0..<40_000).map { _ in UInt8(random.below(alphabet)) }

      #expect(try Self.unpacked(Gzip.compress(bytes)) == bytes)
    }
    let far = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) }
    #expect(try Self.unpacked(Gzip.compress(far + far)) == far + far)
  }

  @Test func `sums as published`() {
    #expect(CRC32.hash(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
