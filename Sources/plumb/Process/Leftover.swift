/// What a process still holds when it ends.
enum Leftover {
  private final class Box<Value> {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  /// Keeps a value to the end of the process, which gives all memory back at once: to take many
  /// small things apart one by one before takes longer than to write a report on them.
  static func keep(_ value: some Any) { _ = Unmanaged.passRetained(Box(value)) }
}
