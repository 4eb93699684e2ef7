// swift-tools-version: 6.2
import PackageDescription

// One place for settings. `LIGGARE_STRICT=1` (set by tools/check) makes every warning an error.

let strict = Context.environment["LIGGARE_STRICT"] == "1"

let common: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableExperimentalFeature("Lifetimes"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// For the modules that touch raw memory: `unsafe` marks what to review.
let memory: [SwiftSetting] = common + [.strictMemorySafety()]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

/// A module, and its tests in `Tests/<name>Tests`.
func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = common,
    excluding schema: String? = nil, tests: Bool = true
) -> [Target] {
    [
        .target(
            name: name, dependencies: dependencies, exclude: schema.map { [$0] } ?? [],
            swiftSettings: settings)
    ]
        + (tests
            ? [
                .testTarget(
                    name: name + "Tests",
                    dependencies: [.target(name: name), "TestSupport"] + dependencies,
                    swiftSettings: common)
            ] : [])
}

let package = Package(
    name: "liggare",
    products: [.executable(name: "liggare", targets: ["LiggareCLI"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"])])
    ]
        + [.target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: common)]
        + module("Coordinates")
        + module("LMDB", ["CLMDB"], settings: memory)
        + module("CBOR", settings: memory)
        + module("TransparencyLog", ["Coordinates", crypto], settings: memory)
        + module(
            "EntryLog", ["Coordinates", "LMDB", "CBOR", "TransparencyLog", crypto],
            settings: memory, excluding: "entry.cddl", tests: false)
        + module("Handlingsplan", ["Coordinates"])
        + module(
            "PlanLog", ["Coordinates", "CBOR", "EntryLog", "Handlingsplan"],
            excluding: "act.cddl", tests: false)
        + module(
            "Views",
            [
                "Coordinates", "LMDB", "CBOR", "TransparencyLog", "EntryLog", "Handlingsplan",
                "PlanLog",
            ], tests: false)
        + module(
            "Registry", ["Coordinates", "EntryLog", "Handlingsplan", "PlanLog", "Views"],
            tests: false)
        + module(
            "Audit",
            ["Coordinates", "TransparencyLog", "EntryLog", "Handlingsplan", "PlanLog", "Views"],
            tests: false)
        + module("Exchange")
        + [
            .executableTarget(
                name: "LiggareCLI",
                dependencies: [
                    "Coordinates", "LMDB", "TransparencyLog", "EntryLog", "Handlingsplan",
                    "PlanLog", "Views", "Registry", "Audit", "Exchange", argumentParser,
                ],
                swiftSettings: common),
            .executableTarget(
                name: "LiggareBench",
                dependencies: [
                    "Coordinates", "LMDB", "EntryLog", "Handlingsplan", "PlanLog", "Registry",
                    "Audit", crypto, argumentParser,
                ],
                swiftSettings: common),
            // Runs the built command. The modules below it are for what no command can do: to
            // write a key that is known, and a ledger of another format.
            .testTarget(
                name: "CommandTests",
                dependencies: [
                    "LiggareCLI", "TestSupport", "EntryLog", "LMDB", "Registry",
                ],
                swiftSettings: common),
        ],
    swiftLanguageModes: [.v6]
)
