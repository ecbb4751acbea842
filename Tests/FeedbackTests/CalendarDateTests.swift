import Feedback
import Testing

struct CalendarDateTests {
  @Test func `days are told by their numbers and tell them again`() throws {
    let first = try #require(CalendarDate(year: 1_999, month: 12, day: 31))
    #expect(first.day == 10_956)
    for day in first.day..<(first.day + 3_000) {
      let date = CalendarDate(day: day)
      let (year, month, number) = date.parts
      #expect(CalendarDate(year: year, month: month, day: number) == date)
      #expect(CalendarDate(iso: date.description) == date)
    }
  }

  @Test(arguments: [(2_023, 2, 29), (2_024, 2, 30), (2_024, 13, 1), (2_024, 4, 31), (2_024, 1, 0), (0, 1, 1)])
  func `a day that no calendar has is none`(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: ["2024-1-01", "24-01-01", "2024-01-01 ", "2024/01/01", "", "2024-00-10", "２024-01-01"])
  func `what is no ISO date is none`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }
}
