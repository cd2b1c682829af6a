import PlumbChecking
import PlumbDocuments
import PlumbReports

/// Shows the difference between two files in a terminal.
struct ColouredDiff {
  let isColoured: Bool

  /// The lines of the difference, each with its end.
  func text(of diff: UnifiedDiff) -> String {
    let ink = Ink(isColoured: isColoured)
    return diff.lines.reduce(into: "") { output, line in
      let text = line.text.visible
      let shown =
        switch line {
        case .file: ink.paint(text, as: .strong)
        case .place: ink.paint(text, as: .frame)
        case .same: text
        case .removed: ink.paint(text, as: .severity(.error))
        case .added: ink.paint(text, as: .good)
        }
      output += "\(shown)\n"
    }
  }
}
