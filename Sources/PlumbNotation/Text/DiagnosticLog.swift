import PlumbText

/// What has been found wrong so far while the files of one load are read.
final class DiagnosticLog {
  private(set) var diagnostics: [Diagnostic] = []

  /// Adds an error.
  func error(_ message: String, at place: SourcePlace, remedy: String? = nil) {
    diagnostics.append(Diagnostic(.error, message, at: place, remedy: remedy))
  }

  /// Adds a diagnostic.
  func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// The errors, or `nil` when there is none.
  var errors: NotationErrors? {
    let errors = diagnostics.filter { $0.severity == .error }
    return errors.isEmpty ? nil : NotationErrors(errors)
  }
}
