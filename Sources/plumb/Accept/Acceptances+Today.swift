import PlumbModel
import PlumbRecordings

extension [Acceptance] {
  /// What the drift that is accepted today is known by: findings that need not be told on the way.
  var fingerprintsToday: Set<String> {
    let today = CalendarDate(.now)
    return Set(filter { $0.until >= today }.map(\.fingerprint))
  }
}
