public import PlumbModel
import PlumbText

/// An API and its contracts as a reference page: one file that asks nothing of a network and runs
/// nothing.
public struct ReferenceHTML: Sendable {
  /// The file; the same for the same contracts.
  public let bytes: [UInt8]

  /// Writes the page of an API.
  ///
  /// - Parameters:
  ///   - api: The API.
  ///   - contracts: Its contracts, in the order in which they are to stand.
  public init(api: API, contracts: [Contract]) {
    let pages = Self.pages(of: contracts)
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n")
    html.element("html", ["lang": "en"]) { html in
      html.element("head") { html in
        html.raw("<meta charset=\"utf-8\">\n")
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        html.element("title", text: api.title)
        html.element("style") { $0.raw(ReferenceStyle.text) }
      }
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#operations"], text: "Skip to the operations")
        Self.head(api, &html)
        Self.contents(pages, &html)
        html.element("main", ["id": "operations"]) { html in
          for page in pages { Self.section(page, api, &html) }
        }
      }
    }
    bytes = Array(html.text.utf8)
  }

  /// A page of the documentation with its contracts.
  private struct Page {
    var title: String?
    var source: String?
    var operations: [OperationHTML]
  }

  private static func pages(of contracts: [Contract]) -> [Page] {
    var pages: [Page] = []
    for (index, contract) in contracts.enumerated() {
      let isPlain = contract.id.utf8.allSatisfy { byte in
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-_.".utf8.contains(byte)
      }
      let anchor = isPlain ? contract.id : "operation-\(index + 1)"
      let operation = OperationHTML(contract: contract, anchor: "op.\(anchor)")
      if let last = pages.last, last.title == contract.page, last.source == contract.source {
        pages[pages.count - 1].operations.append(operation)
      } else {
        pages.append(
          Page(title: contract.page, source: contract.source, operations: [operation])
        )
      }
    }
    return pages
  }

  private static func head(_ api: API, _ html: inout HTMLWriter) {
    html.element("header") { html in
      html.element("h1", text: api.title)
      html.element("dl", ["class": "facts"]) { html in
        func fact(_ name: String, _ write: (inout HTMLWriter) -> Void) {
          html.element("div") { html in
            html.element("dt", text: name)
            html.element("dd", [:], write)
          }
        }
        if let version = api.version { fact("Version") { $0.write(version) } }
        fact("Server") { $0.element("code", text: api.server) }
        for key in api.keys {
          fact("Key") { html in
            html.element("code", text: key.header)
            html.write(", a header field")
          }
        }
        if let rate = api.pace?.requestsPerSecond {
          let number = rate == rate.rounded() && rate < 1e15 ? "\(Int(rate))" : "\(rate)"
          fact("Pace") { $0.write("at most \(number) requests per second") }
        }
      }
    }
  }

  private static func contents(_ pages: [Page], _ html: inout HTMLWriter) {
    html.element("nav", ["aria-label": "Operations"]) { html in
      for page in pages {
        if let title = page.title { html.element("h2", text: title) }
        html.element("ul") { html in
          for operation in page.operations {
            html.element("li") { html in
              let link: KeyValuePairs = ["href": "#\(operation.anchor)"]
              html.element("a", link, text: operation.contract.title)
              html.write(" ")
              html.element("span", ["class": "quiet"], text: operation.line)
            }
          }
        }
      }
    }
  }

  private static func section(_ page: Page, _ api: API, _ html: inout HTMLWriter) {
    html.element("section") { html in
      html.element("h2", text: page.title ?? "Operations")
      if let source = page.source {
        html.element("p", ["class": "quiet"]) { html in
          html.write("Documented at ")
          if source.hasPrefix("https://") || source.hasPrefix("http://") {
            html.element("a", ["href": source, "rel": "noreferrer"], text: source)
          } else {
            html.write(source)
          }
        }
      }
      for operation in page.operations { operation.write(api, &html) }
    }
  }
}
