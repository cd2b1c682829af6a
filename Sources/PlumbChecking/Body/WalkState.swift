/// Where a walk stands: everything that one step needs, and that a refused step leaves untouched.
struct WalkState {
  /// The next byte to read, and where the body ends.
  var position = 0
  var end = 0
  /// The state of the innermost open object or list.
  var state: Int32 = 0
  /// How many objects and lists are open around that one; -1 before the root is open.
  var depth = 0
  /// The members of the innermost object seen so far, by bit.
  var seen: UInt64 = 0
  /// The members that it needs; with ``TablePlan/generalEnd`` only the general form may end it.
  var needs: UInt64 = 0
}

/// An object or list that is left for one inside it.
struct WalkFrame {
  /// The state in which it goes on after the inner one.
  var state: Int32
  var seen: UInt64
  var needs: UInt64
}
