import PlumbModel
import PlumbNotation
import PlumbText

/// Turns the rows of parameter tables into parameters.
struct PageParameters {
  let service: PageService
  let file: String

  /// Returns the parameters of a service.
  ///
  /// - Parameter names: The names of the path's parameters, in order, which a page seldom shows.
  func list(pathNames names: [String]) throws(Diagnostic) -> [Parameter] {
    var parameters: [Parameter] = []
    for (index, entry) in service.path.enumerated() {
      guard names.indices.contains(index) else {
        throw problem("the path has no place for `\(entry.row.name)`", entry.line)
      }
      parameters.append(try parameter(entry, .path, name: names[index]))
    }
    for (entries, location) in [
      (service.query, Parameter.Location.query), (service.header, .header),
    ] {
      var names: Set<String> = []
      for entry in entries {
        guard names.insert(entry.row.name).inserted else {
          throw problem("the parameter `\(entry.row.name)` stands here already", entry.line)
        }
        parameters.append(try parameter(entry, location, name: entry.row.name))
      }
    }
    return parameters
  }

  private func parameter(
    _ entry: PageService.Entry<ReferenceParameter>,
    _ location: Parameter.Location,
    name: String
  ) throws(Diagnostic) -> Parameter {
    let read: (type: FieldType, list: Parameter.ListStyle?)
    do throws(WordedType.Problem) {
      read = try WordedType.parameter(entry.row.type)
    } catch {
      throw Diagnostic(.error, error.message, at: place(entry.line), remedy: error.remedy)
    }
    return Parameter(
      name: name,
      location: location,
      type: read.type,
      list: read.list,
      isOptional: location != .path && !entry.row.isRequired,
      defaultValue: location == .path
        ? nil : entry.row.defaultValue.map { defaultValue($0, read.type) },
      place: place(entry.line)
    )
  }

  /// Reads `20`, or `start + 19` where numbers are meant.
  private func defaultValue(_ text: String, _ type: FieldType) -> Parameter.Default {
    guard type.shape == .integer || type.shape == .number, JSONNumber(text) == nil else {
      return .text(text)
    }
    let words = text.split(separator: " ")
    let known = (service.query + service.header).map(\.row.name)
    guard let name = words.first, known.contains(String(name)) else { return .text(text) }
    if words.count == 1 { return .relative(to: String(name), plus: 0) }
    guard words.count == 3, words[1] == "+" || words[1] == "-" || words[1] == "−",
      let number = Int(words[2]), number >= 0
    else { return .text(text) }
    return .relative(to: String(name), plus: words[1] == "+" ? number : -number)
  }

  private func problem(_ message: String, _ line: Int) -> Diagnostic {
    Diagnostic(.error, message, at: place(line))
  }

  private func place(_ line: Int) -> SourcePlace { SourcePlace(file: file, line: line, column: 1) }
}
