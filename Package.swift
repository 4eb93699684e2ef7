// swift-tools-version: 6.2
import PackageDescription

// One place for settings. `LIGGARE_STRICT=1` (set by tools/check) makes every warning an error.

let strict = Context.environment["LIGGARE_STRICT"] == "1"

/// Set by tools/fuzz, which builds one program in a folder of its own; `optimised` for long runs.
let fuzzing = Context.environment["LIGGARE_FUZZ"]
/// Set by `tools/build --dynamic`: the command is linked with the machine's C library. Else, built for
/// use, it is one file that needs nothing.
let dynamic = Context.environment["LIGGARE_DYNAMIC"] == "1"

/// In one flag: of two, the compiler obeys the last.
let sanitizers = "-sanitize=fuzzer,address"

let common: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableExperimentalFeature("Lifetimes"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])
    + (fuzzing == nil ? [] : [.unsafeFlags([sanitizers])])
    + (fuzzing == "optimised" ? [.unsafeFlags(["-O"])] : [])

/// For the modules that touch raw memory: `unsafe` marks what to review.
let memory: [SwiftSetting] = common + [.strictMemorySafety()]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

/// A module, and its tests in `Tests/<name>Tests`, which may need more than the module does. All have
/// errors, and so stand on `Failures`.
func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = common,
    schema: [String] = [], embedded: [String] = [], testsNeed: [Target.Dependency] = []
) -> [Target] {
    let dependencies = ["Failures"] + dependencies
    return [
        .target(
            name: name, dependencies: dependencies, exclude: schema,
            resources: embedded.map { .embedInCode($0) }, swiftSettings: settings),
        .testTarget(
            name: name + "Tests",
            dependencies: [.target(name: name), "TestSupport"] + dependencies + testsNeed,
            swiftSettings: common),
    ]
}

// From the ground up: a module imports those above it.
let modules: [Target] =
    [.systemLibrary(name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"])])]
    + [.target(name: "Failures", swiftSettings: common)]
    + [.systemLibrary(name: "CLinux")]
    + module("Coordinates", ["CLinux"])
    + module("Tables", ["Coordinates"])
    + module("Cores")
    + module("Files", ["CLinux"])
    + module("Programs")
    + module("Sharing", ["Files"])
    + module("Web", ["Programs"], testsNeed: ["Files"])
    + module("Annexes", ["Files", crypto])
    + module("LMDB", ["CLMDB", "Files"], settings: memory)
    + module("CBOR", settings: memory)
    + module(
        "TransparencyLog", ["Coordinates", crypto], settings: memory, testsNeed: ["LogSupport"])
    + module("Keys", ["Files", "TransparencyLog", crypto, cryptoExtras, asn1])
    + module(
        "EntryLog", ["Coordinates", "LMDB", "CBOR", "TransparencyLog", crypto],
        settings: memory, schema: ["Entry/entry.cddl"], testsNeed: ["LogSupport"])
    + module(
        "Checkpoints", ["Coordinates", "Files", "TransparencyLog", "EntryLog"],
        testsNeed: ["LogSupport"])
    + module(
        "Publication",
        ["Coordinates", "Files", "Web", "TransparencyLog", "EntryLog", "Checkpoints"],
        embedded: ["Published"], testsNeed: ["LogSupport"])
    + module(
        "Witnessing", ["Files", "TransparencyLog"],
        testsNeed: ["LogSupport", "Coordinates", "EntryLog"])
    + module("Handlingsplan", ["Coordinates"])
    + module(
        "PlanLog",
        ["Coordinates", "Cores", "CBOR", "TransparencyLog", "EntryLog", "Handlingsplan"],
        schema: ["act.cddl"], testsNeed: ["LogSupport"])
    + module(
        "Views",
        [
            "Coordinates", "Cores", "Files", "Sharing", "LMDB", "CBOR", "TransparencyLog",
            "EntryLog", "Handlingsplan", "PlanLog",
        ],
        testsNeed: ["LedgerSupport", "Registry", "Audit"])
    + module(
        "Registry",
        [
            "Annexes", "Coordinates", "Files", "Sharing", "LMDB", "TransparencyLog", "EntryLog",
            "Checkpoints", "Publication", "Handlingsplan", "PlanLog", "Views",
        ],
        testsNeed: ["LedgerSupport", "Audit", "CBOR"])
    + module(
        "Answers",
        ["Coordinates", "TransparencyLog", "Keys", "EntryLog", "Handlingsplan", "PlanLog"],
        testsNeed: ["LedgerSupport", "Registry", "Views"])
    + module(
        "Audit",
        [
            "Annexes", "Coordinates", "Cores", "Files", "LMDB", "TransparencyLog", "EntryLog",
            "Checkpoints", "Publication", "Handlingsplan", "PlanLog", "Views", "Answers",
        ],
        testsNeed: ["LedgerSupport", "CBOR", "Registry"])
    + module(
        "Backups",
        [
            "Annexes", "Coordinates", "Files", "LMDB", "TransparencyLog", "EntryLog", "Checkpoints",
            "Publication", "Handlingsplan", "PlanLog", "Views", "Registry", "Audit",
        ],
        testsNeed: ["LedgerSupport"])
    + module(
        "Repair",
        [
            "Coordinates", "Files", "Sharing", "LMDB", "TransparencyLog", "EntryLog", "Checkpoints",
            "Publication", "PlanLog", "Audit",
        ],
        testsNeed: ["LogSupport"])
    + module(
        "Extracts",
        [
            "Coordinates", "TransparencyLog", "EntryLog", "Checkpoints", "Handlingsplan",
            "PlanLog", "Answers",
        ],
        testsNeed: ["LedgerSupport", "Registry", "Views"])
    + module("Exchange", ["Coordinates", "Tables", "Cores", "Handlingsplan"])
    + module(
        "Reports",
        [
            "Annexes", "Coordinates", "Tables", "Files", "Programs", "Sharing", "Web", "LMDB",
            "TransparencyLog", "Keys", "EntryLog", "Checkpoints", "Witnessing", "Publication",
            "Handlingsplan", "PlanLog", "Views", "Registry", "Audit", "Backups", "Repair",
            "Answers", "Extracts", "Exchange",
        ])
    + module(
        "Liggare",
        [
            "Coordinates", "Files", "LMDB", "TransparencyLog", "Keys", "EntryLog", "Checkpoints",
            "Publication", "Handlingsplan", "PlanLog", "Registry", "Answers", "Audit", "Extracts",
            "Exchange",
        ], testsNeed: ["LiggareExample"])

let programs: [Target] = [
    .executableTarget(
        name: "LiggareCLI",
        dependencies: [
            "Failures", "Annexes", "Coordinates", "Tables", "Files", "Programs", "Sharing", "Web",
            "LMDB", "TransparencyLog", "Keys", "EntryLog", "Checkpoints", "Witnessing",
            "Publication", "Handlingsplan", "PlanLog", "Views", "Registry", "Audit", "Backups",
            "Repair", "Answers", "Extracts", "Exchange", "Reports", argumentParser,
        ],
        swiftSettings: common,
        linkerSettings: dynamic
            ? [] : [.unsafeFlags(["-static-executable"], .when(configuration: .release))]),
    .executableTarget(name: "LiggareExample", dependencies: ["Liggare"], swiftSettings: common),
    .executableTarget(
        name: "LiggareWitness",
        dependencies: [
            "Coordinates", "TransparencyLog", "Keys", "Witnessing",
            .product(name: "FlyingFox", package: "FlyingFox"),
            .product(name: "FlyingSocks", package: "FlyingFox"),
        ],
        swiftSettings: common),
    .executableTarget(
        name: "LiggareBench",
        dependencies: [
            "CLMDB", "Coordinates", "LMDB", "TransparencyLog", "EntryLog", "Checkpoints",
            "Publication", "Handlingsplan", "PlanLog", "Views", "Registry", "Audit", "Extracts",
            crypto,
            argumentParser,
        ],
        exclude: ["growth.svg"],
        swiftSettings: common),
]

/// Its `main` is libFuzzer's, so it can be linked only with the sanitizers.
let fuzzer: [Target] =
    fuzzing == nil
    ? []
    : [
        .executableTarget(
            name: "LiggareFuzz",
            dependencies: [
                "Coordinates", "LMDB", "CBOR", "TransparencyLog", "Keys", "EntryLog",
                "Handlingsplan", "PlanLog", "Answers", "Extracts", "Exchange", asn1,
            ],
            swiftSettings: common,
            linkerSettings: [.unsafeFlags([sanitizers, "-use-ld=lld"])])
    ]

/// What tests share, and the tests that run the built command.
let tests: [Target] = [
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: common),
    .target(
        name: "LogSupport",
        dependencies: ["TestSupport", "Coordinates", "TransparencyLog", "EntryLog"],
        path: "Tests/LogSupport", swiftSettings: common),
    .target(
        name: "LedgerSupport",
        dependencies: [
            "TestSupport", "Annexes", "Coordinates", "TransparencyLog", "EntryLog", "Checkpoints",
            "Publication", "Handlingsplan", "PlanLog", "Views", "Registry", "Audit",
        ],
        path: "Tests/LedgerSupport", swiftSettings: common),
    .testTarget(
        name: "AttackTests",
        dependencies: [
            "LedgerSupport", "LogSupport", "TestSupport", "Coordinates", "Files", "TransparencyLog",
            "EntryLog", "Checkpoints", "Publication", "Handlingsplan", "PlanLog", "Views",
            "Registry", "Audit",
        ],
        exclude: ["attacks.md"], swiftSettings: common),
    .testTarget(
        name: "DifferentialTests",
        dependencies: [
            "LedgerSupport", "TestSupport", "Coordinates", "CBOR", "TransparencyLog", "EntryLog",
            "Handlingsplan", "PlanLog",
        ], swiftSettings: common),
    // The modules below the command are for what no command can do: to write a key that is known,
    // and a ledger of another format.
    .testTarget(
        name: "CommandTests",
        dependencies: [
            "LiggareCLI", "LiggareWitness", "TestSupport", "LMDB", "TransparencyLog", "EntryLog",
            "Keys", "Views",
        ],
        swiftSettings: common),
    .testTarget(
        name: "LiggareBenchTests",
        dependencies: [
            "LiggareBench", "TestSupport", "Coordinates", "TransparencyLog", "EntryLog",
            "Checkpoints", "Handlingsplan", "PlanLog", "Views", "Registry", "Audit",
        ],
        swiftSettings: common),
]

let package = Package(
    name: "liggare",
    products: [
        .library(name: "Liggare", targets: ["Liggare"]),
        .executable(name: "liggare", targets: ["LiggareCLI"]),
        .executable(name: "liggare-witness", targets: ["LiggareWitness"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: modules + programs + fuzzer + tests,
    swiftLanguageModes: [.v6]
)
