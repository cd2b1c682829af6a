/// The look of the page: system fonts, light and dark, 390 points wide and up.
enum HTMLStyle {
  /// The colours of light and of dark, by name: `#rrggbb`.
  static let colours: [(name: String, light: String, dark: String)] = [
    ("ground", "#ffffff", "#14161a"), ("panel", "#f5f6f8", "#1d2026"),
    ("text", "#1b1e24", "#e6e8ec"), ("faint", "#565d68", "#a4abb8"),
    ("line", "#d5d9e0", "#363b45"), ("link", "#0b57a8", "#8ab8f5"),
    ("error", "#a81d1d", "#ff9d94"), ("warning", "#7d4e00", "#f2bd5c"),
    ("note", "#2c5aa0", "#93bbf5"), ("good", "#1d6b35", "#7fd69a"),
    ("mark", "#ffe0dc", "#5a2420"), ("fill", "#5a82b8", "#5f8fd0"),
  ]

  /// The style sheet.
  static var css: String {
    let light = colours.map { "--\($0.name):\($0.light)" }.joined(separator: ";")
    let dark = colours.map { "--\($0.name):\($0.dark)" }.joined(separator: ";")
    let depths = (1...12).map { ".depth-\($0){padding-left:\($0 + 1)em}" }.joined(separator: "\n")
    return """
      :root{color-scheme:light dark;\(light)}
      @media (prefers-color-scheme:dark){:root{\(dark)}}
      \(rules)
      \(depths)
      """
  }

  private static let rules = """
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:72rem;background:var(--ground);\
    color:var(--text);font:1rem/1.5 system-ui,sans-serif}
    h1{margin:0 0 .25em;font-size:1.75rem;line-height:1.2}
    h2{margin:2.5rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line);font-size:1.25rem}
    h3{margin:0;font-size:1rem}
    p{margin:.4em 0}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.875em;\
    overflow-wrap:anywhere}
    pre{margin:.4em 0;padding:.6em .8em;overflow-x:auto;background:var(--panel);\
    border:1px solid var(--line);border-radius:6px;white-space:pre-wrap}
    .number{margin-right:1em;color:var(--faint);user-select:none}
    mark{background:var(--mark);color:var(--text);font-weight:600}
    .error{--kind:var(--error)}.warning{--kind:var(--warning)}.note{--kind:var(--note)}\
    .good{--kind:var(--good)}
    h1,.figures b,.index span,.verdict span{color:var(--kind,inherit)}
    .lead{max-width:46rem;font-size:1.125rem}
    ul{padding-left:1.25rem}
    .figures,.shares,.index,.listings{padding:0;list-style:none}
    .figures{display:flex;flex-wrap:wrap;gap:.5rem}
    .figures li{flex:1 1 6.5rem;padding:.6rem .8rem;background:var(--panel);\
    border:1px solid var(--line);border-radius:6px;color:var(--faint)}
    .figures b{display:block;color:var(--kind,var(--text));font-size:1.5rem;line-height:1.2}
    .shares{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.3rem 2rem}
    .shares li{display:grid;grid-template-columns:7rem 1fr 5.5rem;gap:.75rem;align-items:center}
    .index li{padding:.2rem 0}
    svg{display:block;width:100%;height:.6rem;border-radius:3px}
    .track{fill:var(--line)}.fill,.page{fill:var(--fill)}.again{fill:var(--fill);opacity:.5}
    .gap{fill:none;stroke:var(--error);stroke-width:2;stroke-dasharray:4 3}
    .right{fill:var(--fill)}.wrong{fill:var(--error)}
    .finding{margin:1rem 0;padding:.9rem 1rem;border:1px solid var(--line);\
    border-left:5px solid var(--kind);border-radius:6px}
    .badge{padding:.1em .5em;border:1px solid var(--kind);border-radius:4px;color:var(--kind);\
    font-size:.8125rem}
    .message{font-size:1.0625rem}
    .count,figcaption,footer,.listings span{color:var(--faint);font-size:.9375rem}
    .places{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));\
    gap:.5rem 1.25rem}
    figure{margin:.5rem 0;min-width:0}
    .plot svg{width:auto;max-width:100%;max-height:14rem;height:auto;background:var(--panel);border:1px solid var(--line)}
    details{margin:.5rem 0}
    summary{padding:.2rem 0;color:var(--link);cursor:pointer}
    .all li,.listings li{content-visibility:auto;contain-intrinsic-size:auto 1.6rem}
    .listings li{padding:.4rem 0}
    .listings svg{height:1.25rem;margin:.2rem 0}
    .scroll{overflow-x:auto}
    table{width:100%;border-collapse:collapse;font-size:.9375rem}
    th,td{padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);text-align:left;\
    vertical-align:top}
    thead th{color:var(--faint);font-weight:600}
    tbody th{font-weight:400;white-space:nowrap}
    td a{white-space:nowrap}
    tr[class] th code{color:var(--kind,inherit)}
    .sight{min-width:14rem;margin:0;font-size:.875rem}
    .sight summary{color:var(--faint)}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .75rem;margin:.2rem 0 .5rem}
    dt{color:var(--faint)}
    dd{margin:0;overflow-wrap:anywhere}
    .share{min-width:9rem;white-space:nowrap}
    .share svg{display:inline-block;width:4rem;margin-right:.4rem}
    i{color:var(--faint)}
    footer{margin-top:3rem}
    @media (max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.3rem}}
    @media print{details{display:block}}
    """
}
