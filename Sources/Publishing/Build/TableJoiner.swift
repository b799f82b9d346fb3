internal import ContentLoading
internal import Diagnostics
internal import Records
internal import SiteGeneration

/// Joins the tables from the rows of all reports and authorities. An unchanged table is kept; a changed one copies its
/// unchanged rows from the previous file in one pass, rather than from a thousand files of the cache.
struct TableJoiner: Sendable {
  let renderer: Renderer

  /// Returns the tables, joined or kept.
  func tables(_ authorities: [AuthoritySummary], _ units: [SiteUnit]) throws -> [SiteUnit] {
    var kept: [SiteUnit] = []
    var open: [Joining] = []
    for (index, table) in renderer.generator.tables.enumerated() {
      let parts = units.flatMap { $0.rows.lazy.map { $0.parts[index] }.filter { $0.size > 0 } }
      if parts.isEmpty, !table.isAlwaysThere { continue }
      let key = Fingerprint(
        of: "table", renderer.cache.options, table.path, table.head[...], parts.map(\.digest))
      let last = Fingerprint(of: "last table", renderer.cache.options, table.path)
      let previous: Fingerprint? = renderer.cache.memo.value(last)
      renderer.cache.next?.keep(key.recorded, under: last)
      if let unit = renderer.cache.kept(key, in: renderer.writer) {
        kept.append(unit)
      } else {
        var joining = Joining(
          index: index, path: table.path, key: key, parts: parts, file: try renderer.writer.begin(table.path))
        try joining.file.append(table.head[...])
        if !renderer.cache.verifies, let unit: SiteUnit = previous.flatMap(renderer.cache.memo.value) {
          joining.source = renderer.writer.reading(table.path)
          joining.isTrusted = unit.isUnchanged(in: renderer.writer)
          var place = table.head.count
          for part in unit.rows.flatMap(\.parts) {
            joining.places[part.digest] = place
            place += part.size
          }
        }
        open.append(joining)
      }
    }
    if !open.isEmpty { try append(authorities, units, to: &open) }
    return try kept
      + open.map { joining in
        let parts = joining.parts
        let rows = parts.reduce(0) { $0 + $1.rows }
        let tail = try renderer.generator.tables[joining.index].tail(
          rows: rows, plain: parts.compactMap(\.plain), size: parts.reduce(0) { $0 + $1.size })
        try joining.file.append(tail[...])
        let (stamp, sha256) = try renderer.writer.stage(joining.path, joining.file)
        return SiteUnit(
          key: joining.key, outputs: [InputFile(path: joining.path, stamp: stamp)],
          rows: [TableRows(blob: Fingerprint(of: []), parts: parts)],
          written: AggregateFiles.Written(path: joining.path, rows: rows, size: joining.file.size, sha256: sha256))
      }
  }

  private func append(_ authorities: [AuthoritySummary], _ units: [SiteUnit], to open: inout [Joining]) throws {
    for (authority, unit) in zip(authorities, units) {
      var remade: [[UInt8]]?
      for (number, rows) in unit.rows.enumerated() {
        var bytes: [UInt8]?
        for table in open.indices {
          let part = rows.parts[open[table].index]
          if try part.size == 0 || open[table].scheduleCopy(of: part) { continue }
          bytes = bytes ?? renderer.cache.blobs.bytes(rows.blob)
          if bytes == nil {
            let made = try remade ?? renderer.rows(of: authority)
            remade = made
            bytes = number < made.count ? made[number] : nil
          }
          guard let bytes else { throw Memo.differs("the data of \(authority.slug)") }
          let start = rows.parts[..<open[table].index].reduce(0) { $0 + $1.size }
          try open[table].file.append(bytes[start..<start + part.size])
        }
      }
    }
    for table in open.indices { try open[table].copy() }
  }
}

/// A table that is being joined.
private struct Joining {
  let index: Int
  let path: String
  let key: Fingerprint
  let parts: [TableRows.Part]
  let file: StagedFile
  /// The previous build's file; `places` has the offsets of its parts.
  var source: PosixFile?
  /// Whether the previous file is sure to be unmodified. The parts of one that was written a moment ago are compared
  /// with their digests.
  var isTrusted = false
  var places: [Fingerprint: Int] = [:]
  /// The range to copy from the previous file next.
  private var waiting = 0..<0

  init(index: Int, path: String, key: Fingerprint, parts: [TableRows.Part], file: StagedFile) {
    (self.index, self.path, self.key, self.parts, self.file) = (index, path, key, parts, file)
  }

  /// Schedules a part to be copied from the previous table, or copies it; returns false if that does not have it.
  mutating func scheduleCopy(of part: TableRows.Part) throws -> Bool {
    guard let source, let place = places[part.digest] else {
      try copy()
      return false
    }
    guard isTrusted else {
      guard let bytes = try? source.bytes(in: place..<place + part.size), Fingerprint(of: bytes) == part.digest else {
        return false
      }
      try file.append(bytes[...])
      return true
    }
    if place != waiting.upperBound { try copy() }
    waiting = (waiting.isEmpty ? place : waiting.lowerBound)..<place + part.size
    return true
  }

  /// Copies the scheduled range.
  mutating func copy() throws {
    while let source, let start = waiting.first {
      let end = min(waiting.upperBound, start + 1 << 16)
      let bytes = try source.bytes(in: start..<end)
      guard bytes.count == end - start else {
        throw EnvironmentError("\(path) changed while the site was being built; build again")
      }
      try file.append(bytes[...])
      waiting = end..<waiting.upperBound
    }
  }
}
