/// The templates of the page on drift, in Mustache, as ``HTMLTemplates`` has those of a check.
enum DriftTemplates {
  static let all = [
    "page": page, "change": change, "table": table, "sight": sight, "text": HTMLTemplates.text,
    "head": HTMLTemplates.head, "never": HTMLTemplates.never,
  ]

  private static let page = """
    {{> head}}
    <main>
    {{#timeline}}
    <section aria-labelledby="timeline">
    <h2 id="timeline">Over time</h2>
    <ol>
    {{#labels}}
    <li>{{.}}</li>
    {{/labels}}
    </ol>
    <ul class="listings">
    {{#rows}}
    <li><a href="#{{id}}">{{what}}</a>{{{strip}}}<span>{{words}}</span></li>
    {{/rows}}
    </ul>
    </section>
    {{/timeline}}
    {{#index}}
    <nav aria-labelledby="operations">
    <h2 id="operations">What changed</h2>
    <ul class="index">
    {{#items}}
    <li><a href="#{{id}}">{{what}}</a> <span class="{{kind}}">{{words}}</span></li>
    {{/items}}
    </ul>
    </nav>
    {{/index}}
    {{#tables}}
    {{> table}}
    {{/tables}}
    {{#others}}
    <section aria-labelledby="others">
    <h2 id="others">Other operations</h2>
    {{#items}}
    {{> change}}
    {{/items}}
    </section>
    {{/others}}
    {{> never}}
    </main>
    <footer>plumb {{tool.version}}</footer>
    </body>
    </html>

    """

  private static let table = """
    <section class="operation" aria-labelledby="{{id}}">
    <h2 id="{{id}}">{{title}}</h2>
    <p class="verdict"><code>{{operation}}</code>{{status}}</p>
    {{#rows}}
    <div class="scroll" tabindex="0" role="region" aria-label="Fields of {{title}}">
    <table>
    <thead><tr><th scope="col">Field</th><th scope="col">{{before}}</th>\
    <th scope="col">{{after}}</th><th scope="col">Change</th></tr></thead>
    <tbody>
    {{#items}}
    <tr class="{{kind}}"><th scope="row" title="{{field}}" class="depth-{{indent}}">\
    <code>{{name}}</code></th>\
    <td>{{before}}{{#seenBefore}}{{> sight}}{{/seenBefore}}</td>\
    <td>{{after}}{{#seenAfter}}{{> sight}}{{/seenAfter}}</td>\
    <td>{{#changes}}<a href="#{{id}}">{{rule}}</a> {{/changes}}</td></tr>
    {{/items}}
    </tbody>
    </table>
    </div>
    {{/rows}}
    {{#changes}}
    {{> change}}
    {{/changes}}
    </section>
    """

  private static let sight = """
    <details class="sight"><summary>{{#example}}e.g. <code>{{.}}</code>{{/example}}\
    {{^example}}where{{/example}}</summary>
    <dl>
    {{#facts}}
    <dt>{{name}}</dt><dd>{{#text}}{{> text}}{{/text}}</dd>
    {{/facts}}
    </dl>
    </details>
    """

  private static let change = """
    <article class="finding {{kind}}" id="{{id}}">
    <h3><span class="badge">{{consequence}}</span> <code>{{rule}}</code> \
    <code>{{subject}}</code></h3>
    <p class="message">{{summary}}</p>
    <p>Before: {{#before}}{{> text}}{{/before}}<br/>After: {{#after}}{{> text}}{{/after}}</p>
    {{#count}}
    <p class="count">{{.}}</p>
    {{/count}}
    {{#evidence}}
    <p>{{> text}}</p>
    {{/evidence}}
    {{#place}}
    <p class="count">At <code>{{.}}</code></p>
    {{/place}}
    {{#contract}}
    <p class="count">Stands in <code>{{.}}</code></p>
    {{/contract}}
    {{#command}}
    <details><summary>See it yourself</summary><pre tabindex="0">{{.}}</pre></details>
    {{/command}}
    </article>
    """
}
