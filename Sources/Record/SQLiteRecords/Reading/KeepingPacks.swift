import AccessRules
import Crypto
import Foundation
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func keep(
        _ pack: Pack, form: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> Int64 {
        try require(access, [.makePack])
        let (council, user) = (access.council.text, access.who.user.text)
        return try await write { db in
            let known = try Int64.fetchOne(
                db, sql: "SELECT number FROM pack WHERE council = ? AND form = ?", arguments: [council, form])
            if let known { return known }
            let body = try StoredTextEncoder().bytes(of: pack)
            let last = try Int64.fetchOne(
                db, sql: "SELECT max(number) FROM pack WHERE council = ?", arguments: [council])
            let number = (last ?? 0) + 1
            try db.execute(
                sql: """
                    INSERT INTO pack (council, number, form, kind, made_by, made_at, digest, body)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    council, number, form, pack.kind.rawValue, user, moment.milliseconds,
                    Data(SHA256.hash(data: body)), Data(body),
                ])
            return number
        }
    }

    package func packs(access: Access) async throws(StoreFailure) -> [KeptPack] {
        try await kept(access, number: nil)
    }

    package func pack(_ number: Int64, access: Access) async throws(StoreFailure) -> KeptPack? {
        try await kept(access, number: number).first
    }

    package func releasePack(
        _ number: Int64, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> Bool {
        try require(access, [.releasePack])
        let (council, user) = (access.council.text, access.who.user.text)
        return try await write { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT kind, made_by FROM pack WHERE council = ? AND number = ?",
                arguments: [council, number])
            guard let row, row["made_by"] != user, Pack.Kind(rawValue: row["kind"])?.isForMembers == true else {
                return false
            }
            try db.execute(
                sql: """
                    INSERT INTO pack_release (council, number, released_by, released_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                arguments: [council, number, user, moment.milliseconds])
            return db.changesCount > 0
        }
    }

    private func kept(_ access: Access, number: Int64?) async throws(StoreFailure) -> [KeptPack] {
        try require(access, [.seeNumbers])
        let council = access.council.text
        let readsAll = access.who.mayDo.contains(.makePack)
        return try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT pack.*, released_by, released_at FROM pack LEFT JOIN pack_release USING (council, number)
                    WHERE council = ? AND (? IS NULL OR number = ?) ORDER BY number DESC
                    """,
                arguments: [council, number, number]
            ).compactMap { row in
                let body: Data = row["body"]
                let digest: Data = row["digest"]
                guard SHA256.hash(data: body).elementsEqual(digest) else { throw StoreFailure.damaged(table: "pack") }
                let by: String? = row["released_by"]
                let at: Int64? = row["released_at"]
                let pack = try StoredTextDecoder().value(of: Pack.self, from: Array(body))
                guard readsAll || (by != nil && pack.kind.isForMembers) else { return nil }
                return KeptPack(
                    number: row["number"], pack: pack, madeBy: row["made_by"],
                    madeAt: Moment(milliseconds: row["made_at"]), digest: Array(digest),
                    release: by.flatMap { by in
                        at.map { KeptPack.Release(by: by, at: Moment(milliseconds: $0)) }
                    })
            }
        }
    }
}
