import PlumbText

/// What was seen of the strings in one place.
struct TextTally {
  private(set) var count = 0
  private var empties = 0
  private var least = Int.max
  private var greatest = -1
  private var few = FewTexts()
  private var form = TextForm()
  /// Whether more than the length of a string is looked at.
  private var isOpen = true

  /// Adds a string that is written as it is meant.
  ///
  /// - Parameter length: Its length in Unicode scalars.
  @inline(__always)
  mutating func add(_ bytes: RawSpan, _ text: Range<Int>, length: Int) {
    count &+= 1
    if length < least { least = length }
    if length > greatest { greatest = length }
    if length == 0 { empties &+= 1 }
    if isOpen { look(bytes, text) }
  }

  @inline(never)
  private mutating func look(_ bytes: RawSpan, _ text: Range<Int>) {
    if !few.areMany { few.add(bytes, text) }
    if form.isOpen { form.add(bytes, text) }
    isOpen = !few.areMany || form.isOpen
  }

  /// Adds what was seen to a sketch.
  func add(to sketch: inout ValueSketch) {
    guard count > 0 else { return }
    sketch.strings += count
    sketch.empties += empties
    sketch.lengths = .joining(sketch.lengths, .init(least: least, greatest: greatest))
    sketch.form.merge(form)
    if few.areMany { sketch.values = .many }
    for (text, count) in zip(few.texts, few.counts) {
      sketch.values.add(text, isString: true, count: count)
    }
  }
}
