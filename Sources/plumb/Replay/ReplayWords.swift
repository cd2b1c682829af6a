#if Live
import ArgumentParser
import PlumbReplay
import PlumbText

/// What `--match` names.
enum MatchWord: Hashable, ExpressibleByArgument {
  case body
  case field(String)

  init?(argument: String) {
    if argument == "body" {
      self = .body
    } else if argument.hasPrefix("header:"), argument.utf8.count > 7 {
      self = .field(String(argument.dropFirst(7)))
    } else {
      return nil
    }
  }
}

/// What `--delay` names.
enum DelayWord: Hashable, ExpressibleByArgument {
  case recorded
  case fixed(Duration)

  init?(argument: String) {
    if argument == "recorded" {
      self = .recorded
    } else if let duration = DurationText.duration(argument) {
      self = .fixed(duration)
    } else {
      return nil
    }
  }

  /// How long answers take.
  var delay: ReplayOptions.Delay {
    switch self {
    case .recorded: .recorded
    case .fixed(let duration): .fixed(duration)
    }
  }
}

/// What `--repeat` names.
enum RepeatWord: String, ExpressibleByArgument, CaseIterable {
  case last, cycle, error

  /// What follows the last recording.
  var repeats: ReplayOptions.Repeats {
    switch self {
    case .last: .last
    case .cycle: .cycle
    case .error: .error
    }
  }
}

extension Weather {
  /// Reads the words of `--fault`.
  ///
  /// - Throws: `ValidationError` for a word that is none.
  init(argument: String) throws {
    do throws(WeatherError) {
      try self.init(argument)
    } catch {
      throw ValidationError(error.description)
    }
  }
}
#endif
