// swift-tools-version:6.2
import PackageDescription

// Every folder below is a target, and a target may import only what its line names: the build is
// run with `--explicit-target-dependency-import-check error`, so an arrow pointing up does not compile.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func folder(_ path: String, _ dependencies: [Target.Dependency] = []) -> Target {
    let name = String(path.split(separator: "/").last!)
    return .target(name: name, dependencies: dependencies, path: "Sources/\(path)", swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)",
        exclude: name == "Delivery" ? ["Browser"] : [], swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioThreads = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "sightline",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "sightline", targets: ["sightline"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.1"),
    ],
    targets: [
        // Core: values and decisions; no Foundation, no clock, no I/O.
        folder("Core/WorkingDays"),
        folder("Core/Diagnostics"),
        folder("Core/ChildJourney", ["WorkingDays"]),
        folder("Core/Duties", ["WorkingDays", "ChildJourney"]),
        folder("Core/Concerns", ["WorkingDays", "ChildJourney", "Duties"]),
        folder("Core/Retention", ["WorkingDays", "ChildJourney", "Duties"]),
        folder("Core/AccessRules", ["WorkingDays"]),
        folder("Core/Matching", ["WorkingDays"]),
        folder("Core/Assurance", ["WorkingDays"]),
        folder("Core/Measures", ["WorkingDays", "ChildJourney", "Duties", "Concerns"]),
        folder("Core/Improvement", ["WorkingDays", "ChildJourney", "Measures"]),

        // Standards: the files under Data/, read and passed down as values.
        folder(
            "Standards",
            ["WorkingDays", "ChildJourney", "Duties", "Concerns", "Retention", "Assurance", "Measures", yams]),

        // Exchange: bytes to values and back.
        .systemLibrary(
            name: "CLibxml2", path: "Sources/Exchange/CLibxml2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CLibzip", path: "Sources/Exchange/CLibzip", pkgConfig: "libzip",
            providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        folder("Exchange/FileFormats", ["Diagnostics", "CLibxml2", "CLibzip"]),
        folder("Exchange/CINCensus", ["FileFormats", "Diagnostics", "WorkingDays", "ChildJourney"]),
        .systemLibrary(name: "CMalloc", path: "Sources/Exchange/CMalloc"),
        folder(
            "Exchange/SafeguardingDataset", ["FileFormats", "Diagnostics", "WorkingDays", "ChildJourney", "CMalloc"]),

        // Record: entries, their chain, and what is derived from them.
        folder(
            "Record/RecordKeeping",
            [
                "WorkingDays", "Diagnostics", "ChildJourney", "Duties", "Concerns", "Retention", "AccessRules",
                "Matching", "Measures", crypto,
            ]),
        folder(
            "Record/SQLiteRecords",
            [
                "RecordKeeping", "WorkingDays", "Diagnostics", "ChildJourney", "Duties", "Concerns", "Retention",
                "AccessRules", "Matching", "Measures",
                grdb,
                sqlite, crypto,
            ]),

        folder("Simulation", ["WorkingDays", "ChildJourney", "Duties"]),
        folder(
            "Casework",
            [
                "WorkingDays", "Diagnostics", "ChildJourney", "Duties", "Concerns", "Retention", "AccessRules",
                "Matching", "Assurance", "Measures", "Improvement", "FileFormats", "CINCensus", "SafeguardingDataset",
                "RecordKeeping", crypto,
                cryptoExtras,
            ]),
        folder(
            "Stories",
            [
                "WorkingDays", "ChildJourney", "Duties", "Concerns", "Retention", "AccessRules", "Assurance",
                "Measures", "Improvement", "RecordKeeping", "Casework",
            ]),

        // Delivery: pages, API and the server.
        .systemLibrary(
            name: "CZlib", path: "Sources/Delivery/CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        folder("Delivery/HTML"),
        folder(
            "Delivery/Pages",
            ["HTML", "WorkingDays", "ChildJourney", "Duties", "Concerns", "AccessRules", "Diagnostics"]),
        folder("Delivery/Publishing", ["HTML", "FileFormats"]),
        folder("Delivery/API", ["WorkingDays", "ChildJourney", "Duties", "Concerns", "Diagnostics"]),
        .systemLibrary(
            name: "CCurl", path: "Sources/Delivery/CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        folder("Delivery/Mail", ["RecordKeeping", "WorkingDays", "CCurl"]),
        folder(
            "Delivery/Webhooks", ["AccessRules", "RecordKeeping", "WorkingDays", "Casework", "API", "CCurl", crypto]),
        folder("Delivery/OpenIDConnect", ["WorkingDays", httpClient, jwt, crypto, nio, nioHTTP]),
        folder(
            "Delivery/Server",
            [
                "HTML", "Pages", "Publishing", "API", "WorkingDays", "Diagnostics", "ChildJourney", "Duties",
                "Concerns",
                "Retention", "AccessRules", "Matching", "Assurance", "Measures", "Improvement", "Casework",
                "RecordKeeping", "CZlib", hummingbird,
                hummingbirdCore,
                httpTypes, nio, nioHTTPTypes,
                nioThreads, logging, crypto, lifecycle,
            ]),

        .executableTarget(
            name: "sightline",
            dependencies: [
                "WorkingDays", "Diagnostics", "ChildJourney", "Duties", "Concerns", "Retention", "AccessRules",
                "Matching", "Assurance", "Measures", "Improvement",
                "Standards", "FileFormats", "CINCensus", "SafeguardingDataset", "RecordKeeping", "SQLiteRecords",
                "Simulation", "Casework", "Stories", "API", "HTML", "Pages", "Publishing", "Server", "OpenIDConnect",
                "Mail",
                "Webhooks",
                arguments,
                logging,
                hummingbird, lifecycle, crypto,
            ],
            path: "Sources/sightline", swiftSettings: strict),

        tests(
            "Core",
            [
                "WorkingDays", "Diagnostics", "ChildJourney", "Duties", "Concerns", "Retention", "Matching",
                "Assurance", "Measures", "Improvement",
                "Standards", crypto,
            ]),
        tests(
            "Exchange",
            ["FileFormats", "CINCensus", "SafeguardingDataset", "Diagnostics", "WorkingDays", "ChildJourney"]),
        tests(
            "Record",
            [
                "RecordKeeping", "SQLiteRecords", "WorkingDays", "Diagnostics", "ChildJourney", "Duties", "Concerns",
                "Retention", "AccessRules", "Matching", "Standards", grdb,
            ]),
        tests(
            "Simulation",
            [
                "Simulation", "WorkingDays", "ChildJourney", "Duties", "Concerns", "Standards", "CINCensus",
                "SafeguardingDataset", "FileFormats",
            ]),
        tests(
            "Delivery",
            [
                "HTML", "Pages", "Publishing", "API", "Mail", "Webhooks", "Server", "Casework", "Stories", "Assurance",
                "Measures", "Improvement", "CINCensus",
                "RecordKeeping", "SQLiteRecords",
                "Standards",
                "WorkingDays", "ChildJourney", "Duties", "Concerns", "Retention", "AccessRules", "Matching",
                "Measures", "CZlib", .product(name: "HummingbirdTesting", package: "hummingbird"), hummingbird,
                httpTypes, nio,
                nioHTTPTypes, nioEmbedded, logging,
            ]),
    ]
)
