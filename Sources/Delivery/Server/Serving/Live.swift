import AccessRules
import Casework
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// Everything the server works with, filled in by the program and nowhere else. Tests fill in what they need.
package struct Live: Sendable {
    package var settings: ServingSettings
    package var surroundings: Surroundings
    package var assets: StaticAssets
    package var uploads: UploadFolder
    package var sessions: any Sessions
    package var door: SignInDoor
    package var signInLimits: SignInLimits
    package var now: @Sendable () -> Moment
    package var store: any RecordStore
    /// Whose record it is. Somebody of another council finds nothing here.
    package var council: CouncilCode
    package var standards: Casework.Standards
    package var desk: ImportDesk
    /// Nil where the operator gave no key for them.
    package var codes: OneTimeCodes?
    /// Looks for viruses in each document; nil where the operator gave no command for it.
    package var scan: DocumentScan?
    /// Makes PDFs; nil where no program for it was found.
    package var pdf: PDFMaker?
    let kept = KeptPages()
    /// Whether the records can be reached.
    package var isHealthy: @Sendable () async -> Bool

    package init(
        settings: ServingSettings, surroundings: Surroundings, assets: StaticAssets, uploads: UploadFolder,
        sessions: any Sessions, door: SignInDoor, signInLimits: SignInLimits = SignInLimits(),
        now: @escaping @Sendable () -> Moment, store: any RecordStore, council: CouncilCode,
        standards: Casework.Standards, desk: ImportDesk, codes: OneTimeCodes? = nil, scan: DocumentScan? = nil,
        pdf: PDFMaker? = nil,
        isHealthy: @escaping @Sendable () async -> Bool
    ) {
        self.codes = codes
        self.scan = scan
        self.pdf = pdf
        self.settings = settings
        self.surroundings = surroundings
        self.assets = assets
        self.uploads = uploads
        self.sessions = sessions
        self.door = door
        self.signInLimits = signInLimits
        self.now = now
        self.store = store
        self.council = council
        self.standards = standards
        self.desk = desk
        self.isHealthy = isHealthy
    }

    package var catalogue: [CatalogueRow] { standards.catalogue }
    package var today: Day { now().londonDay }
}
