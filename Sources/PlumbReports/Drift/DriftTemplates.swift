/// The templates of the page on drift, in Mustache, as ``HTMLTemplates`` has those of a check.
enum DriftTemplates {
  static let all = [
    "page": page, "change": change, "table": table, "text": HTMLTemplates.text,
  ]

  private static let page = """
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
    {{#never}}
    <section aria-labelledby="never">
    <h2 id="never">Never met</h2>
    <p>Nothing is known of these: no recording shows them.</p>
    <details><summary>{{neverCount}} parts of the documentation</summary>
    <ul>
    {{#items}}
    <li>{{> text}}</li>
    {{/items}}
    </ul>
    </details>
    </section>
    {{/never}}
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
    <td>{{before}}</td><td>{{after}}</td>\
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
