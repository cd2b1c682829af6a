/// Reference pages of an invented API, as they are saved.
enum SamplePages {
  /// The titles of the services on both pages.
  static let titles = ["Lights of a coast", "One light", "Coasts"]

  /// Saved as text: navigation runs into the first title, examples are cut short, cells break.
  static let text = """
    Reference Manual Contents
    Lights of a coast One light CoastsOverview
    Introduction PricingLighthouses
    The lighthouses of all coasts. The following steps lead to one:
    - The visitor chooses a coast.
    - The visitor chooses a light.
    Lights of a coast
    "start": 1,
    "end": 10,
    "total": 12,
    "next": "https://api.harbour.example/v2/coasts/north/lights?start=11&end=20",
    "light": [
    {
    "href": "https://api.harbour.example/v2/lights/L001",
    "number": "L001"
    },
    ...
    ]
    }
    Field | Type |
    ---|---|
    start | integer |
    end | integer |
    total | integer |
    next optional | string |
    light (contains nested items) | list of objects |
    href (nested at level 1) | string |
    number (nested at level 1) | string |
    height (nested at level 1) optional | number or null |
    keeper (nested at level 1) (contains nested items) optional | object |
    name (nested at level 2) | string |
    grid (nested at level 2) | list of lists of numbers |
    ... (nested at level 1) optional | any |
    Path parameters
    Component | Type |
    ---|---|
    name of the coast | string Values: north, south |
    Query string parameters
    Key | Type | Default | Description |
    ---|---|---|---|
    sort | string Values: number, height, keeper, age |
    number | sort order |
    tags required | list of integers (comma-separated) |
    (none) | tags to match |
    start | integer | 1 | first returned light |
    end | integer | start + 9 | last returned light |
    This response lists the lights of one coast. Each href property links to the corresponding One light service.
    Results are sorted by number; to change this, set the sort parameter to height, keeper or age. Results are divided into pages of ten.
    One light
    {
    "number": "L001",
    "zone": 4
    }
    Field | Type |
    ---|---|
    number | string |
    zone | integer Values: 1–5 |
    state optional | string Values: lit, dark |
    Path parameters
    Component | Type |
    ---|---|
    light number | string |
    Query string parameters
    This response shows one light.
    Coasts
    {
    "name": "north"
    },
    ...
    ]
    Response is a list of objects
    Field | Type |
    ---|---|
    name | string |
    Path parameters
    Query string parameters
    This response lists the coasts.
    """

  /// The same page as HTML.
  static let html = """
    <!DOCTYPE html>
    <html><head><title>Lighthouses</title>
    <style>td { color: red }</style><script>if (1 < 2) { document.write("<td>x</td>") }</script>
    </head><body>
    <nav><ul><li>Lights of a coast</li><li>One light</li></ul></nav>
    <!-- <table><tr><td>hidden</td></tr></table> -->
    <h2 class="service">Lights of a&nbsp;coast</h2>
    <p><code>GET /v2/coasts/{coast}/lights</code></p>
    <pre>{ "start": 1,
      "light": [ { "href": "https://api.harbour.example/v2/lights/L001", "number": "L001" } ] }</pre>
    <table>
    <thead><tr><th>Field</th><th>Type</th></tr></thead>
    <tbody>
    <tr><td>start</td><td>integer</td></tr>
    <tr><td>end</td><td>integer</td></tr>
    <tr><td>total</td><td>integer</td></tr>
    <tr><td>next <span class="o">optional</span></td><td>string</td></tr>
    <tr><td>light<br>(contains nested items)</td><td>list of <b>objects</b></td></tr>
    <tr><td>href <i>(nested at level 1)</i></td><td>string</td></tr>
    <tr><td>number (nested at level 1)</td><td>string</td></tr>
    <tr><td>height (nested at level 1) optional</td><td>number or null</td></tr>
    <tr><td>keeper (nested at level 1) (contains nested items) optional</td><td>object</td></tr>
    <tr><td>name (nested at level 2)</td><td>string</td></tr>
    <tr><td>grid (nested at level 2)</td><td>list of lists of numbers</td></tr>
    <tr><td>... (nested at level 1) optional</td><td>any</td></tr>
    </tbody></table>
    <h3>Path parameters</h3>
    <table><tr><th>Component<th>Type<tr><td>name of the coast<td>string Values: north, south</table>
    <h3>Query string parameters</h3>
    <table>
    <tr><th>Key</th><th>Type</th><th>Default</th><th>Description</th></tr>
    <tr><td>sort</td><td>string Values: number, height, keeper, age</td><td>number</td>
      <td>sort order</td></tr>
    <tr><td>tags required</td><td>list of integers (comma-separated)</td><td>(none)</td>
      <td>tags to match</td></tr>
    <tr><td>start</td><td>integer</td><td>1</td><td>first returned light</td></tr>
    <tr><td>end</td><td>integer</td><td>start + 9</td><td>last returned light</td></tr>
    </table>
    <p>This response lists the lights of one coast.
       Each href property links to the corresponding One light service.</p>
    <h2>One light</h2>
    <p>Fields:</p>
    <table><tr><th>Field</th><th>Type</th></tr>
    <tr><td>number</td><td>string</td></tr>
    <tr><td>zone</td><td>integer Values: 1&#8211;5</td></tr>
    <tr><td>state optional</td><td>string Values: lit, dark</td></tr></table>
    <h4>Path parameters</h4>
    <table><tr><th>Component</th><th>Type</th></tr><tr><td>light number</td><td>string</td></tr></table>
    <h2>Coasts</h2>
    <p>Response is a list of objects</p>
    <table><tr><th>Field</th><th>Type</th></tr><tr><td>name</td><td>string</td></tr></table>
    </body></html>
    """
}
