import PlumbModel
import PlumbText

extension FindingEntry {
  /// Writes the entry into a part.
  func write(to part: inout PartEncoder, _ plan: CheckPlan) {
    key.write(to: &part)
    part.optional(name) { $1.saidName($0) }
    part.count(count)
    part.count(exchanges)
    let isSecret = isOfSecretParameter(plan)
    part.list(places.sorted()) { place, part in
      var place = place
      if isSecret { place.found = "" }
      place.write(to: &part)
    }
    let inOrder = symptoms.sorted {
      ($0.key.rule.rawValue, $0.key.node) < ($1.key.rule.rawValue, $1.key.node)
    }
    part.list(inOrder) { symptom, part in
      part.byte(symptom.key.rule.rawValue)
      part.number(Int(symptom.key.node))
      part.count(symptom.value)
    }
    part.flag(hasMoreNames)
  }

  /// Reads an entry out of a part.
  init(from part: inout PartDecoder, _ bounds: PartBounds) throws(PartFault) {
    let key = try FindingKey(from: &part)
    guard bounds.holds(key) else { throw PartFault() }
    self.init(
      key: key,
      name: try part.optional { part throws(PartFault) in try part.name() }
    )
    count = try part.count()
    exchanges = try part.count()
    places = try part.list { part throws(PartFault) in try LogPlace(from: &part, bounds) }
    let symptoms = try part.length()
    for _ in 0..<symptoms {
      let symptom = SymptomKey(rule: try RuleID(from: &part), node: try part.node())
      var other = key
      other.node = symptom.node
      guard bounds.holds(other) else { throw PartFault() }
      self.symptoms[symptom] = try part.count()
    }
    hasMoreNames = try part.flag()
  }

  /// Whether what was found is the value of a parameter that is marked secret: no report says it.
  private func isOfSecretParameter(_ plan: CheckPlan) -> Bool {
    guard key.rule == .statusForBadRequest, key.node >= 0, key.table < 0 else { return false }
    return plan.operations[-1 - Int(key.table)].contract.parameters[Int(key.node)].isSecret
  }
}

extension FindingKey {
  fileprivate func write(to part: inout PartEncoder) {
    part.byte(rule.rawValue)
    part.optional(underlying) { $1.byte($0.rawValue) }
    part.number(Int(table))
    part.number(Int(node))
    part.name(kind)
    part.fixed(detail)
  }

  fileprivate init(from part: inout PartDecoder) throws(PartFault) {
    self.init(
      rule: try RuleID(from: &part),
      underlying: try part.optional { part throws(PartFault) in try RuleID(from: &part) },
      table: try part.node(),
      node: try part.node(),
      kind: try part.name(),
      detail: try part.fixed()
    )
  }
}

extension RuleID {
  /// Reads a rule out of a part.
  init(from part: inout PartDecoder) throws(PartFault) {
    guard let rule = RuleID(rawValue: try part.byte()) else { throw PartFault() }
    self = rule
  }
}

extension PartDecoder {
  /// Reads the number of a table or of a node.
  fileprivate mutating func node() throws(PartFault) -> Int32 {
    guard let node = Int32(exactly: try number()) else { throw PartFault() }
    return node
  }
}

extension LogPlace {
  /// Writes the place into a part, with what a report would show of it.
  func write(to part: inout PartEncoder) {
    part.count(rank)
    part.count(order)
    part.number(place.entry ?? -1)
    var shown = place
    shown.redact(by: part.redactor)
    part.saidName(shown.pointer)
    part.count(place.line)
    part.count(place.column)
    part.count(place.offset)
    part.count(place.length)
    part.optional(shown.excerpt) { excerpt, part in
      part.text(excerpt.text)
      part.count(excerpt.column)
      part.count(excerpt.length)
    }
    part.said(found)
    part.optional(request) { $0.write(to: &$1) }
  }

  /// Reads a place out of a part.
  init(from part: inout PartDecoder, _ bounds: PartBounds) throws(PartFault) {
    let rank = try part.count(below: bounds.files)
    let order = try part.count()
    let entry = try part.number()
    var place = Place(
      recording: bounds.names[rank],
      entry: entry < 0 ? nil : entry,
      pointer: try part.name(),
      line: try part.count(),
      column: try part.count(),
      offset: try part.count(),
      length: try part.count()
    )
    place.excerpt = try part.optional { part throws(PartFault) in
      Excerpt(text: try part.text(), column: try part.count(), length: try part.count())
    }
    self.init(
      rank: rank,
      order: order,
      place: place,
      found: try part.text(),
      request: try part.optional { part throws(PartFault) in try RequestLine(from: &part) }
    )
  }
}

extension LogPlace.RequestLine {
  fileprivate func write(to part: inout PartEncoder) {
    part.name(method)
    part.said(url)
    part.optional(refusedFields) { names, part in
      part.list(names) { $1.name($0) }
    }
  }

  fileprivate init(from part: inout PartDecoder) throws(PartFault) {
    method = try part.name()
    url = try part.text()
    refusedFields = try part.optional { part throws(PartFault) in
      try part.list { part throws(PartFault) in try part.name() }
    }
  }
}
