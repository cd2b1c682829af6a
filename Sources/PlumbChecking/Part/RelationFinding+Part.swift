import PlumbModel
import PlumbText

extension Extract.Relation {
  /// Writes the finding of one exchange into a part.
  ///
  /// - Parameter file: The file of the operation's contract: what is said of it goes without path.
  func write(to part: inout PartEncoder, contractsIn file: String) {
    part.count(operation)
    page.write(to: &part)
    let (said, relation) = (finding.finding, finding)
    part.byte(said.rule.rawValue)
    part.optional(said.law) { $1.name($0) }
    part.saidName(said.pointer)
    part.optional(said.range) { range, part in
      part.number(range.lowerBound)
      part.count(range.count)
    }
    part.optional(said.field) { $1.name($0) }
    part.optional(said.contract) { place, part in
      part.name(place.file == file ? "" : place.file)
      part.count(place.line)
      part.count(place.column)
    }
    for text in [said.message, said.expected, said.found, said.kind] { part.saidName(text) }
    part.list(said.symptoms) { symptom, part in
      part.byte(symptom.rule.rawValue)
      part.optional(symptom.law) { $1.name($0) }
      part.optional(symptom.field) { $1.name($0) }
      part.saidName(symptom.message)
      part.count(symptom.count)
    }
    part.count(relation.count)
    part.count(relation.of)
    part.optional(relation.severity) { $1.name($0.rawValue) }
  }

  /// Reads the finding of one exchange out of a part.
  init(from part: inout PartDecoder, _ bounds: PartBounds) throws(PartFault) {
    operation = try part.count(below: bounds.plan.operations.count)
    page = try ConversationWriter.Page(from: &part, bounds)
    let file = bounds.plan.operations[operation].contract.place.file
    var said = ConversationFinding(
      rule: try RuleID(from: &part),
      law: try part.optional { part throws(PartFault) in try part.name() },
      page: 0,
      pointer: try part.name(),
      message: "",
      expected: "",
      found: "",
      kind: ""
    )
    said.range = try part.optional { part throws(PartFault) in
      let start = try part.number()
      return start..<(start + (try part.count()))
    }
    said.field = try part.optional { part throws(PartFault) in try part.name() }
    said.contract = try part.optional { part throws(PartFault) in
      let name = try part.name()
      return SourcePlace(
        file: name.isEmpty ? file : name,
        line: try part.count(),
        column: try part.count()
      )
    }
    said.message = try part.name()
    said.expected = try part.name()
    said.found = try part.name()
    said.kind = try part.name()
    said.symptoms = try part.list { part throws(PartFault) in
      ConversationFinding.Symptom(
        rule: try RuleID(from: &part),
        law: try part.optional { part throws(PartFault) in try part.name() },
        field: try part.optional { part throws(PartFault) in try part.name() },
        message: try part.name(),
        count: try part.count()
      )
    }
    finding = RelationFinding(finding: said, count: try part.count(), of: try part.count())
    finding.severity = try part.optional { part throws(PartFault) in
      guard let severity = Rule.Severity(rawValue: try part.name()) else { throw PartFault() }
      return severity
    }
  }
}

extension ConversationWriter.Page {
  /// Writes where an exchange comes from into a part.
  func write(to part: inout PartEncoder) {
    part.count(rank)
    part.number(entry ?? -1)
    part.said(url)
  }

  /// Reads where an exchange comes from out of a part.
  init(from part: inout PartDecoder, _ bounds: PartBounds) throws(PartFault) {
    let rank = try part.count(below: bounds.files)
    let entry = try part.number()
    self.init(rank: rank, entry: entry < 0 ? nil : entry, url: try part.text())
  }
}
