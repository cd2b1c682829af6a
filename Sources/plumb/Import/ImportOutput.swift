import PlumbChecking
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbReports
import PlumbText

/// What becomes of an import: files in the folder of an API, or text at standard output.
struct ImportOutput {
  let options: ImportOptions
  let width: Int
  let isColoured: Bool

  /// Writes or prints what was imported, and says what could not be taken over.
  func finish(_ imported: ImportedAPI) throws {
    let remarks = RemarkText(
      remarks: imported.remarks,
      width: width,
      allPlaces: options.allPlaces
    )
    guard let folder = options.output else {
      for (name, text) in imported.texts(schema: nil) {
        StandardStream.output.write("# \(name)\n\(text)\n")
      }
      StandardStream.error.write(remarks.text.visibleLines(indent: ""))
      try judge(imported, nil)
      return
    }
    try judge(imported, remarks)
    let update = try plan(imported, folder)
    guard !update.changes.isEmpty else {
      say("nothing to write: \(folder) says all that the description says\n", update, remarks)
      return
    }
    let isNew = !Folder.exists("\(folder)/api.yaml")
    if !isNew {
      show(update, folder)
      guard options.write || confirms(update) else {
        say("", update, remarks)
        throw Failure(.findings, "nothing is written; --write writes the difference")
      }
    }
    try write(update, into: folder)
    let count = update.changes.count
    let what =
      isNew
      ? "api.yaml and \((count - 1).of("file")) with "
        + update.library.contracts.count.of("operation")
      : "\(count.of("file")) changed"
    say("wrote \(folder): \(what)\n", update, remarks)
  }

  // MARK: - Planning

  private func plan(_ imported: ImportedAPI, _ folder: String) throws(Failure) -> FolderUpdate {
    guard Folder.exists("\(folder)/api.yaml") else {
      let isBeside = Folder.exists("\(folder)/../contract.schema.json")
      return FolderUpdate(
        creating: imported,
        schema: isBeside ? "../contract.schema.json" : nil
      )
    }
    do throws(NotationErrors) {
      return try FolderUpdate(updating: try ContractFolder.files(folder), with: imported)
    } catch {
      throw Failure(.unreadable, error.diagnostics.map(\.line))
    }
  }

  /// Shows what would be written.
  private func show(_ update: FolderUpdate, _ folder: String) {
    let diff = ColouredDiff(isColoured: isColoured)
    for change in update.changes {
      let lines = UnifiedDiff(change.old, change.new, name: "\(folder)/\(change.name)")
      StandardStream.output.write(diff.text(of: lines))
    }
  }

  /// Asks whoever sits at the terminal; nobody else is asked.
  private func confirms(_ update: FolderUpdate) -> Bool {
    guard StandardInput.isTerminal, StandardStream.output.isTerminal else { return false }
    StandardStream.output.write("write this into \(update.changes.count.of("file"))? [y/N] ")
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }

  // MARK: - Writing

  private func write(_ update: FolderUpdate, into folder: String) throws(Failure) {
    do throws(RecordingError) {
      try DurableFile.makeFolder(folder)
      for change in update.changes {
        let path = "\(folder)/\(change.name)"
        let bytes = Array(change.new.utf8)
        if change.old == nil {
          try DurableFile.write(bytes, to: path)
        } else {
          try DurableFile.replace(path, with: bytes)
        }
      }
    } catch {
      throw Failure(.fault, "\(folder): the contracts cannot be written: \(error.message)")
    }
  }

  private func say(_ first: String, _ update: FolderUpdate, _ remarks: RemarkText) {
    var text = first
    if !update.unknown.isEmpty {
      let names = update.unknown.map { "`\($0.id)`" }.joined(separator: ", ")
      text +=
        "kept, although the description has it no longer: \(names)"
        .wrapped(to: width, then: width - 2).joined(separator: "\n  ") + "\n"
    }
    let problems = Linter.lint(update.library).filter { $0.severity != .note }
    for problem in problems {
      text += "to mend: \(problem.message)\n"
    }
    StandardStream.output.write((text + remarks.text).visibleLines(indent: ""))
  }

  /// With `--strict`, ends where the description says what contracts cannot say.
  private func judge(_ imported: ImportedAPI, _ remarks: RemarkText?) throws(Failure) {
    let count = imported.remarks.count { $0.kind == .unsaid }
    guard options.strict, count > 0 else { return }
    if let remarks { StandardStream.output.write(remarks.text.visibleLines(indent: "")) }
    throw Failure(
      .findings,
      "the description says \(count.of("thing")) that contracts cannot say; "
        + "without --strict they are left out"
    )
  }
}
