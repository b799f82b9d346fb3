internal import Diagnostics

/// The paths that are going to be written, as places in the output folder.
struct PlannedPaths {
  /// The places.
  private(set) var places: Set<OutputPath> = []
  /// An error for each path that is no place or is planned twice.
  private(set) var errors: [Diagnostic] = []

  /// Looks at each of the paths.
  init(_ paths: [String], in folder: OutputFolder) {
    places.reserveCapacity(paths.count)
    for path in paths {
      do {
        let isNew = places.insert(try OutputPath(path)).inserted
        if !isNew { errors.append(Diagnostic(.error, .pathCollision, "\(folder.display(path)) is planned twice")) }
      } catch {
        errors.append(Diagnostic(.error, .pathCollision, error.message(for: path)))
      }
    }
  }
}
