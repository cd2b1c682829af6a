import PlumbModel
import PlumbText

/// One operation that was seen, with the path that it is guessed to have.
struct InferredOperation {
  let method: String
  let shape: PathTree.Shape
  let sketch: OperationSketch
  /// What was seen in each place of a parameter.
  let values: [(values: [String], areMore: Bool)]
  /// What knows credentials.
  let redactor: Redactor

  /// The names of the path's parameters.
  var names: [String] { InferredNames.parameters(shape) }

  /// The path, with its parameters in braces.
  var path: String {
    var names = names[...]
    let parts = shape.map { part in
      guard let part else { return "{\(names.popFirst() ?? "value")}" }
      return PercentEncoding.encodePathSegment(part)
    }
    return "/" + parts.joined(separator: "/")
  }

  /// What was guessed of the path; none where nothing was.
  var guesses: [String] {
    zip(names, values).map { name, seen in
      let shown = seen.values.joined(separator: ", ") + (seen.areMore ? " and others" : "")
      return "Guessed: {\(name)} stands for \(redactor.redacted(shown))."
    }
  }

  /// The parameters with their counts.
  func parameters(at place: SourcePlace) -> [(parameter: Parameter, seen: String)] {
    let inPath = zip(names, sketch.path).map { name, seen in
      let read = seen.type(of: name, redactor, listsValues: false)
      // A part of a path is one value, whatever commas are in it.
      let type = read.list == nil ? read.type : FieldType(.string)
      return (Parameter(name: name, location: .path, type: type, place: place), "")
    }
    let inQuery = sketch.queryNames.compactMap { name -> (Parameter, String)? in
      guard let seen = sketch.query[name], !name.isEmpty else { return nil }
      let read = seen.type(of: name, redactor, listsValues: true)
      let parameter = Parameter(
        name: name,
        location: .query,
        type: read.type,
        list: read.list,
        isOptional: seen.requests < sketch.successes,
        isSecret: redactor.soundsSecret(name),
        place: place
      )
      return (parameter, "in \(seen.requests) of \(sketch.successes) requests")
    }
    return inPath + inQuery
  }

  /// Requests that were answered, as examples.
  func examples(at place: SourcePlace) -> [Example] {
    sketch.examples(3).map { request in
      let inPath = zip(names, request.pathValues).map { Example.Value(name: $0, value: $1) }
      let inQuery = request.query.filter { !$0.name.isEmpty }
        .map { Example.Value(name: $0.name, value: $0.value) }
      return Example(values: inPath + inQuery, place: place)
    }
  }
}
