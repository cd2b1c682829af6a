import PlumbModel
import PlumbReports

/// How reports look that are read as text, and what is left out of them.
struct TextLook {
  /// The columns of a line on standard output.
  var width: Int
  /// Whether to colour text on standard output.
  var isColoured: Bool
  /// Whether text leaves out how much was seen.
  var isQuiet: Bool
  /// What takes credentials out.
  var redactor: Redactor

  /// What a writer of text is told; a file has 80 columns and no colour.
  func options(isFile: Bool) -> TextReport.Options {
    var options = TextReport.Options()
    options.width = isFile ? 80 : width
    options.isColoured = isColoured && !isFile
    options.isQuiet = isQuiet
    options.redactor = redactor
    return options
  }
}

extension ColorOption {
  /// How text looks on standard output.
  func look(isQuiet: Bool, redactor: Redactor) -> TextLook {
    TextLook(width: width, isColoured: isColoured, isQuiet: isQuiet, redactor: redactor)
  }
}
