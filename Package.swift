// swift-tools-version: 6.2
import PackageDescription

/// A product of a package, for what is built only with the trait `Live`.
func live(_ name: String, of package: String) -> Target.Dependency {
  .product(name: name, package: package, condition: .when(traits: ["Live"]))
}

/// Products of swift-nio, for what is built only with the trait `Live`.
func nio(_ names: String...) -> [Target.Dependency] {
  names.map { live($0, of: "swift-nio") }
}

let package = Package(
  name: "plumb",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "PlumbKit", targets: ["PlumbText", "PlumbModel", "PlumbChecking"]),
    .executable(name: "plumb", targets: ["plumb"]),
  ],
  traits: [
    .trait(
      name: "Live",
      description: "Everything with a socket: serving recordings, and asking a live API."
    ),
    .default(enabledTraits: ["Live"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // In the order of who may import whom: a target may name only targets above it.
    .target(name: "PlumbText"),
    .target(name: "PlumbModel", dependencies: ["PlumbText"]),
    .target(name: "PlumbChecking", dependencies: ["PlumbText", "PlumbModel"]),
    .target(
      name: "PlumbNotation",
      dependencies: ["PlumbText", "PlumbModel", .product(name: "Yams", package: "Yams")]
    ),
    .target(name: "PlumbRecordings", dependencies: ["PlumbText", "PlumbModel"]),
    .target(
      name: "PlumbDocuments",
      dependencies: ["PlumbText", "PlumbModel", "PlumbChecking", "PlumbNotation"]
    ),
    .target(name: "PlumbDrift", dependencies: ["PlumbText", "PlumbModel", "PlumbChecking"]),
    .target(
      name: "PlumbReports",
      dependencies: [
        "PlumbText", "PlumbModel", "PlumbChecking", "PlumbDrift",
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),
    .target(
      name: "PlumbServing",
      dependencies: ["PlumbText", "PlumbModel"] + nio("NIOCore", "NIOPosix", "NIOHTTP1")
    ),
    .target(name: "PlumbReplay", dependencies: ["PlumbText", "PlumbModel"]),
    .target(
      name: "PlumbLive",
      dependencies: [
        "PlumbText", "PlumbModel", "PlumbChecking", "PlumbRecordings",
        live("AsyncHTTPClient", of: "async-http-client"),
        live("NIOHTTPCompression", of: "swift-nio-extras"),
        live("NIOSSL", of: "swift-nio-ssl"),
      ] + nio("NIOCore", "NIOPosix", "NIOHTTP1")
    ),
    .executableTarget(
      name: "plumb",
      dependencies: [
        "PlumbText", "PlumbModel", "PlumbChecking", "PlumbNotation", "PlumbRecordings",
        "PlumbDocuments", "PlumbDrift", "PlumbReports",
        "PlumbReplay",
        .target(name: "PlumbServing", condition: .when(traits: ["Live"])),
        .target(name: "PlumbLive", condition: .when(traits: ["Live"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(
      name: "TestSupport",
      dependencies: ["PlumbText", "PlumbModel"],
      path: "Tests/Support"
    ),
    .target(
      name: "StandIn",
      dependencies: ["PlumbText", "PlumbModel", "PlumbRecordings", "TestSupport"],
      path: "Tests/StandIn"
    ),
    .target(
      name: "StandInServing",
      dependencies: ["PlumbModel", "PlumbServing", "PlumbReplay", "StandIn"],
      path: "Tests/StandInServing"
    ),
    .executableTarget(
      name: "stand-in",
      dependencies: ["PlumbServing", "PlumbReplay", "StandIn", "StandInServing"],
      path: "Tests/StandInServer"
    ),
    .testTarget(name: "PlumbTextTests", dependencies: ["PlumbText", "TestSupport"]),
    .testTarget(
      name: "PlumbModelTests",
      dependencies: ["PlumbText", "PlumbModel", "TestSupport"]
    ),
    .testTarget(
      name: "PlumbCheckingTests",
      dependencies: [
        "PlumbText", "PlumbModel", "PlumbChecking", "PlumbNotation", "PlumbDrift", "PlumbServing",
        "PlumbLive", "StandIn", "TestSupport",
      ]
    ),
    .testTarget(
      name: "PlumbNotationTests",
      dependencies: ["PlumbText", "PlumbModel", "PlumbNotation", "TestSupport"]
    ),
    .testTarget(
      name: "PlumbRecordingsTests",
      dependencies: ["PlumbText", "PlumbModel", "PlumbRecordings", "StandIn", "TestSupport"]
    ),
    .testTarget(
      name: "PlumbDocumentsTests",
      dependencies: ["PlumbText", "PlumbModel", "PlumbNotation", "PlumbDocuments", "TestSupport"]
    ),
    .testTarget(
      name: "PlumbDriftTests",
      dependencies: [
        "PlumbText", "PlumbModel", "PlumbChecking", "PlumbNotation", "PlumbDrift", "StandIn",
        "TestSupport",
      ]
    ),
    .testTarget(
      name: "PlumbReportsTests",
      dependencies: [
        "PlumbText", "PlumbModel", "PlumbChecking", "PlumbDrift", "PlumbReports", "TestSupport",
      ]
    ),
    .testTarget(
      name: "PlumbServingTests",
      dependencies: ["PlumbText", "PlumbModel", "PlumbServing", "StandInServing", "TestSupport"]
    ),
    .testTarget(
      name: "PlumbReplayTests",
      dependencies: ["PlumbText", "PlumbModel", "PlumbReplay", "TestSupport"]
    ),
    .testTarget(
      name: "PlumbLiveTests",
      dependencies: [
        "PlumbText", "PlumbModel", "PlumbChecking", "PlumbNotation", "PlumbRecordings",
        "PlumbServing", "PlumbReplay", "PlumbLive", "StandIn", "StandInServing", "TestSupport",
      ] + nio("NIOCore", "NIOPosix")
    ),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["plumb", "PlumbText", "StandIn", "StandInServing", "TestSupport"]
    ),
  ]
)

for target in package.targets {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
