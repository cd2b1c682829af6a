import PlumbModel
import PlumbNotation
import PlumbText

extension ImportedAPI {
  /// The files of the API's folder: `api.yaml` first, then the contract files by name.
  ///
  /// - Parameter schema: Where the JSON Schema of contract files is, as seen from the folder.
  public func texts(schema: String?) -> [(name: String, text: String)] {
    [("api.yaml", NotationWriter.text(of: api, schema: schema))]
      + files.map { file in
        (file.name, NotationWriter.text(of: file.contracts, api: api, schema: schema))
      }
  }
}

extension DescriptionFile {
  /// The title that the description gives what it describes.
  public var title: String? { root["info"]?["title"]?.string ?? root["title"]?.string }
}
