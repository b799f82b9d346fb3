internal import Diagnostics
internal import Inspections
internal import Records

/// The points of a report. For the pages of one report they are there as values; for those that need every report they
/// are kept as bytes, here or elsewhere, and are read again whenever a page asks for them.
struct PointList: Sendable {
  private enum Form: Sendable {
    case values([Recommendation])
    case bytes(ArraySlice<UInt8>)
    case stored(any PointStore, Range<Int>)
  }

  private let form: Form
  /// How many points there are.
  let count: Int
  /// Whether any has a day on which it is due.
  let hasDue: Bool

  /// Holds points as values.
  init(_ points: [Recommendation]) { self.init(.values(points), of: points) }

  /// Reads points that an earlier build wrote, and keeps the bytes.
  init(from record: inout RecordReader) throws(RecordError) {
    let (points, bytes) = try record.traced { record throws(RecordError) in try Self.read(from: &record) }
    self.init(.bytes(bytes), of: points)
  }

  private init(_ form: Form, of points: [Recommendation]) {
    self.form = form
    count = points.count
    hasDue = points.contains { $0.due != nil }
  }

  /// The points, in the order of the text.
  var values: [Recommendation] {
    switch form {
    case .values(let points): points
    case .bytes(let bytes): Self.values(in: bytes)
    case .stored(let store, let range): Self.values(in: store.bytes(in: range)[...])
    }
  }

  private static func values(in bytes: ArraySlice<UInt8>) -> [Recommendation] {
    var record = RecordReader(bytes)
    // They were read or written here before, and can be read.
    return (try? read(from: &record)) ?? []
  }

  /// The same points, kept elsewhere.
  ///
  /// - Throws: if there is no room for them.
  func kept(in store: some PointStore) throws(EnvironmentFailure) -> PointList {
    guard case .values(let points) = form else { return self }
    var record = RecordWriter()
    write(to: &record)
    return PointList(.stored(store, try store.keep(record.bytes)), of: points)
  }

  /// Writes the points for the next build.
  func write(to record: inout RecordWriter) {
    switch form {
    case .values(let points):
      var last: Recommendation?
      record.put(each: points) {
        $1.write(to: &$0, after: last)
        last = $1
      }
    case .bytes(let bytes): record.append(bytes)
    case .stored(let store, let range): record.append(store.bytes(in: range)[...])
    }
  }

  private static func read(from record: inout RecordReader) throws(RecordError) -> [Recommendation] {
    var last: Recommendation?
    return try record.each { record throws(RecordError) in
      let point = try Recommendation(from: &record, after: last)
      last = point
      return point
    }
  }
}
