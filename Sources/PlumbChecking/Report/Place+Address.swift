extension Place {
  /// `file:line:column, entry 7`, as far as known; not made visible yet.
  package var address: String {
    var address = recording
    if line > 0 { address += ":\(line):\(column)" }
    if let entry { address += ", entry \(entry)" }
    return address
  }
}
