public import PlumbText

/// What an import could not take over as it stands, by its place in the description.
public struct ImportRemark: Hashable, Sendable {
  /// What became of it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The description says something that the notation has no words for; the contract says less.
    case unsaid
    /// The description has a defect, and the contract says what was evidently meant.
    case repaired
  }

  /// What became of it.
  public var kind: Kind

  /// What could not be said and what the contract says instead, or what was mended and how. The
  /// same words stand for the same reason.
  public var reason: String

  /// Where in the description, RFC 6901.
  public var pointer: JSONPointer

  /// Where in the file.
  public var place: SourcePlace

  /// Creates a remark.
  public init(_ kind: Kind, _ reason: String, pointer: JSONPointer, place: SourcePlace) {
    self.kind = kind
    self.reason = reason
    self.pointer = pointer
    self.place = place
  }
}

/// The remarks of one import, each made once however often its place is visited.
final class RemarkLog {
  private let file: DescriptionFile
  private(set) var remarks: [ImportRemark] = []
  private var known: Set<String> = []

  init(_ file: DescriptionFile) {
    self.file = file
  }

  /// Notes what the notation cannot say.
  func unsaid(_ reason: String, _ node: JSONNode, at pointer: JSONPointer) {
    add(.unsaid, reason, node, pointer)
  }

  /// Notes what was mended.
  func repaired(_ reason: String, _ node: JSONNode, at pointer: JSONPointer) {
    add(.repaired, reason, node, pointer)
  }

  private func add(
    _ kind: ImportRemark.Kind,
    _ reason: String,
    _ node: JSONNode,
    _ pointer: JSONPointer
  ) {
    guard known.insert("\(pointer) \(reason)").inserted else { return }
    remarks.append(ImportRemark(kind, reason, pointer: pointer, place: file.place(of: node)))
  }
}
