internal import Glibc

/// Lets threads through in the order of their numbers, counted from 0.
///
/// The primitives live at an address of their own, and all access to them is through the C library, which makes it safe
/// to share; hence `@unchecked`.
@safe
final class Turnstile: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var turn = 0

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

  /// Waits for the turn of `number`, runs `body`, and lets the next one through.
  func pass(_ number: Int, _ body: () -> Void) {
    unsafe pthread_mutex_lock(mutex)
    while turn != number { unsafe pthread_cond_wait(condition, mutex) }
    unsafe pthread_mutex_unlock(mutex)
    body()
    unsafe pthread_mutex_lock(mutex)
    turn += 1
    unsafe pthread_cond_broadcast(condition)
    unsafe pthread_mutex_unlock(mutex)
  }
}
