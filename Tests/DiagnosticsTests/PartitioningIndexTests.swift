import Diagnostics
import Testing

@Suite struct PartitioningIndexTests {
  @Test func `is where the elements begin that the predicate holds for`() {
    let numbers = [1, 3, 3, 7]
    for (least, place) in [(0, 0), (1, 0), (2, 1), (3, 1), (4, 3), (7, 3), (8, 4)] {
      #expect(numbers.partitioningIndex { $0 >= least } == place)
      #expect(numbers[1...].partitioningIndex { $0 >= least } == max(1, place))
    }
    #expect([Int]().partitioningIndex { _ in true } == 0)
  }
}
