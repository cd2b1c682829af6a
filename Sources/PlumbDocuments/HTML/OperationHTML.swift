import PlumbModel
import PlumbText

/// One operation on a reference page.
struct OperationHTML {
  let contract: Contract

  /// What links within the page lead to.
  let anchor: String

  /// The request line: `GET /lights/{number}`.
  var line: String { "\(contract.method) \(contract.path)" }

  /// Writes the operation.
  func write(_ api: API, _ html: inout HTMLWriter) {
    html.element("article", ["aria-labelledby": anchor]) { html in
      html.element("h3", ["id": anchor]) { html in
        html.element("a", ["href": "#\(anchor)"], text: contract.title)
      }
      html.element("p", ["class": "request"]) { html in
        html.element("code") { html in
          html.element("b", text: contract.method)
          html.write(" \(contract.path)")
        }
        html.element("span", ["class": "quiet"], text: contract.id)
      }
      let table = ReferenceTable(contract: contract, api: api)
      parameters("Path parameters", table.path, hasDefaults: false, &html)
      parameters("Query parameters", table.query, hasDefaults: true, &html)
      parameters("Header parameters", table.header, hasDefaults: true, &html)
      for response in contract.responses { write(response, api, &html) }
      facts(&html)
      for error in contract.errors { write(error, api, &html) }
    }
  }

  // MARK: - Tables

  private func parameters(
    _ title: String,
    _ rows: [ReferenceParameter],
    hasDefaults: Bool,
    _ html: inout HTMLWriter
  ) {
    guard !rows.isEmpty else { return }
    table(title, ["Name", "Type"] + (hasDefaults ? ["Default"] : []), &html) { html in
      for row in rows {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.name(row.name)
            if row.isRequired { mark("required", &html) }
          }
          html.element("td") { html in type(row.type, row.details, &html) }
          guard hasDefaults else { return }
          html.element("td") { html in
            if let value = row.defaultValue {
              html.element("code", text: value)
            } else {
              html.element("span", ["class": "quiet"], text: "none")
            }
          }
        }
      }
    }
  }

  private func write(_ response: ResponseContract, _ api: API, _ html: inout HTMLWriter) {
    let status = HTTPStatus(response.status).line
    html.element("h4", text: "Response \(status)")
    let table = ReferenceTable(contract: contract, response: response, api: api)
    if !response.headers.isEmpty {
      let names = response.headers.map { "`\($0)`" }.joined(separator: ", ")
      html.element("p") {
        $0.sentence("With the header field\(response.headers.count == 1 ? "" : "s") \(names).")
      }
    }
    if let sentence = table.sentence { html.element("p", text: "\(sentence).") }
    guard !table.rows.isEmpty else { return }
    self.table(
      "Fields of the response \(response.status)",
      ["Field", "Type"],
      style: "fields",
      &html
    ) { html in
      for row in table.rows { write(row, &html) }
    }
  }

  private func write(_ row: ReferenceRow, _ html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", ["scope": "row", "class": "level-\(min(row.level, 8))"]) { html in
        html.name(row.name)
        if row.isOptional { mark("optional", &html) }
        if row.level > 0 {
          html.element("span", ["class": "unseen"], text: " nested at level \(row.level)")
        }
      }
      html.element("td") { html in type(row.type, row.details, &html) }
    }
  }

  private func table(
    _ title: String,
    _ columns: [String],
    style: String = "parameters",
    _ html: inout HTMLWriter,
    _ rows: (inout HTMLWriter) -> Void
  ) {
    html.element("table", ["class": style]) { html in
      html.element("caption", text: title)
      html.element("thead") { html in
        html.element("tr") { html in
          for column in columns { html.element("th", ["scope": "col"], text: column) }
        }
      }
      html.element("tbody", [:], rows)
    }
  }

  private func type(_ words: String, _ details: [String], _ html: inout HTMLWriter) {
    html.write(words)
    for detail in details {
      html.element("span", ["class": "detail"]) { $0.sentence(detail) }
    }
  }

  private func mark(_ word: String, _ html: inout HTMLWriter) {
    html.write(" ")
    html.element("span", ["class": "mark"], text: word)
  }

  // MARK: - What relates values and requests

  private func facts(_ html: inout HTMLWriter) {
    let words = ContractWords(contract: contract)
    for (title, sentences) in words.sections where !sentences.isEmpty {
      html.element("h4", text: title)
      html.element("ul") { html in
        for sentence in sentences { html.element("li") { $0.sentence(sentence) } }
      }
    }
  }
}
