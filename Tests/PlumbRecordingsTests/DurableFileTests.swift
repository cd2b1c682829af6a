import Foundation
import PlumbModel
import TestSupport
import Testing

@testable import PlumbRecordings

@Suite struct DurableFileTests {
  @Test func `replaces a file and leaves nothing else`() throws {
    let folder = try TemporaryFolder()
    try DurableFile.makeFolder("\(folder.path)/a/b/c")
    try DurableFile.makeFolder("\(folder.path)/a/b/c")
    let path = "\(folder.path)/a/b/c/x"

    try DurableFile.write([1], to: path)
    try DurableFile.write([2, 3], to: path)
    try DurableFile.write([], to: path + ".empty")

    #expect(try FileReader.bytes(of: path) == [2, 3])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/a/b/c").sorted()
        == ["x", "x.empty"]
    )
  }

  @Test func `says why a file cannot be written`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: RecordingError.self) {
      try DurableFile.write([1], to: "\(folder.path)/missing/x")
    }

    #expect(error?.message == "there is no such file or folder; check the path")
  }
}
