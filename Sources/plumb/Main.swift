import ArgumentParser

/// Where the process begins and ends.
@main
enum Main {
  static func main() async {
    CrashReport.leaveOut()
    FileSizeLimit.makeAnError()
    do {
      var command = try Plumb.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      for message in failure.messages { Console.error(message) }
      Plumb.exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      end(with: error)
    }
  }

  /// Ends with what the parser has to say: help, a version, a script, or a usage error.
  private static func end(with error: any Error) -> Never {
    guard Plumb.exitCode(for: error) == .validationFailure else { Plumb.exit(withError: error) }
    let words = CommandLine.arguments
    Console.error(Misspelling.message(for: words) ?? Plumb.message(for: error) + help(for: words))
    Plumb.exit(withError: ExitCode(ExitStatus.usage.rawValue))
  }

  /// Where the command that was meant explains itself.
  private static func help(for words: [String]) -> String {
    var commands = Plumb.configuration.subcommands
    var path = ["plumb"]
    for word in words.dropFirst() {
      guard let next = commands.first(where: { $0.configuration.commandName == word }) else {
        continue
      }
      path.append(word)
      commands = next.configuration.subcommands
    }
    return "\n\(path.joined(separator: " ")) --help explains it"
  }
}
