// swift-tools-version: 6.2

import Foundation
import PackageDescription

/// Warnings fail the build where `SITEGEN_STRICT` is set, as it is in continuous integration.
let isStrict = ProcessInfo.processInfo.environment["SITEGEN_STRICT"] != nil

/// Whether everything is built for the fuzzer (`Tests/Fuzzing/run`), which no other build needs.
let isFuzzed = ProcessInfo.processInfo.environment["SITEGEN_FUZZ"] != nil

/// Whether the damage of `Tests/Damage` can be run over folders of real reports, which no other build needs.
let isDamaged = ProcessInfo.processInfo.environment["SITEGEN_DAMAGE"] != nil

/// Whether the benchmarks are built (`Tests/Benchmarks/run`), which no other build needs.
let isMeasured = ProcessInfo.processInfo.environment["SITEGEN_BENCHMARKS"] != nil

/// A plain `swift run sitegen` is a debug build; optimising our own targets there makes it as quick as a release
/// build (`Documentation/performance.md`). Only a root package may do this, and an application is always the root.
let settings: [SwiftSetting] =
  [
    .unsafeFlags(["-O"], .when(configuration: .debug)),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])
  + (isFuzzed ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

/// The modules are in the order in which data flows through a build.
let package = Package(
  name: "sitegen",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "sitegen", targets: ["sitegen"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .target(
      name: "Diagnostics", resources: [.embedInCode("explanations.md")], swiftSettings: settings),
    .target(name: "Records", dependencies: ["COpenSSL"], swiftSettings: settings),
    .target(name: "Inspections", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(
      name: "ContentLoading",
      dependencies: ["Diagnostics", "Inspections", "Records", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "ReportReading",
      dependencies: ["Diagnostics", "Inspections"],
      swiftSettings: settings),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "CommonMark", dependencies: ["CCMark"], swiftSettings: settings),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "ZipFiles", dependencies: ["CZlib", "Diagnostics"], swiftSettings: settings),
    .target(
      name: "SiteGeneration",
      dependencies: [
        "CommonMark", "ContentLoading", "Diagnostics", "Inspections", "Records", "ZipFiles",
      ],
      resources: [.embedInCode("Exports/report.schema.json")],
      swiftSettings: settings),
    .target(
      name: "Publishing",
      dependencies: [
        "ContentLoading", "Diagnostics", "Inspections", "Records", "ReportReading", "SiteGeneration",
        "ZipFiles",
      ],
      swiftSettings: settings),
    .target(
      name: "Preview",
      dependencies: [
        "ContentLoading", "Diagnostics", "Publishing",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [.embedInCode("preview.js")],
      swiftSettings: settings),
    .executableTarget(
      name: "sitegen",
      dependencies: [
        "ContentLoading", "Diagnostics", "Inspections", "Preview", "Publishing", "ReportReading", "SiteGeneration",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("workflow.yml")], swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Diagnostics", "Inspections"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: settings),
    .testTarget(name: "RecordsTests", dependencies: ["Records"], swiftSettings: settings),
    .testTarget(name: "ZipFilesTests", dependencies: ["ZipFiles"], swiftSettings: settings),
    .testTarget(name: "InspectionsTests", dependencies: ["Inspections"], swiftSettings: settings),
    .testTarget(
      name: "ContentLoadingTests", dependencies: ["ContentLoading", "Diagnostics", "Inspections", "TestSupport"],
      swiftSettings: settings),
    .target(
      name: "Damage", dependencies: ["Diagnostics", "Inspections", "ReportReading"], path: "Tests/Damage",
      swiftSettings: settings),
    isDamaged
      ? .executableTarget(
        name: "RunDamage", dependencies: ["ContentLoading", "Damage", "Inspections", "ReportReading"],
        path: "Tests/DamageRun", swiftSettings: settings)
      : nil,
    .testTarget(
      name: "ReportReadingTests",
      dependencies: ["ContentLoading", "Damage", "Diagnostics", "Inspections", "ReportReading", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark"], swiftSettings: settings),
    .testTarget(
      name: "SiteGenerationTests",
      dependencies: [
        "CommonMark", "ContentLoading", "Diagnostics", "Inspections", "Records", "SiteGeneration",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["ContentLoading", "Diagnostics", "Inspections", "Publishing", "SiteGeneration", "TestSupport"],
      swiftSettings: settings),
    isFuzzed
      ? .executableTarget(
        name: "FuzzReading", dependencies: ["ContentLoading", "Inspections", "ReportReading", "SiteGeneration"],
        path: "Tests/Fuzzing",
        exclude: ["Seeds", "run", "words.dict"], swiftSettings: settings,
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
      : nil,
    isMeasured
      ? .executableTarget(
        name: "Benchmarks",
        dependencies: [
          "CommonMark", "ContentLoading", "Diagnostics", "Inspections", "Publishing", "ReportReading", "SiteGeneration",
        ], path: "Tests/Benchmarks", exclude: ["run"], swiftSettings: settings)
      : nil,
    .testTarget(
      name: "PreviewTests", dependencies: ["ContentLoading", "Diagnostics", "Preview", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "SitegenTests", dependencies: ["Diagnostics", "TestSupport", "sitegen"], swiftSettings: settings),
  ].compactMap { $0 },
  swiftLanguageModes: [.v6]
)
