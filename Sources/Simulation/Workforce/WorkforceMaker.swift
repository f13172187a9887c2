import ChildJourney
import WorkingDays

/// Every worker and team of the council.
struct WorkforceMaker {
    let setting: Setting

    private var blocks: Int { (setting.children + Block.size - 1) / Block.size }

    func workforce() -> Workforce {
        var workforce = Workforce()
        workforce.teams["S1"] = Team(name: "Invented Children's Services")
        for block in 0..<blocks {
            for post in Posts(setting: setting).posts(of: block) { add(post, to: &workforce) }
            let leaver = TeamWorkers.leaver(block: block)
            var worker = socialWorker(leaver)
            worker.leftOn = TeamWorkers.leftOn(block: block, setting: setting)
            workforce.workers[leaver] = worker
            if block.isMultiple(of: Post.blocksInTeam) { addTeam(block / Post.blocksInTeam, to: &workforce) }
        }
        return workforce
    }

    private func add(_ post: Post, to workforce: inout Workforce) {
        for tenure in post.tenures {
            var worker = socialWorker(tenure.worker)
            // They leave the council a little after handing their children over.
            if let until = tenure.until, until + 10 <= setting.today { worker.leftOn = until + 10 }
            if post.part == .newlyQualified, tenure.until == nil {
                worker.newlyQualified = true
                worker.jobTitle = "Newly Qualified Social Worker"
            }
            worker.department = post.team
            workforce.workers[tenure.worker] = worker
        }
    }

    private func addTeam(_ number: Int, to workforce: inout Workforce) {
        let team = Post.team(number)
        workforce.teams[team] = Team(name: "\(InventedNames.place(number)) Team (invented)", parent: "S1")
        for which in 0...1 {
            var worker = socialWorker(TeamWorkers.relief(which, team: number))
            worker.agency = true
            worker.department = team
            workforce.workers[TeamWorkers.relief(which, team: number)] = worker
        }
        var practitioner = socialWorker(TeamWorkers.practitioner(team: number))
        practitioner.registration = nil
        practitioner.jobTitle = "Family Practitioner"
        practitioner.department = team
        workforce.workers[TeamWorkers.practitioner(team: number)] = practitioner
    }

    private func socialWorker(_ id: String) -> Worker {
        var number = 0
        for byte in id.utf8 { number = (number &* 31 &+ Int(byte)) % 9_999_991 }
        var chance = Chance(seed: setting.seed, purpose: .identity, number: -1 - number)
        return Worker(
            staffNumber: id, name: InventedNames.worker(&chance), registration: "SWINV\(number)", agency: false,
            jobTitle: "Social Worker", newlyQualified: false)
    }
}

extension Workforce {
    /// The same without the workers who have left: what an extract taken on the day lists.
    package func present(on day: Day) -> Workforce {
        Workforce(workers: workers.filter { $0.value.leftOn.map { $0 > day } ?? true }, teams: teams)
    }
}
