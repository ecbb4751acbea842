internal import Checking
internal import Documents
internal import Project
internal import Reporting
internal import Synchronization

/// Runs checkers over a queue and writes what they say in the order of the input.
///
/// Each thread does the same: it takes the next batch, checks it, waits for its turn and writes. So memory holds one batch a
/// thread, a line that is ready is answered before more input is asked for, and one thread alone needs no other.
final class CheckRun: Sendable {
  private let queue: InputQueue
  private let settings: ProjectSettings
  private let options: CheckOptions
  private let review: FindingReview
  private let counsel: Counsel?
  private let reports: Reports
  private let turnstile = Turnstile()
  private let jobs: Int
  private let threads = Mutex<[WorkerThread]>([])

  init(
    _ queue: InputQueue, _ settings: ProjectSettings, _ options: CheckOptions, _ review: FindingReview,
    _ counsel: Counsel?, _ reports: Reports, jobs: Int
  ) {
    self.queue = queue
    self.settings = settings
    self.options = options
    self.review = review
    self.counsel = counsel
    self.reports = reports
    self.jobs = jobs
  }

  /// Checks all of the input; answers when everything is written.
  func run() {
    work()
    // A thread may have started another one, which then stands behind it in the list.
    while let thread = threads.withLock({ $0.popLast() }) { thread.join() }
  }

  private func work() {
    var checker = Checker(settings, options, review, counsel, reports.reporters, saysProblems: reports.saysProblems)
    while let batch = queue.next() {
      if batch.isLarge { startThread() }
      let result = checker.check(batch)
      turnstile.pass(batch.number) { reports.write(result) }
    }
  }

  /// Starts one more thread unless there are enough.
  private func startThread() {
    threads.withLock { threads in
      guard threads.count + 1 < jobs, let thread = WorkerThread({ self.work() }) else { return }
      threads.append(thread)
    }
  }
}
