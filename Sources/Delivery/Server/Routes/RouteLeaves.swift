import AccessRules
import Casework

/// Every address there is, and the leave it asks for: what the matrix of roles is printed from, and what the tests hold
/// every route to.
package struct RouteLeave: Sendable {
    package enum Need: Sendable, Hashable {
        /// Says nothing about anybody.
        case nothing
        case signedIn
        /// Leave to do any of these.
        case anyOf([Verb])
    }

    package let method: String
    package let path: String
    package let need: Need

    private init(_ method: String, _ path: String, _ need: Need) {
        self.method = method
        self.path = path
        self.need = need
    }

    private init(_ method: String, _ path: String, _ verb: Verb) { self.init(method, path, .anyOf([verb])) }

    package func admits(_ role: Role) -> Bool {
        switch need {
        case .nothing, .signedIn: true
        case .anyOf(let verbs): !role.mayDo.isDisjoint(with: verbs)
        }
    }

    package static let all: [RouteLeave] =
        [
            RouteLeave("GET", "/assets/{file}", .nothing), RouteLeave("GET", "/health", .nothing),
            RouteLeave("GET", "/sign-in", .nothing), RouteLeave("POST", "/sign-in", .nothing),
            RouteLeave("GET", "/sign-in/code", .nothing), RouteLeave("POST", "/sign-in/code", .nothing),
            RouteLeave("GET", "/sign-in/openid", .nothing), RouteLeave("GET", "/sign-in/openid/back", .nothing),
            RouteLeave("GET", "/choose-password", .nothing), RouteLeave("POST", "/choose-password", .nothing),
            RouteLeave("GET", "/calendar/{key}", .nothing), RouteLeave("POST", "/account/calendar", .recordNote),
            RouteLeave("POST", "/account/notices", .anyOf([.recordNote, .reviewBreakGlass])),
            RouteLeave("GET", "/account", .signedIn), RouteLeave("GET", "/account/codes", .signedIn),
            RouteLeave("POST", "/account/codes", .signedIn), RouteLeave("POST", "/account/password", .signedIn),
            RouteLeave("POST", "/account/sign-out-everywhere", .signedIn),
            RouteLeave("GET", "/register", .signedIn), RouteLeave("GET", "/register.csv", .signedIn),
            RouteLeave("GET", "/register/councils/{council}", .signedIn),
            RouteLeave("GET", "/register/ranking", .signedIn),
            RouteLeave("GET", "/register/patterns/{pattern}", .signedIn),
            RouteLeave("GET", "/audit/programmes", .seeAssurance), RouteLeave("POST", "/audit/programmes", .inspect),
            RouteLeave("GET", "/audit/programmes/{programme}", .seeAssurance),
            RouteLeave("GET", "/audit/inspections/{inspection}/data", .seeAssurance),
            RouteLeave("GET", "/audit/inspections/{inspection}/lists", .anyOf([.inspect, .answerInspection])),
            RouteLeave("GET", "/audit/inspections/{inspection}/lists/{list}", .anyOf([.inspect, .answerInspection])),
            RouteLeave("GET", "/audit", .seeAssurance), RouteLeave("GET", "/audit/draw", .drawSample),
            RouteLeave("POST", "/audit/draw", .drawSample),
            RouteLeave("GET", "/audit/samples/{sample}", .seeAssurance),
            RouteLeave("POST", "/audit/samples/{sample}/replacements", .drawSample),
            RouteLeave("GET", "/audit/samples/{sample}/cases/{child}", .auditFile),
            RouteLeave("POST", "/audit/samples/{sample}/cases/{child}", .auditFile),
            RouteLeave("GET", "/audit/agreement", .seeAssurance),
            RouteLeave("GET", "/audit/review-gate", .seeAssurance),
            RouteLeave("POST", "/audit/review-gate", .setReviewGate),
            RouteLeave("GET", "/audit/samples/{sample}/cases/{child}/moderation", .auditFile),
            RouteLeave("POST", "/audit/samples/{sample}/cases/{child}/moderation", .auditFile),
            RouteLeave("GET", "/audit/inspections/new", .inspect),
            RouteLeave("POST", "/audit/inspections/new", .inspect),
            RouteLeave("GET", "/audit/inspections/{inspection}", .seeAssurance),
            RouteLeave("GET", "/audit/inspections/{inspection}/report", .seeAssurance),
            RouteLeave("POST", "/audit/inspections/{inspection}/evidence", .inspect),
            RouteLeave("POST", "/audit/inspections/{inspection}/findings", .inspect),
            RouteLeave("POST", "/audit/inspections/{inspection}/judgements", .inspect),
            RouteLeave("POST", "/audit/inspections/{inspection}/publication", .inspect),
            RouteLeave("GET", "/audit/inspections/{inspection}/report.html", .seeAssurance),
            RouteLeave("GET", "/audit/inspections/{inspection}/report.docx", .seeAssurance),
            RouteLeave("GET", "/audit/inspections/{inspection}/report.pdf", .seeAssurance),
            RouteLeave("GET", "/audit/inspections/{inspection}/after", .seeAssurance),
            RouteLeave("POST", "/audit/inspections/{inspection}/received", .anyOf([.inspect, .answerInspection])),
            RouteLeave("POST", "/audit/inspections/{inspection}/engagements", .anyOf([.inspect, .answerInspection])),
            RouteLeave("GET", "/audit/inspections/{inspection}/requests", .seeAssurance),
            RouteLeave("POST", "/audit/inspections/{inspection}/requests", .inspect),
            RouteLeave(
                "POST", "/audit/inspections/{inspection}/requests/{request}", .anyOf([.inspect, .answerInspection])),
            RouteLeave("POST", "/audit/inspections/{inspection}/requests/{request}/taking-back", .answerInspection),
            RouteLeave(
                "GET", "/audit/inspections/{inspection}/requests/{request}/file",
                .anyOf([.inspect, .answerInspection])),
            RouteLeave(
                "POST", "/audit/inspections/{inspection}/requests/{request}/file",
                .anyOf([.inspect, .answerInspection])),
            RouteLeave("GET", "/audit/inspections/{inspection}/access", .seeAssurance),
            RouteLeave("POST", "/audit/inspections/{inspection}/access", .anyOf([.inspect, .confirmAccounts])),
            RouteLeave(
                "POST", "/audit/inspections/{inspection}/access/{access}", .anyOf([.inspect, .confirmAccounts])),
            RouteLeave("POST", "/audit/inspections/{inspection}/closing", .inspect),
            RouteLeave("GET", "/audit/inspections/{inspection}/looks", .seeAssurance),
            RouteLeave("GET", "/audit/inspections/{inspection}/draft", .seeAssurance),
            RouteLeave("POST", "/audit/inspections/{inspection}/draft/comments", .answerInspection),
            RouteLeave("POST", "/audit/inspections/{inspection}/draft/comments/{comment}", .inspect),
            RouteLeave("GET", "/improvement", .seePlan), RouteLeave("POST", "/improvement", .keepPlan),
            RouteLeave("GET", "/improvement/{plan}", .seePlan),
            RouteLeave("POST", "/improvement/{plan}/plan", .keepPlan),
            RouteLeave("POST", "/improvement/{plan}/findings", .keepPlan),
            RouteLeave("POST", "/improvement/{plan}/points", .keepPlan),
            RouteLeave("POST", "/improvement/{plan}/actions", .keepPlan),
            RouteLeave("GET", "/improvement/{plan}/points/{point}", .seePlan),
            RouteLeave("POST", "/improvement/{plan}/points/{point}", .keepPlan),
            RouteLeave("GET", "/improvement/{plan}/actions/{action}", .seePlan),
            RouteLeave("POST", "/improvement/{plan}/actions/{action}/updates", .updateAction),
            RouteLeave("POST", "/improvement/{plan}/actions/{action}/completion", .updateAction),
            RouteLeave("POST", "/improvement/{plan}/actions/{action}/changes", .keepPlan),
            RouteLeave("GET", "/improvement/{plan}/months", .seePlan),
            RouteLeave("GET", "/improvement/{plan}/months/{month}", .seePlan),
            RouteLeave("GET", "/improvement/{plan}/months/{month}/signed.txt", .seePlan),
            RouteLeave("GET", "/improvement/{plan}/meetings", .seePlan),
            RouteLeave("POST", "/improvement/{plan}/meetings", .keepPlan),
            RouteLeave("GET", "/improvement/{plan}/meetings/{meeting}", .seePlan),
            RouteLeave("POST", "/improvement/{plan}/meetings/{meeting}", .keepPlan),
            RouteLeave("POST", "/improvement/{plan}/meetings/{meeting}/papers", .keepPlan),
            RouteLeave("POST", "/improvement/{plan}/meetings/{meeting}/resolutions", .keepPlan),
            RouteLeave("POST", "/improvement/{plan}/resolutions/{resolution}", .updateAction),
            RouteLeave("GET", "/improvement/{plan}/changes", .seePlan),
            RouteLeave("POST", "/improvement/{plan}/changes", .keepPlan),
            RouteLeave("GET", "/people", .administer), RouteLeave("POST", "/people", .administer),
            RouteLeave("POST", "/people/codes", .administer), RouteLeave("GET", "/people/{user}", .administer),
            RouteLeave("POST", "/people/{user}", .administer),
            RouteLeave("GET", "/webhooks", .administer), RouteLeave("POST", "/webhooks/{delivery}", .administer),
            RouteLeave("GET", "/accounts-waiting", .confirmAccounts),
            RouteLeave("POST", "/accounts-waiting/{number}", .confirmAccounts),
            RouteLeave("POST", "/sign-out", .signedIn), RouteLeave("GET", "/", .signedIn),
            RouteLeave("GET", "/today", .seeToday), RouteLeave("GET", "/children/{child}", .openChild),
            RouteLeave("GET", "/children/{child}/audits/{audit}", .answerAudit),
            RouteLeave("GET", "/children/{child}/why/{code}", .openChild),
            RouteLeave("GET", "/children/{child}/family", .recordNote),
            RouteLeave("POST", "/children/{child}/family", .recordNote),
            RouteLeave("GET", "/children/{child}/together", .openChild),
            RouteLeave("GET", "/children/{child}/changes", .openChild),
            RouteLeave("GET", "/children/{child}/chronology", .recordNote),
            RouteLeave("POST", "/children/{child}/chronology", .recordNote),
            RouteLeave("GET", "/children/{child}/outgoing/{document}/table.csv", .openChild),
            RouteLeave("GET", "/children/{child}/details", .openChild),
            RouteLeave("GET", "/children/{child}/wrong-child", .decide),
            RouteLeave("POST", "/children/{child}/wrong-child", .decide),
            RouteLeave("GET", "/children/{child}/merge", .decide),
            RouteLeave("POST", "/children/{child}/merge", .decide),
            RouteLeave("POST", "/children/{child}/details", .recordNote),
            RouteLeave("GET", "/children/{child}/outgoing/{document}", .openChild),
            RouteLeave("GET", "/children/{child}/adults/new", .recordNote),
            RouteLeave("POST", "/children/{child}/adults/new", .recordNote),
            RouteLeave("GET", "/adults/{adult}", .openAdult),
            RouteLeave("GET", "/adults/{adult}/steps/{step}", .recordNote),
            RouteLeave("POST", "/adults/{adult}/steps/{step}", .recordNote),
            RouteLeave("GET", "/children/{child}/restriction", .restrictChild),
            RouteLeave("POST", "/children/{child}/restriction", .restrictChild),
            RouteLeave("GET", "/children/{child}/break-glass", .breakGlass),
            RouteLeave("POST", "/children/{child}/break-glass", .breakGlass),
            RouteLeave("GET", "/break-glass", .reviewBreakGlass),
            RouteLeave("POST", "/break-glass/{number}", .reviewBreakGlass),
            RouteLeave("GET", "/children/{child}/documents", .openChild),
            RouteLeave("POST", "/children/{child}/documents", .recordNote),
            RouteLeave("GET", "/children/{child}/documents/{document}", .openChild),
            RouteLeave("POST", "/children/{child}/documents/{document}", .recordNote),
            RouteLeave("GET", "/retention", .seeRetention),
            RouteLeave("POST", "/retention/holds", .holdAllRecords),
            RouteLeave("POST", "/retention/holds/{hold}", .holdAllRecords),
            RouteLeave("GET", "/children/{child}/destruction", .destroyRecord),
            RouteLeave("POST", "/children/{child}/destruction", .destroyRecord),
            RouteLeave("GET", "/children/{child}/access/{request}", .answerAccessRequest),
            RouteLeave("POST", "/children/{child}/access/{request}", .answerAccessRequest),
            RouteLeave("GET", "/work", .recordNote), RouteLeave("GET", "/team", .allocate),
            RouteLeave("GET", "/team/absences", .allocate),
            RouteLeave("GET", "/team/workers/{worker}", .allocate),
            RouteLeave("POST", "/team/workers/{worker}", .allocate),
            RouteLeave("GET", "/team/workers/{worker}/supervision", .supervise),
            RouteLeave("POST", "/team/workers/{worker}/supervision", .supervise),
            RouteLeave("GET", "/nights", .seeNights), RouteLeave("GET", "/emergency-list", .seeEmergencyList),
            RouteLeave("GET", "/children/{child}/tonight", .openChild),
            RouteLeave("POST", "/children/{child}/handovers/{handover}", .handOver),
            RouteLeave("GET", "/search", .search),
            RouteLeave("GET", "/cannot-see", .anyOf([.seeNumbers, .seeImports])),
            RouteLeave("GET", "/numbers", .seeNumbers), RouteLeave("GET", "/numbers.csv", .seeNumbers),
            RouteLeave("GET", "/numbers/measures", .seeNumbers),
            RouteLeave("GET", "/numbers/measures.csv", .seeNumbers),
            RouteLeave("GET", "/numbers/measures/{measure}", .seeNumbers),
            RouteLeave("GET", "/numbers/measures/{measure}/figures.csv", .seeNumbers),
            RouteLeave("GET", "/numbers/measures/{measure}/children", .drillDown),
            RouteLeave("GET", "/numbers/equality", .drillDown), RouteLeave("GET", "/work/measures", .recordNote),
            RouteLeave("GET", "/team/workers/{worker}/measures", .allocate),
            RouteLeave("GET", "/numbers/trend.csv", .seeNumbers), RouteLeave("GET", "/numbers/children", .drillDown),
            RouteLeave("GET", "/packs", .seeNumbers), RouteLeave("POST", "/packs", .makePack),
            RouteLeave("GET", "/packs/{pack}", .seeNumbers), RouteLeave("POST", "/packs/{pack}/release", .releasePack),
            RouteLeave("GET", "/packs/{pack}/pack.html", .seeNumbers),
            RouteLeave("GET", "/packs/{pack}/pack.docx", .seeNumbers),
            RouteLeave("GET", "/packs/{pack}/pack.pdf", .seeNumbers),
            RouteLeave("GET", "/packs/{pack}/charts/{chart}", .seeNumbers),
            RouteLeave("GET", "/imports", .seeImports), RouteLeave("POST", "/imports", .importFiles),
            RouteLeave("GET", "/imports/{number}", .seeImports),
            RouteLeave("GET", "/imports/{number}/unreadable", .importFiles),
            RouteLeave("GET", "/access-log", .seeAccessLog),
            RouteLeave("GET", "/referrals/new", .recordReferral), RouteLeave("POST", "/referrals/new", .recordReferral),
            RouteLeave("GET", "/children/{child}/referrals/new", .recordReferral),
            RouteLeave("POST", "/children/{child}/referrals/new", .recordReferral),
            RouteLeave("GET", "/children/{child}/visits/new", .recordVisit),
            RouteLeave("POST", "/children/{child}/visits/new", .recordVisit),
            RouteLeave("GET", "/children/{child}/visits/{visit}", .openChild),
            RouteLeave("GET", "/children/{child}/steps", .recordNote),
            RouteLeave("GET", "/children/{child}/recorded/{form}", .openChild),
            RouteLeave("GET", "/api/v1/openapi.json", .signedIn), RouteLeave("GET", "/api/v1/today", .seeToday),
            RouteLeave("GET", "/api/v1/children/{id}", .openChild),
            RouteLeave("GET", "/api/v1/children/{id}/concerns", .openChild),
            RouteLeave("GET", "/api/v1/search", .search), RouteLeave("GET", "/api/v1/numbers", .seeNumbers),
            RouteLeave("GET", "/api/v1/imports", .seeImports),
        ]
        + Steps.all.flatMap { step in
            ["GET", "POST"].map { RouteLeave($0, "/children/{child}/steps/\(step.name)", step.verb) }
        }

    /// The pattern the router knows it by: all steps are one.
    package var pattern: String {
        let parts = path.split(separator: "/")
        guard parts.count == 4, parts[0] == "children", parts[2] == "steps" else { return path }
        return "/children/{child}/steps/{step}"
    }
}
