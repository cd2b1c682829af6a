import PlumbModel
import PlumbRecordings
import PlumbReports
import PlumbText

/// Looks through files, one after the other, and writes them anew where that was asked for.
struct ScanRun {
  /// What finds the credentials.
  let redactor: Redactor
  /// Whether files are written without them.
  let fixes: Bool

  /// What was found.
  private(set) var report = ScanReport()
  /// What could not be read.
  private(set) var unread: [RecordingError] = []
  /// What could not be written.
  private(set) var unwritten: [RecordingError] = []
  /// Whether anything is left that only a person can take out.
  private(set) var isLeft = false

  init(redactor: Redactor, fixes: Bool) {
    self.redactor = redactor
    self.fixes = fixes
  }

  /// Looks through a file.
  mutating func scan(_ path: String) {
    let bytes: [UInt8]
    do throws(RecordingError) {
      bytes = path == "-" ? try StandardInput.body() : try FileReader.bytes(of: path)
    } catch {
      unread.append(error)
      report.unread += 1
      return
    }
    report.files += 1
    let scanned = redactor.scan(bytes)
    report.hits += hits(in: scanned, of: bytes, path)
    noteName(of: path)
    guard !scanned.credentials.isEmpty else { return }
    guard fixes else {
      isLeft = true
      return
    }
    do throws(RecordingError) {
      try DurableFile.replace(path, with: scanned.redacted)
    } catch {
      unwritten.append(error)
    }
    report.isFixed = unwritten.isEmpty
  }

  private func hits(
    in scanned: ScannedFile,
    of bytes: [UInt8],
    _ path: String
  ) -> [ScanReport.Hit] {
    var cursor = FilePlaceCursor()
    let span = bytes.span
    return scanned.credentials.map { credential in
      let place = cursor.locate(credential.range, in: span.bytes, end: bytes.count)
      return ScanReport.Hit(
        file: path,
        line: place.line,
        column: place.column,
        place: redactor.redacted(credential.place),
        kind: redactor.redacted(credential.kind.description)
      )
    }
  }

  /// Notes a credential in the file's own name, which only its owner can change.
  private mutating func noteName(of path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let credential = redactor.scan(Array(name.utf8)).credentials.first else { return }
    isLeft = true
    report.hits.append(
      ScanReport.Hit(
        file: redactor.redacted(path),
        line: nil,
        column: nil,
        place: "the name of the file",
        kind: credential.kind.description
      )
    )
  }
}
