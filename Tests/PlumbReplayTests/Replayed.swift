import PlumbModel
import PlumbReplay
import Testing

/// Recordings in memory, and what they answer.
struct Replayed {
  /// One recording: the request as `METHOD URL`, and the answer's body.
  struct Recording {
    var method = "GET"
    var url: String
    var fields: [HTTPField] = []
    var body = ""
    var failure: String?
    var answer: RecordedAnswer

    init(
      _ request: String,
      _ text: String = "",
      status: Int = 200,
      asked: [HTTPField] = [],
      body: String = "",
      fields: [HTTPField] = [],
      failure: String? = nil
    ) {
      let words = request.split(separator: " ")
      if words.count == 2 { method = String(words[0]) }
      url = String(words.last ?? "")
      self.fields = asked
      self.body = body
      self.failure = failure
      answer = RecordedAnswer(
        status: status,
        fields: fields,
        body: .bytes(Array(text.utf8)),
        failure: failure
      )
    }
  }

  let responder: ReplayResponder

  init(_ recordings: [Recording], _ options: ReplayOptions = ReplayOptions()) {
    responder = ReplayResponder(
      recordings.enumerated().map { index, recording in
        RecordedRequest(
          request: Exchange.Request(
            method: recording.method,
            url: recording.url,
            fields: recording.fields,
            body: Array(recording.body.utf8)
          ),
          failure: recording.failure,
          name: "\(index).http"
        )
      },
      options: options
    ) { place throws(RecordingError) in recordings[place].answer }
  }

  /// The answer to a request, `METHOD URL`.
  func ask(
    _ request: String,
    fields: [HTTPField] = [],
    body: String = ""
  ) async -> ServedResponse {
    let words = request.split(separator: " ")
    let request = Exchange.Request(
      method: words.count == 2 ? String(words[0]) : "GET",
      url: String(words.last ?? ""),
      fields: fields,
      body: Array(body.utf8)
    )
    switch responder.reply(to: request) {
    case .now(let response): return response
    case .later(let make): return await make()
    }
  }
}

extension ServedResponse {
  /// The body as text; empty for a file.
  var text: String {
    guard case .bytes(let bytes) = body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
