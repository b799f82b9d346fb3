internal import ContentLoading
internal import Diagnostics
internal import Fingerprinting
internal import Records
internal import SiteGeneration

/// Joins the tables from what each report and authority adds to them; those of which nothing has changed stay.
struct TableJoiner: Sendable {
  let renderer: Renderer

  /// The tables, joined or kept.
  func tables(_ authorities: [SiteGenerator.Authority], _ units: [SiteUnit]) throws -> [(
    unit: SiteUnit, written: BulkFiles.Written
  )] {
    var joined: [(unit: SiteUnit, written: BulkFiles.Written)?] = []
    var open: [Joining] = []
    for (index, table) in BulkFiles.tables.enumerated() {
      let parts = units.flatMap { $0.rows.map { $0.parts[index] } }
      var digests = RecordWriter()
      for part in parts where part.size > 0 { digests.put(part.digest) }
      let key = Fingerprint(of: "table", renderer.cache.options, table.path, table.head[...], digests.bytes[...])
      let kept = renderer.cache.kept(key, in: renderer.writer).flatMap { unit in unit.written.map { (unit, $0) } }
      joined.append(kept)
      guard kept == nil else { continue }
      let file = try renderer.writer.begin(table.path)
      try file.append(table.head)
      open.append(Joining(index: index, key: key, file: file, rows: parts.reduce(0) { $0 + $1.rows }))
    }
    if !open.isEmpty { try append(authorities, units, to: open) }
    for table in open {
      let path = BulkFiles.tables[table.index].path
      let (stamp, sha256) = try renderer.writer.stage(path, table.file)
      let written = BulkFiles.Written(path: path, rows: table.rows, size: table.file.size, sha256: sha256)
      let unit = SiteUnit(key: table.key, outputs: [StampedFile(path: path, stamp: stamp)], written: written)
      joined[table.index] = (unit, written)
    }
    return joined.compactMap { $0 }
  }

  private struct Joining {
    var index: Int
    var key: Fingerprint
    var file: GrowingFile
    var rows: Int
  }

  private func append(_ authorities: [SiteGenerator.Authority], _ units: [SiteUnit], to open: [Joining]) throws {
    for (authority, unit) in zip(authorities, units) {
      var remade: [[UInt8]]?
      for (number, rows) in unit.rows.enumerated() {
        var bytes = renderer.cache.blobs.bytes(rows.blob)
        if bytes == nil {
          if remade == nil { remade = try renderer.rows(of: authority) }
          bytes = remade.flatMap { number < $0.count ? $0[number] : nil }
        }
        guard let bytes else { throw Memo.differs("the data of \(authority.slug)") }
        var start = 0
        for (index, part) in rows.parts.enumerated() {
          for table in open where table.index == index {
            try table.file.append(bytes[start..<start + part.size])
          }
          start += part.size
        }
      }
    }
  }
}
