public import PlumbReplay
public import PlumbServing
public import StandIn

/// The stand-in behind a socket.
///
/// ```swift
/// try await StandInServer.run(weather: Weather("429:0.1")) { url in … }
/// ```
public enum StandInServer {
  /// Makes a server that is not started yet.
  ///
  /// - Parameters:
  ///   - faults: What it does wrong, and where.
  ///   - weather: What goes wrong on the way.
  ///   - seed: What the weather is made from.
  ///   - port: The port; 0 for any that is free.
  ///   - limits: How much it takes from clients.
  public static func server(
    faults: [Fault] = [],
    weather: Weather = Weather(),
    seed: UInt64 = 0,
    port: Int = 0,
    limits: ServerLimits = ServerLimits()
  ) -> HTTPServer {
    let responder = StandInResponder(StandIn(faults: faults))
    return HTTPServer(
      responder: WeatherResponder(responder, weather: weather, seed: seed),
      port: port,
      limits: limits
    )
  }

  /// Runs it on a free port of this machine as long as the work takes.
  ///
  /// - Parameter work: Takes the root of all URLs, e.g. `http://127.0.0.1:49152`.
  @discardableResult
  public static func run<Result>(
    faults: [Fault] = [],
    weather: Weather = Weather(),
    seed: UInt64 = 0,
    limits: ServerLimits = ServerLimits(),
    work: (_ url: String) async throws -> Result
  ) async throws -> Result {
    let server = server(faults: faults, weather: weather, seed: seed, limits: limits)
    let port = try await server.start()
    do {
      let result = try await work("http://127.0.0.1:\(port)")
      await server.stop()
      return result
    } catch {
      await server.stop()
      throw error
    }
  }
}
