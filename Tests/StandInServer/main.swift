import PlumbReplay
import PlumbServing
import StandIn
import StandInServing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

// The stand-in behind a socket, until it is interrupted.
let usage = """
  usage: stand-in [--port N] [--fault NAME[@PLACE]]… [--weather WORDS] [--seed N] [--no-gzip]

  Serves the stand-in of the documented APIs on 127.0.0.1, and prints its URL.
    --fault     a fault by its name in docs/proof.md, e.g. fields/dropped@/occupation/0/title;
                before the place may stand an operation or a part of the URL, and a colon
    --weather   \(Weather.words),
                separated by commas, each with its rate behind a colon, e.g. 429:0.1
    --seed      what the weather is made from
    --no-gzip   never compress

  """

func fail(_ message: String) -> Never {
  say("stand-in: \(message)", to: STDERR_FILENO)
  exit(64)
}

func say(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
  let line = Array("\(text)\n".utf8)
  _ = write(descriptor, line, line.count)
}

var port = 0
var faults: [Fault] = []
var weather = Weather()
var seed: UInt64 = 0
var limits = ServerLimits()
var words = CommandLine.arguments.dropFirst()
while let word = words.popFirst() {
  switch word {
  case "--help":
    say(usage)
    exit(0)
  case "--no-gzip": limits.compresses = false
  case "--port", "--fault", "--weather", "--seed":
    guard let value = words.popFirst() else { fail("\(word) needs a value") }
    switch word {
    case "--port":
      guard let number = Int(value), (0...65_535).contains(number) else {
        fail("--port is a number up to 65535, found \(value)")
      }
      port = number
    case "--fault":
      guard let fault = FaultWord.fault(value) else { fail("there is no fault \(value)") }
      faults.append(fault)
    case "--weather":
      do throws(WeatherError) { weather = try Weather(value) } catch { fail(error.description) }
    default:
      guard let number = UInt64(value) else { fail("--seed is a number, found \(value)") }
      seed = number
    }
  default: fail("there is no option \(word)\n\(usage)")
  }
}

let server = StandInServer.server(
  faults: faults,
  weather: weather,
  seed: seed,
  port: port,
  limits: limits
)
do throws(ServingError) {
  say("http://127.0.0.1:\(try await server.start())")
} catch {
  fail(error.description)
}
await TerminationSignals.wait()
await server.stop()
