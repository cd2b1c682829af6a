/// The templates of the page, by name, in Mustache: `{{name}}` is escaped, `{{{name}}}` is not and
/// is used for the drawings and the style alone, which this program makes.
///
/// The page is well-formed XML besides, so that a test can read it with a strict reader.
enum HTMLTemplates {
  static let all = [
    "page": page, "head": head, "never": never, "finding": finding, "operation": operation,
    "table": table, "text": text,
  ]

  static let page = """
    {{> head}}
    <main>
    <section aria-labelledby="coverage">
    <h2 id="coverage">How much was seen</h2>
    <ul class="shares">
    {{#coverage}}
    <li class="{{kind}}"><span>{{label}}</span> {{{bar}}} <span>{{part}} of {{of}}</span></li>
    {{/coverage}}
    </ul>
    </section>
    <nav aria-labelledby="operations">
    <h2 id="operations">Operations</h2>
    <ul class="index">
    {{#operations}}
    <li><a href="#{{id}}">{{name}}</a> <span class="{{kind}}">{{verdict}}</span></li>
    {{/operations}}
    </ul>
    </nav>
    {{#others}}
    <section aria-labelledby="others">
    <h2 id="others">Of no single operation</h2>
    {{#items}}
    {{> finding}}
    {{/items}}
    </section>
    {{/others}}
    {{#operations}}
    {{> operation}}
    {{/operations}}
    {{#accepted}}
    <section aria-labelledby="accepted">
    <h2 id="accepted">Accepted drift</h2>
    <ul>
    {{#items}}
    <li>{{.}}</li>
    {{/items}}
    </ul>
    </section>
    {{/accepted}}
    {{#unjudged}}
    <section aria-labelledby="unjudged">
    <h2 id="unjudged">Not judged</h2>
    <ul>
    {{#items}}
    <li>{{#what}}{{> text}}{{/what}} {{detail}}</li>
    {{/items}}
    </ul>
    </section>
    {{/unjudged}}
    {{> never}}
    </main>
    <footer>plumb {{tool.version}}</footer>
    </body>
    </html>

    """

  /// The beginning of a page, with its verdict.
  static let head = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
    'unsafe-inline'"/>
    <title>plumb: {{verdict}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <header>
    <h1 class="{{kind}}">{{verdict}}</h1>
    <p class="lead">{{lead}}</p>
    <ul class="figures">
    {{#figures}}
    <li class="{{kind}}"><b>{{number}}</b> {{label}}</li>
    {{/figures}}
    </ul>
    </header>
    """

  /// What was documented and never met.
  static let never = """
    {{#never}}
    <section aria-labelledby="never">
    <h2 id="never">Never exercised</h2>
    <p>A pass over nothing is no pass: no recording shows these.</p>
    <details><summary>{{neverCount}} parts of the documentation</summary>
    <ul>
    {{#items}}
    <li>{{#what}}{{> text}}{{/what}}</li>
    {{/items}}
    </ul>
    </details>
    </section>
    {{/never}}
    """

  static let text = """
    {{#parts}}{{#isCode}}<code>{{text}}</code>{{/isCode}}{{^isCode}}{{text}}{{/isCode}}{{/parts}}
    """

  static let finding = """
    <article class="finding {{severity}}" id="{{id}}">
    <h3><span class="badge">{{severity}}</span> <code>{{rule}}</code></h3>
    <p class="message">{{#message}}{{> text}}{{/message}}.</p>
    <p class="count">{{count}}</p>
    {{#plot}}
    <figure class="plot"><figcaption>Place in the listing (across) against rank of the key \
    (up)</figcaption>{{{.}}}</figure>
    {{/plot}}
    <div class="places">
    {{#seen}}
    <figure><figcaption>Seen at <code>{{place}}</code>{{#what}} <code>{{.}}</code>{{/what}}\
    </figcaption>
    {{#line}}
    <pre tabindex="0"><span class="number">{{number}}</span>{{before}}<mark>{{marked}}</mark>\
    {{after}}</pre>
    {{/line}}
    </figure>
    {{/seen}}
    {{#documented}}
    <figure><figcaption>Documented at <code>{{place}}</code>{{#what}}, {{.}}{{/what}}</figcaption>
    {{#line}}
    <pre tabindex="0"><span class="number">{{number}}</span>{{before}}<mark>{{marked}}</mark>\
    {{after}}</pre>
    {{/line}}
    </figure>
    {{/documented}}
    </div>
    {{#symptoms}}
    <p>The same cause also breaks:</p>
    <ul>
    {{#items}}
    <li><code>{{rule}}</code>, {{count}} ×: {{#message}}{{> text}}{{/message}}</li>
    {{/items}}
    </ul>
    {{/symptoms}}
    {{#places}}
    <details><summary>{{placeCount}}</summary>
    <ul class="all">
    {{#items}}
    <li><code>{{.}}</code></li>
    {{/items}}
    </ul>
    </details>
    {{/places}}
    {{#command}}
    <details><summary>See it yourself</summary><pre tabindex="0">{{.}}</pre></details>
    {{/command}}
    {{#summary}}
    <details><summary>About this rule</summary>
    <p>{{.}}</p>
    {{#remedy}}
    <p>{{.}}</p>
    {{/remedy}}
    </details>
    {{/summary}}
    </article>
    """

  static let operation = """
    <section class="operation" aria-labelledby="{{id}}">
    <h2 id="{{id}}"><code>{{name}}</code></h2>
    <p class="verdict"><span class="{{kind}}">{{verdict}}</span> in {{bodies}}</p>
    {{#findings}}
    {{> finding}}
    {{/findings}}
    {{#tables}}
    {{> table}}
    {{/tables}}
    {{#listings}}
    <details{{#isOpen}} open=""{{/isOpen}}><summary>{{count}}, {{whole}} whole</summary>
    <ul class="listings">
    {{#drawn}}
    <li><code>{{address}}</code>{{{strip}}}<span>{{words}}</span></li>
    {{/drawn}}
    {{#rest}}
    <li>{{.}}</li>
    {{/rest}}
    </ul>
    </details>
    {{/listings}}
    </section>
    """

  static let table = """
    <details{{#isOpen}} open=""{{/isOpen}}><summary>Status {{status}}: the \
    documented fields, beside what {{bodies}} had</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Fields of status {{status}}">
    <table>
    <thead><tr><th scope="col">Field</th><th scope="col">Documented</th>\
    <th scope="col">Present</th><th scope="col">Seen</th><th scope="col">Findings</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr class="{{kind}}"><th scope="row" title="{{field}}" class="depth-{{indent}}">\
    <code>{{name}}</code></th>\
    <td>{{documented}}{{#isOptional}} <i>optional</i>{{/isOptional}}</td>\
    <td class="share">{{#share}}{{{bar}}} {{part}} of {{of}}{{/share}}</td>\
    <td>{{types}}</td>\
    <td>{{#findings}}<a href="#{{id}}">{{rule}}</a> {{/findings}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    </details>
    """
}
