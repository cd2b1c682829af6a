public import PlumbModel
import PlumbText

/// What one share of the work left behind, read from where it was written.
public struct Part: Sendable {
  /// What was noted of the files.
  public var notes: PartNotes
  var extract: Extract
}

/// What is to be said of a share of the work besides its exchanges.
public struct PartNotes: Hashable, Sendable {
  /// The files in which there was no exchange at all.
  public var empty: Set<String> = []

  /// What could not be read to its end, by file, and why.
  public var unread: [String: String] = [:]

  /// The recordings that were edited after they were recorded.
  public var edited: Set<String> = []

  /// Creates notes without any.
  public init() {}

  /// Adds the notes of another share.
  public mutating func merge(_ other: PartNotes) {
    empty.formUnion(other.empty)
    unread.merge(other.unread) { min($0, $1) }
    edited.formUnion(other.edited)
  }
}

extension Checker {
  /// Writes what was extracted as a part: one line of text, with its end.
  ///
  /// - Parameters:
  ///   - extract: What the exchanges left behind; observed values are not written.
  ///   - terms: What it was made with.
  ///   - notes: What is to be said besides.
  ///   - redactor: What takes credentials out.
  public func part(
    of extract: Extract,
    terms: PartTerms,
    notes: PartNotes,
    redactor: Redactor
  ) -> [UInt8] {
    var content = PartEncoder(redactor: redactor)
    content.list(notes.empty.sorted()) { $1.text($0) }
    content.list(notes.unread.sorted { $0.key < $1.key }) { file, part in
      part.text(file.key)
      part.said(file.value)
    }
    content.list(notes.edited.sorted()) { $1.text($0) }
    let ranked = extract.rankedByName()
    ranked.write(to: &content, plan)
    let header = terms.header(exchanges: ranked.exchanges, files: ranked.names.count)
    return PartLine.line(header, content.bytes)
  }

  /// Reads a part that was made with the contracts and options of this checker.
  ///
  /// - Throws: ``PartError`` when it is none that this checker wrote.
  public func read(_ line: PartLine) throws(PartError) -> Part {
    var content = PartDecoder(try line.content())
    do throws(PartFault) {
      var notes = PartNotes()
      notes.empty = Set(try content.list { part throws(PartFault) in try part.text() })
      let unread = try content.length()
      for _ in 0..<unread {
        let file = try content.text()
        notes.unread[file] = try content.text()
      }
      notes.edited = Set(try content.list { part throws(PartFault) in try part.text() })
      var bounds = PartBounds(plan: plan)
      let extract = try Extract(
        from: &content,
        &bounds,
        placeLimit: options.placeLimit ?? Int.max
      )
      guard content.isAtEnd else { throw PartFault() }
      return Part(notes: notes, extract: extract)
    } catch {
      throw PartError.changed
    }
  }

  /// Joins parts to the extract of the whole.
  ///
  /// - Throws: ``PartOverlap`` when an exchange is in two of them.
  public func merge(_ parts: [Part]) throws(PartOverlap) -> Extract {
    let extracts = Extract.sharingRanks(parts.map(\.extract))
    let runs = extracts.enumerated().flatMap { owner, extract in
      extract.sources.map { (run: $0, owner: owner) }
    }
    if let overlap = SourceRun.overlap(runs) {
      throw PartOverlap(
        file: extracts[overlap.owners.0].names[overlap.rank] ?? "",
        entry: overlap.entry < 0 ? nil : overlap.entry,
        parts: [overlap.owners.0, overlap.owners.1]
      )
    }
    var whole = Extract(plan: plan, placeLimit: options.placeLimit ?? Int.max, keepsSources: true)
    for extract in extracts { whole.merge(extract) }
    return whole
  }

  /// An exchange that was read twice; `nil` when there is none.
  public func overlap(in extract: Extract) -> PartOverlap? {
    let extract = extract.rankedByName()
    return SourceRun.overlap(extract.sources.map { ($0, 0) }).map { overlap in
      PartOverlap(
        file: extract.names[overlap.rank] ?? "",
        entry: overlap.entry < 0 ? nil : overlap.entry,
        parts: [0, 0]
      )
    }
  }
}

extension Extract {
  /// The files that exchanges were read from, with those that lines of a stream named.
  public var files: Set<String> { Set(names.values) }

  /// The files that lines of a stream named: nothing can be looked up in them.
  public var filesNamedByLines: Set<String> { Set(namedByLines.compactMap { names[$0] }) }

  /// The files of the recordings that a report may show something of.
  public var shownFiles: Set<String> {
    let places = entries.flatMap(\.places) + unjudged.values.flatMap(\.rows).map(\.count.first)
    let relations = relations.compactMap { names[$0.page.rank] }
    return Set(places.map(\.place.recording) + relations)
  }
}

/// An exchange that is in two parts, and would count twice.
public struct PartOverlap: Error, Hashable, Sendable {
  /// Its file.
  public var file: String

  /// The index from 0 of the exchange within the file; `nil` when the file holds one exchange.
  public var entry: Int?

  /// The two parts, by their ranks among those that were given.
  public var parts: [Int]

  /// Creates an overlap.
  public init(file: String, entry: Int?, parts: [Int]) {
    self.file = file
    self.entry = entry
    self.parts = parts
  }
}
