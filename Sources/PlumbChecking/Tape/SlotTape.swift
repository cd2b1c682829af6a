import PlumbText

/// What was read at the places of a body that promises speak of: for each place its values, in the
/// order of the body.
///
/// The walk appends while it reads, the judges read when the body has ended. The storage is kept
/// from body to body and grows to the largest.
final class SlotTape {
  /// One value.
  struct Cell {
    /// Where it begins; of a string what stands between its quotes.
    let start: Int
    /// Its length in bytes, and its kind in the lowest eight bits.
    private let packed: Int

    @inline(__always)
    fileprivate init(_ rawKind: UInt8, _ start: Int, _ length: Int) {
      self.start = start
      packed = length &<< 8 | Int(rawKind)
    }

    /// The length in bytes.
    @inline(__always) var length: Int { packed &>> 8 }

    /// What it is, as a number: ``BodyTape/Kind``.
    @inline(__always) var rawKind: UInt8 { UInt8(truncatingIfNeeded: packed) }

    /// What it is.
    var kind: BodyTape.Kind { BodyTape.Kind(rawValue: rawKind) ?? .null }

    /// Where it stands.
    @inline(__always) var range: Range<Int> { start..<(start &+ length) }
  }

  /// The values of one place.
  struct Column {
    fileprivate var cells: UnsafeMutablePointer<Cell>
    fileprivate var count = 0
    fileprivate var capacity: Int
  }

  /// One column for each place; they stay where they are until the next body.
  private(set) var columns: UnsafeMutablePointer<Column>
  private var slots = 0
  private static let firstCapacity = 32

  init() { columns = .allocate(capacity: 1) }

  deinit {
    for slot in 0..<slots { columns[slot].cells.deallocate() }
    columns.deallocate()
  }

  /// Empties the tape for a body with so many places.
  func reset(slots wanted: Int) {
    if wanted > slots { grow(to: wanted) }
    for slot in 0..<slots { columns[slot].count = 0 }
  }

  /// Appends a value.
  func append(_ slot: Int32, _ kind: BodyTape.Kind, _ start: Int, _ length: Int) {
    Self.append(to: columns + Int(slot), kind.rawValue, start, length)
  }

  /// Appends a value to a column, its kind given as a number: ``BodyTape/Kind``.
  @inline(__always)
  static func append(
    to column: UnsafeMutablePointer<Column>,
    _ rawKind: UInt8,
    _ start: Int,
    _ length: Int
  ) {
    let count = column.pointee.count
    if count == column.pointee.capacity { extend(column) }
    column.pointee.cells[count] = Cell(rawKind, start, length)
    column.pointee.count = count &+ 1
  }

  /// The values of a place; good until the next body.
  func cells(_ slot: Int32) -> UnsafeBufferPointer<Cell> {
    guard slot >= 0, Int(slot) < slots else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: columns[Int(slot)].cells, count: columns[Int(slot)].count)
  }

  /// All values in the order of the body, whatever their places.
  func flat() -> BodyTape {
    var all: [BodyTape.Entry] = []
    for slot in 0..<Int32(slots) {
      for cell in cells(slot) {
        all.append(
          BodyTape.Entry(slot: slot, kind: cell.kind, start: cell.start, length: cell.length)
        )
      }
    }
    all.sort { $0.start < $1.start }
    return BodyTape(entries: all)
  }

  private func grow(to wanted: Int) {
    let more = UnsafeMutablePointer<Column>.allocate(capacity: wanted)
    more.moveInitialize(from: columns, count: slots)
    for slot in slots..<wanted {
      (more + slot).initialize(
        to: Column(
          cells: .allocate(capacity: Self.firstCapacity),
          capacity: Self.firstCapacity
        )
      )
    }
    columns.deallocate()
    columns = more
    slots = wanted
  }

  @inline(never)
  private static func extend(_ column: UnsafeMutablePointer<Column>) {
    let capacity = column.pointee.capacity * 2
    let cells = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
    cells.moveInitialize(from: column.pointee.cells, count: column.pointee.count)
    column.pointee.cells.deallocate()
    column.pointee.cells = cells
    column.pointee.capacity = capacity
  }
}
