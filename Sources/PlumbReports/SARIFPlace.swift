import PlumbChecking
import PlumbText
import PlumbText

/// Writes places as locations of SARIF 2.1.0.
enum SARIFPlace {
  /// Writes a place in a recording.
  static func write(_ place: Place, to json: inout JSONWriter) {
    json.object { json in
      // What came by standard input is no artifact that anybody could open.
      if place.recording != "-" {
        json.object("physicalLocation") { json in
          artifact(place.recording, to: &json)
          guard place.line > 0 else { return }
          json.object("region") { json in
            json.member("startLine", place.line)
            json.member("startColumn", place.column)
            // The offset of an entry of an archive is that in its own body.
            guard place.entry == nil else { return }
            json.member("byteOffset", place.offset)
            json.member("byteLength", place.length)
          }
        }
      }
      let name = place.entry.map { "entry \($0)\(place.pointer)" } ?? place.pointer
      guard !name.isEmpty else { return }
      json.list("logicalLocations", [name]) { name, json in
        json.object { json in
          json.member("fullyQualifiedName", name)
          json.member("kind", "member")
        }
      }
    }
  }

  /// Writes a place in a contract.
  ///
  /// - Parameter id: What tells related locations of one result apart; `nil` for a main one.
  static func write(_ contract: ContractPlace, id: Int? = nil, to json: inout JSONWriter) {
    json.object { json in
      if let id {
        json.member("id", id)
        json.object("message") { $0.member("text", "documented in \"\(contract.title)\"") }
      }
      json.object("physicalLocation") { json in
        artifact(contract.place.file, to: &json)
        json.object("region") { json in
          json.member("startLine", contract.place.line)
          json.member("startColumn", contract.place.column)
        }
      }
    }
  }

  private static func artifact(_ file: String, to json: inout JSONWriter) {
    json.object("artifactLocation") { $0.member("uri", uri(of: file)) }
  }

  /// A path as a reference of RFC 3986: relative, or with the scheme `file`.
  static func uri(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let text = parts.map { PercentEncoding.encodePathSegment($0) }.joined(separator: "/")
    if path.hasPrefix("/") { return "file://\(text)" }
    // The first segment of a relative reference must not look like a scheme.
    return parts.first?.contains(":") == true ? "./\(text)" : text
  }
}
