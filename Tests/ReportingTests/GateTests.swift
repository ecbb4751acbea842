import Linting
import Reporting
import Testing

@Suite struct `gates` {
  private static func totals(_ change: (inout Totals) -> Void) -> Totals {
    var totals = Totals()
    totals.checked = 1
    change(&totals)
    return totals
  }

  @Test(arguments: [(Severity.error, 3), (.warning, 4), (.info, 5), (nil, 0)])
  func `findings fail from the severity that was asked for`(level: Severity?, failing: Int) {
    var totals = Totals()
    for report in Samples.all { totals.count(report, failOn: level) }
    #expect(totals.failing == failing)
    var doubled = totals
    doubled.add(totals)
    #expect(doubled.failing == 2 * failing)
  }

  @Test func `findings that fail are status 1 unless exit zero is asked for`() {
    var gate = Gate()
    let counted = [Self.totals { ($0.errors, $0.failing) = (2, 1) }, Self.totals { ($0.errors, $0.failing) = (2, 0) }]
    #expect(counted.map(gate.status) == [1, 0])
    gate.exitsZero = true
    #expect(counted.map(gate.status) == [0, 0])
  }

  @Test func `what was not checked outweighs findings and is not lifted by exit zero`() {
    var gate = Gate()
    for exitsZero in [false, true] {
      gate.exitsZero = exitsZero
      let changes: [(inout Totals) -> Void] = [
        { $0.failed = 1 }, { $0.missing = 1 }, { $0.unchecked = 1 }, { $0.checked = 0 },
        { ($0.checked, $0.buyers) = (0, 3) },
      ]
      for change in changes {
        #expect(
          gate.status(
            of: Self.totals {
              $0.errors = 1
              change(&$0)
            }) == 2)
      }
    }
  }

  @Test func `what may be missing can be allowed, what failed cannot`() {
    var gate = Gate()
    gate.allowsEmpty = true
    gate.allowsUnchecked = true
    #expect(gate.status(of: Totals()) == 0)
    #expect(gate.status(of: Self.totals { $0.missing = 1 }) == 0)
    #expect(gate.status(of: Self.totals { $0.unchecked = 1 }) == 0)
    #expect(gate.status(of: Self.totals { $0.failed = 1 }) == 2)
  }

  @Test func `the footer counts everything and says why the status is 2`() {
    let totals = Self.totals {
      ($0.buyers, $0.empty, $0.hidden, $0.otherFiles, $0.missing) = (1, 2, 3, 4, 5)
      $0.excluded = 7
      ($0.failed, $0.undecodable, $0.unchecked) = (6, 1, 3)
      $0.uncheckedByLanguage = ["sv": 1, "da": 2]
    }
    #expect(
      Gate().footer(of: totals, withNotice: true) == """
        buyerlint: checked 1 draft; passed over: 1 by buyers, 2 empty, 3 hidden, 4 of other kinds, 7 excluded; not checked in full: \
        2 with text in `da`, 1 with text in `sv`, 1 not UTF-8; failed: 6; naming nothing: 5
        buyerlint: status 2: 6 could not be read or checked
        buyerlint: status 2: 5 of the paths name nothing to check (--allow-empty accepts that)
        buyerlint: status 2: 3 not checked in full (--allow-unchecked accepts that)
        \(notice)

        """)
  }

  @Test func `drafts are counted by what came of them`() {
    var totals = Totals()
    for report in Samples.all { totals.count(report) }
    #expect((totals.errors, totals.warnings, totals.infos) == (3, 1, 1))
    #expect((totals.checked, totals.withFindings, totals.failed) == (5, 3, 2))
    #expect((totals.buyers, totals.empty, totals.unchecked, totals.undecodable) == (1, 1, 1, 1))
    #expect(totals.uncheckedByLanguage == ["da": 1])
    var doubled = totals
    doubled.add(totals)
    #expect(doubled.findings == 10 && doubled.checked == 10 && doubled.uncheckedByLanguage == ["da": 2])
  }
}
