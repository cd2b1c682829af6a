import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbText
import TestSupport
import Testing

@Suite struct ReferenceHTMLTests {
  private func html(_ library: ContractLibrary) throws -> String {
    let api = try #require(library.apis.first)
    let page = ReferenceHTML(api: api, contracts: library.contracts(of: api.id))
    return String(decoding: page.bytes, as: UTF8.self)
  }

  private static let lights = """
    page: Lights
    source: https://docs.harbour.example/lights
    contracts:
      lights.list:
        title: Lights of a coast
        get: /coasts/{coast}/lights
        path:
          coast: string (north, south)
        query:
          sort?: string (name, height) = name
          start?: integer 1.. = 1
          end?: integer = start + 9
        response:
          start: integer
          end: integer
          total: integer
          light:
            - name: string length 1..40
              lastLit_at: string
              keeper?:
                code: string /K\\d+/
        rows:
          light: items ..10
        pages: { items: light, window: { start: start, end: end, total: total, at_most: 50 } }
        id: name
        order:
          parameter: sort
          keys:
            name: name bytes
            height: count(light) descending
        links:
          light[].name: /lights/{.name}
        laws:
          few: light at most 10
        examples:
          - { coast: north, sort: height }
        errors:
          404: { error: string }
    """

  @Test(
    arguments: [
      "<h1>Harbour Office</h1>",
      "<a href=\"#op.lights.list\">Lights of a coast</a>",
      "<h3 id=\"op.lights.list\">",
      "<code><b>GET</b> /coasts/{coast}/lights</code>",
      "<th scope=\"col\">Default</th>",
      "<th scope=\"row\"><code>coast</code></th>",
      "<td>string Values: north, south</td>",
      "<td>integer<span class=\"detail\">1 or more</span></td>",
      "<td><code>start + 9</code></td>",
      "<span class=\"unseen\"> nested at level 2</span>",
      "<span class=\"detail\">matches <code>K\\d+</code></span>",
      "<td>list of objects<span class=\"detail\">at most 10 items</span></td>",
      "<span class=\"detail\">1 to 40 characters</span>",
      "<code>keeper</code> <span class=\"mark\">optional</span>",
      """
      <li>The items of <code>light</code> are divided into pages: from <code>start</code> to \
      <code>end</code> of <code>total</code>, at most 50 on a page.</li>
      """,
      "<li>Two items with the same <code>name</code> are the same.</li>",
      "<li><code>sort=name</code>: sorted by <code>name</code>, byte by byte.</li>",
      """
      <li><code>sort=height</code>: sorted by the number of <code>light</code>, the greatest \
      first.</li>
      """,
      "<li><code>light[].name</code> leads to <code>/lights/{.name}</code>.</li>",
      "<li>few: <code>light at most 10</code></li>",
      "<li><code>coast=north</code> <code>sort=height</code></li>",
      "<h4>Response 404 Not Found</h4>",
      "<code>last<wbr>Lit_<wbr>at</code>",
    ]
  )
  func `says all that the contract says`(piece: String) throws {
    let html = try html(try Made.library(Self.lights))

    #expect(html.contains(piece))
  }

  @Test func `escapes whatever a contract says`() throws {
    let hostile = "<script>alert('1')</script> & \"x\" \u{202E}\u{7}"
    let place = SourcePlace(file: "a.yaml", line: 1, column: 1)
    let api = API(id: "a", title: hostile, version: hostile, server: hostile, place: place)
    let contract = Contract(
      id: hostile,
      api: "a",
      title: hostile,
      page: hostile,
      source: "javascript:alert(1)",
      path: try PathTemplate("/<b>"),
      parameters: [
        Parameter(
          name: hostile,
          location: .query,
          type: FieldType(.string, narrowing: Narrowing(values: [hostile])),
          defaultValue: .text(hostile),
          place: place
        )
      ],
      responses: [
        ResponseContract(
          status: 200,
          body: .json(
            FieldType(
              .object(
                ObjectType(rows: [
                  Row(name: hostile, type: FieldType(.string), source: hostile, place: place)
                ])
              )
            )
          ),
          headers: [hostile],
          place: place
        )
      ],
      examples: [Example(values: [Example.Value(name: hostile, value: hostile)], place: place)],
      place: place
    )

    let html = try html(ContractLibrary(apis: [api], contracts: [contract]))

    #expect(!html.contains("<script"))
    #expect(!html.contains("<b>\""))
    #expect(!html.contains("\u{202E}"))
    #expect(!html.contains("\u{7}"))
    #expect(!html.contains("href=\"javascript"))
    #expect(
      html.contains(
        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot; \\u{202e}\\u{7}"
      )
    )
    #expect(Tags.problem(in: html) == nil)
  }

  @Test func `asks nothing of a network and runs nothing`() throws {
    let html = try html(try Made.library(Self.lights))

    for word in ["<script", "<link", "<img", "src=", "@import", "url(", "onload", "onclick"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func `is well formed, and each link within it leads somewhere`() throws {
    let library = try ContractFolder.load(Repository.path("contracts"))
    for api in library.apis {
      let contracts = library.contracts(of: api.id)
      let bytes = ReferenceHTML(api: api, contracts: contracts).bytes
      let html = String(decoding: bytes, as: UTF8.self)

      #expect(bytes == ReferenceHTML(api: api, contracts: contracts).bytes)
      #expect(Tags.problem(in: html) == nil)
      let ids = Set(Tags.values(of: "id", in: html))
      let targets = Tags.values(of: "href", in: html).filter { $0.hasPrefix("#") }
      #expect(targets.count > contracts.count)
      #expect(targets.allSatisfy { ids.contains(String($0.dropFirst())) })
      #expect(Tags.values(of: "id", in: html).count == ids.count)
    }
  }
}

/// What is to be known of the tags of a page.
private enum Tags {
  /// The first tag that does not end where it should; `nil` when all do.
  static func problem(in html: String) -> String? {
    var open: [String] = []
    for part in html.split(separator: "<").dropFirst() {
      guard let end = part.firstIndex(of: ">") else { return "unclosed: \(part.prefix(20))" }
      let tag = part[..<end]
      if tag.hasPrefix("!") || tag.hasPrefix("meta") || tag == "wbr" { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return "misplaced: <\(tag)>" }
      } else {
        open.append(String(tag.prefix { $0 != " " }))
      }
    }
    return open.last
  }

  /// The values of an attribute.
  static func values(of name: String, in html: String) -> [String] {
    var values: [String] = []
    var rest = html[...]
    while let found = rest.firstRange(of: " \(name)=\"") {
      rest = rest[found.upperBound...]
      values.append(String(rest.prefix { $0 != "\"" }))
    }
    return values
  }
}
