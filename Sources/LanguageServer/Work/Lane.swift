internal import Checking
internal import Glibc

/// A thread that does jobs one after the other, in the order in which they came.
///
/// The primitives live at an address of their own and all access to the queue is under the mutex, which makes it safe to
/// share; hence `@unchecked`.
@safe
final class Lane: @unchecked Sendable {
  private struct Job {
    /// What is worked on, where one job for it is enough however often it changes.
    let subject: String?
    let work: @Sendable () -> Void
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var jobs: [Job] = []
  private var isEnded = false
  private var thread: WorkerThread?

  init() {
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Begins to work; answers false where the system has no thread left.
  func start() -> Bool {
    thread = WorkerThread { self.work() }
    return thread != nil
  }

  /// Adds a job; none where one for the same subject is waiting already.
  func add(for subject: String? = nil, _ work: @escaping @Sendable () -> Void) {
    locked {
      if let subject, jobs.contains(where: { $0.subject == subject }) { return }
      jobs.append(Job(subject: subject, work: work))
      unsafe pthread_cond_signal(condition)
    }
  }

  /// Forgets the jobs that wait, and returns when the last one is done.
  func end() {
    locked {
      jobs = []
      isEnded = true
      unsafe pthread_cond_signal(condition)
    }
    thread?.join()
  }

  private func work() {
    while let job = next() { job.work() }
  }

  private func next() -> Job? {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while jobs.isEmpty, !isEnded { unsafe pthread_cond_wait(condition, mutex) }
    return isEnded ? nil : jobs.removeFirst()
  }

  private func locked(_ body: () -> Void) {
    unsafe pthread_mutex_lock(mutex)
    body()
    unsafe pthread_mutex_unlock(mutex)
  }
}
