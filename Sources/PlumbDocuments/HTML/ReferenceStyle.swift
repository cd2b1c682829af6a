/// How a reference page looks: light and dark, wide and narrow, on screen and on paper.
enum ReferenceStyle {
  static let text: StaticString = """

    :root {
      --paper: #ffffff; --ink: #1c2126; --quiet: #59636e; --line: #d5dae0; --band: #f4f6f8;
      --accent: #0b57a4; --mark: #e8eef5;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14181c; --ink: #e4e8ec; --quiet: #9aa5b1; --line: #333c45; --band: #1c2228;
        --accent: #7db4f0; --mark: #26303a;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem;
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif;
      color: var(--ink); background: var(--paper); overflow-wrap: anywhere;
    }
    code { font: 0.92em/1.4 ui-monospace, "SF Mono", Menlo, "Liberation Mono", monospace; }
    a { color: var(--accent); text-underline-offset: 0.15em; }
    a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 0.75rem; }
    h2 { font-size: 1.45rem; line-height: 1.25; margin: 3rem 0 0.25rem; }
    h3 { font-size: 1.2rem; margin: 0; }
    h3 a { color: inherit; text-decoration: none; }
    h3 a:hover { text-decoration: underline; }
    h4 { font-size: 1rem; margin: 1.5rem 0 0.35rem; }
    p { margin: 0.35rem 0; }
    ul { margin: 0.35rem 0; padding-left: 1.25rem; }
    li { margin: 0.2rem 0; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { position: static; }
    .quiet { color: var(--quiet); }
    .facts { margin: 0; display: grid; gap: 0.15rem; }
    .facts div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
    .facts dt { color: var(--quiet); min-width: 4.5rem; }
    .facts dd { margin: 0; }
    nav { margin: 1.75rem 0 0; padding: 0.9rem 1.1rem 1.1rem; background: var(--band); border-radius: 8px; }
    nav h2 { font-size: 1rem; margin: 0.6rem 0 0.1rem; }
    nav ul { list-style: none; padding: 0; }
    nav .quiet { font-size: 0.88rem; white-space: normal; }
    article { margin-top: 1.25rem; padding: 1.25rem 0 0; border-top: 1px solid var(--line); }
    .request { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; align-items: baseline; }
    .request code { background: var(--band); border-radius: 5px; padding: 0.2rem 0.5rem; }
    .request .quiet { font-size: 0.88rem; }
    table { width: 100%; border-collapse: collapse; margin: 0.9rem 0 0; table-layout: fixed; }
    caption { text-align: left; font-weight: 600; padding-bottom: 0.25rem; }
    h4 ~ table.fields { margin-top: 0.35rem; }
    th, td { text-align: left; vertical-align: top; padding: 0.36rem 0.6rem; border-bottom: 1px solid var(--line); }
    thead th { color: var(--quiet); font-weight: 600; font-size: 0.88rem; background: var(--band); }
    tbody th { font-weight: 400; }
    thead th:first-child { width: 42%; }
    .detail { display: block; color: var(--quiet); font-size: 0.88rem; }
    .mark { background: var(--mark); border-radius: 4px; padding: 0 0.35rem; font-size: 0.8rem; white-space: nowrap; }
    .unseen, .fields caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .level-1 { padding-left: 1.9rem; } .level-2 { padding-left: 3.2rem; }
    .level-3 { padding-left: 4.5rem; } .level-4 { padding-left: 5.8rem; }
    .level-5 { padding-left: 7.1rem; } .level-6 { padding-left: 8.4rem; }
    .level-7 { padding-left: 9.7rem; } .level-8 { padding-left: 11rem; }
    @media (max-width: 40rem) {
      body { padding: 1.25rem 0.9rem 3rem; }
      h1 { font-size: 1.6rem; }
      nav .quiet { display: block; }
      thead th:first-child { width: 46%; }
      .fields thead th:first-child { width: 60%; }
      th, td { padding: 0.34rem 0.4rem; }
      .level-1 { padding-left: 1.2rem; } .level-2 { padding-left: 2rem; }
      .level-3 { padding-left: 2.8rem; } .level-4 { padding-left: 3.6rem; }
      .level-5 { padding-left: 4.4rem; } .level-6 { padding-left: 5.2rem; }
      .level-7 { padding-left: 6rem; } .level-8 { padding-left: 6.8rem; }
    }
    @media print {
      body { max-width: none; padding: 0; }
      nav, .skip { display: none; }
      article, tr { break-inside: avoid-page; }
    }

    """
}
