/// The places of each concept; memory only for concepts that were ever found.
struct HitLists {
  /// By concept, the number of its list; 0 for none.
  private let numbers: ScratchArray<UInt32>

  /// The first stands for the concepts that have none.
  private var lists: [[Hit]] = [[]]

  init(conceptCount: Int) { numbers = ScratchArray(count: conceptCount) }

  subscript(_ concept: Int) -> [Hit] {
    get { lists[Int(numbers[concept])] }
    _modify { yield &lists[Int(numbers[concept])] }
  }

  /// Empties the list of a concept before it is filled.
  mutating func begin(_ concept: Int) {
    if numbers[concept] == 0 {
      numbers[concept] = UInt32(lists.count)
      lists.append([])
    } else {
      lists[Int(numbers[concept])].removeAll(keepingCapacity: true)
    }
  }
}
