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

@Suite struct NewNamesTests {
  @Test func `puts a name on disk at once, and those that follow together`() throws {
    let folder = try TemporaryFolder()
    let names = NewNames(pause: .seconds(3600))
    let gone = "\(folder.path)/gone"
    try names.add("\(folder.path)/first")

    // A folder that is not there shows when it is put on disk.
    try names.add("\(gone)/second")
    #expect(throws: RecordingError.self) { try names.settle() }
    try names.settle()
  }

  @Test func `puts every name on disk when there is no pause`() throws {
    let folder = try TemporaryFolder()
    let names = NewNames(pause: .zero)
    try names.add("\(folder.path)/first")

    #expect(throws: RecordingError.self) { try names.add("\(folder.path)/gone/second") }
  }
}
