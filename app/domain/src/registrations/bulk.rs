//! What can be done to many registrations at once, how far it is, and what comes of each.

use crate::codes::codes;

codes! {
    /// What can be done to many.
    BulkKind {
        /// A tag is put on.
        Tag = "tag",
        /// A tag is taken off.
        Untag = "untag",
        /// Those who were chosen give their places back.
        Cancel = "cancel",
        /// Whole registrations move to another date.
        Move = "move",
        /// The contact persons are written to.
        Write = "write",
    }
}

codes! {
    /// How far it is.
    BulkState {
        /// They are chosen; nothing is done yet.
        Chosen = "chosen",
        /// A part after the other is done.
        Running = "running",
        /// Everything is done.
        Done = "done",
        /// A part after the other is undone.
        Undoing = "undoing",
        /// Everything is undone.
        Undone = "undone",
    }
}

codes! {
    /// What came of one registration.
    Outcome {
        /// It was done.
        Done = "done",
        /// There was nothing to do.
        Nothing = "nothing",
        /// Nobody of those who were chosen comes (any more).
        NotComing = "not-coming",
        /// Its date has begun or is over.
        Past = "past",
        /// There are not enough places.
        Full = "full",
        /// The event or the date is not open.
        Closed = "closed",
        /// Somebody in it is at the door already.
        Here = "here",
        /// It was changed since.
        Changed = "changed",
    }
}
