import ChildJourney

/// A record being written, which a departure may still change, and the id other records call it by.
@dynamicMemberLookup
struct Draft<Body: EntryBody>: Sendable {
    let id: RecordID
    var body: Body

    init(_ body: Body, id: RecordID) {
        self.id = id
        self.body = body
    }

    subscript<Value>(dynamicMember path: WritableKeyPath<Body, Value>) -> Value {
        get { body[keyPath: path] }
        set { body[keyPath: path] = newValue }
    }
}
