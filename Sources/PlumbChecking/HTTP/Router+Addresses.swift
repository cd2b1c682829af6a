import PlumbText

extension Router {
  /// Whether an absolute URL belongs to an operation under contract, whatever its method.
  func isDocumented(_ url: Range<Int>, in bytes: RawSpan) -> Bool {
    let layout = URLLayout(url, in: bytes)
    return sites.indices.contains { site in
      isHost(of: site, bytes, layout.host) && isDocumented(layout.path, on: site, in: bytes)
    }
  }

  /// Whether a path on a site belongs to an operation under contract, whatever its method.
  func isDocumented(_ path: Range<Int>, on site: Int, in bytes: RawSpan) -> Bool {
    let base = sites[site].basePath.count
    guard path.count >= base, bytes.holds(sites[site].basePath, at: path.lowerBound) else {
      return false
    }
    var found: [Range<Int>] = []
    let rest = (path.lowerBound + base)..<path.upperBound
    return descend(sites[site].root, rest, nil, bytes, &found) != nil
  }

  /// The first site of a host.
  func site(ofHost host: Range<Int>, in bytes: RawSpan) -> Int? {
    sites.indices.first { isHost(of: $0, bytes, host) }
  }
}
