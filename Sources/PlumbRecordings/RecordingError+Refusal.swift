import PlumbModel

extension RecordingError {
  /// Takes credentials out of something; what must not be written at all becomes an error of the
  /// exchange, which names no file.
  static func refusing<Value>(
    _ redact: () throws(RedactionRefusal) -> Value
  ) throws(RecordingError) -> Value {
    do throws(RedactionRefusal) {
      return try redact()
    } catch {
      throw RecordingError(message: "\(error)")
    }
  }
}
