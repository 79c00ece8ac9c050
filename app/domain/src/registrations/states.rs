//! The states of a registration, and every way from one to another.
//!
//! [`TABLE`] is the whole of it: what happens, from which state to which, and what that does to
//! places, mail, calendar and record. Whatever is not in the table does not happen. Whoever changes
//! the state of a registration asks [`first`] or [`RegistrationStatus::after`], and does what the
//! row says.

use super::RegistrationStatus;
use crate::codes::codes;

/// Something that happens to a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Happening {
    /// A form is sent, or an organiser adds somebody.
    Register,
    /// A form is sent, and the address has to be confirmed.
    AskAddress,
    /// A form is sent, and an organiser has to approve.
    AskApproval,
    /// A form is sent, and there are not enough places.
    Wait,
    /// The link in the mail is used.
    ConfirmAddress,
    /// An organiser says yes.
    Approve,
    /// An organiser says no.
    Decline,
    /// Places came free.
    Offer,
    /// They are wanted.
    Accept,
    /// They are wanted, and an organiser has to approve.
    AcceptAsking,
    /// The time is over.
    Expire,
    /// Some of its people do not come.
    GiveBackSome,
    /// None of its people come.
    GiveBackAll,
    /// An organiser takes back that they gave their places back.
    BringBack,
    /// An organiser moves it to another date.
    Move,
}

/// What happens to places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Places {
    /// Nothing.
    Keep,
    /// They are taken, by guarded updates.
    Take,
    /// Those of the people who leave are free again.
    Release,
    /// They are taken on one date and free on the other.
    Move,
}

/// What the mail does to the entry in the calendar of whoever gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// There is none in the mail.
    None,
    /// It is written, or written again.
    Publish,
    /// It is taken out.
    Cancel,
}

codes! {
    /// What a mail about a registration tells.
    Told {
        /// They have their places.
        Confirmed = "confirmed",
        /// Some of them do not come any more.
        Changed = "changed",
        /// None of them does.
        Cancelled = "cancelled",
        /// The address has to be confirmed.
        ConfirmAddress = "confirm-address",
        /// An organiser has to approve.
        PendingApproval = "pending-approval",
        /// An organiser said no.
        Declined = "declined",
        /// They wait.
        Waitlisted = "waitlisted",
        /// There are places for them, for a while.
        Offered = "offered",
        /// Nobody accepted them in time.
        OfferExpired = "offer-expired",
        /// No places came free in time.
        WaitOver = "wait-over",
        /// They do not ask for places any more.
        Withdrawn = "withdrawn",
        /// They ask for fewer places.
        Reduced = "reduced",
    }
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// The state before; none for a new registration.
    pub from: Option<RegistrationStatus>,
    /// What happens.
    pub happening: Happening,
    /// The state after.
    pub to: RegistrationStatus,
    /// What it does to places.
    pub places: Places,
    /// The mail that is queued with it.
    pub mail: Option<Told>,
    /// What that mail does to the calendar.
    pub entry: Entry,
    /// The verb in the record.
    pub act: &'static str,
}

macro_rules! table {
    ($($from:ident $happening:ident => $to:ident, $places:ident, $mail:ident, $entry:ident, $act:literal;)*) => {
        /// Every way from one state to another.
        pub const TABLE: &[Transition] = &[$(Transition {
            from: table!(@from $from),
            happening: Happening::$happening,
            to: RegistrationStatus::$to,
            places: Places::$places,
            mail: table!(@mail $mail),
            entry: Entry::$entry,
            act: $act,
        },)*];
    };
    (@from New) => { None };
    (@from $from:ident) => { Some(RegistrationStatus::$from) };
    (@mail NoMail) => { None };
    (@mail $mail:ident) => { Some(Told::$mail) };
}

table! {
    // before          what happens      after            places   mail             calendar  record
    New                Register       => Confirmed,       Take,    Confirmed,       Publish,  "register";
    New                AskAddress     => PendingEmail,    Take,    ConfirmAddress,  None,     "register";
    New                AskApproval    => PendingApproval, Take,    PendingApproval, None,     "register";
    New                Wait           => Waitlisted,      Keep,    Waitlisted,      None,     "wait";

    PendingEmail       ConfirmAddress => Confirmed,       Keep,    Confirmed,       Publish,  "confirm-address";
    PendingEmail       GiveBackSome   => PendingEmail,    Release, Reduced,         None,     "give-back";
    PendingEmail       GiveBackAll    => Cancelled,       Release, Withdrawn,       None,     "give-back";
    // Nobody proved that the address is theirs: it gets no second mail.
    PendingEmail       Expire         => Expired,         Release, NoMail,          None,     "expire";

    PendingApproval    Approve        => Confirmed,       Keep,    Confirmed,       Publish,  "approve";
    PendingApproval    Decline        => Declined,        Release, Declined,        None,     "decline";
    PendingApproval    GiveBackSome   => PendingApproval, Release, Reduced,         None,     "give-back";
    PendingApproval    GiveBackAll    => Cancelled,       Release, Withdrawn,       None,     "give-back";

    Waitlisted         Offer          => Offered,         Take,    Offered,         None,     "offer";
    Waitlisted         Decline        => Declined,        Keep,    Declined,        None,     "decline";
    Waitlisted         GiveBackSome   => Waitlisted,      Keep,    Reduced,         None,     "give-back";
    Waitlisted         GiveBackAll    => Cancelled,       Keep,    Withdrawn,       None,     "give-back";
    Waitlisted         Expire         => Expired,         Keep,    WaitOver,        None,     "expire";

    Offered            Accept         => Confirmed,       Keep,    Confirmed,       Publish,  "accept";
    Offered            AcceptAsking   => PendingApproval, Keep,    PendingApproval, None,     "accept";
    Offered            GiveBackSome   => Offered,         Release, Reduced,         None,     "give-back";
    Offered            GiveBackAll    => Cancelled,       Release, Withdrawn,       None,     "give-back";
    Offered            Expire         => Expired,         Release, OfferExpired,    None,     "expire";

    Confirmed          GiveBackSome   => Confirmed,       Release, Changed,         Publish,  "give-back";
    Confirmed          GiveBackAll    => Cancelled,       Release, Cancelled,       Cancel,   "give-back";
    Confirmed          BringBack      => Confirmed,       Take,    Confirmed,       Publish,  "bring-back";
    Confirmed          Move           => Confirmed,       Move,    Changed,         Publish,  "move";
    Cancelled          BringBack      => Confirmed,       Take,    Confirmed,       Publish,  "bring-back";
}

/// How a registration begins; none if it cannot begin so.
#[must_use]
pub fn first(happening: Happening) -> Option<Transition> {
    find(None, happening)
}

fn find(from: Option<RegistrationStatus>, happening: Happening) -> Option<Transition> {
    TABLE.iter().find(|row| row.from == from && row.happening == happening).copied()
}

impl Told {
    /// What a mail that tells this does to the calendar of whoever gets it.
    #[must_use]
    pub fn entry(self) -> Entry {
        TABLE.iter().find(|row| row.mail == Some(self)).map_or(Entry::None, |row| row.entry)
    }
}

/// The bits of all states in the number that stands with everyone who registered, beside those of
/// tags: a list is filtered by them without looking at registrations.
pub const STATE_MARKS: i64 = 0b11_1111 << 22;

impl RegistrationStatus {
    /// What becomes of a registration in this state when this happens; none if it cannot happen.
    #[must_use]
    pub fn after(self, happening: Happening) -> Option<Transition> {
        find(Some(self), happening)
    }

    /// Whether its people have places, for good or for a while.
    #[must_use]
    pub const fn holds_places(self) -> bool {
        matches!(self, Self::PendingEmail | Self::PendingApproval | Self::Offered | Self::Confirmed)
    }

    /// Whether nothing comes of it any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Declined | Self::Cancelled | Self::Expired)
    }

    /// Whether it ends by itself after a time.
    #[must_use]
    pub const fn runs_out(self) -> bool {
        matches!(self, Self::PendingEmail | Self::Offered)
    }

    /// Its bit with everyone in it; none for people who come, or came and gave back.
    #[must_use]
    pub const fn mark(self) -> i64 {
        match self {
            Self::PendingEmail => 1 << 22,
            Self::PendingApproval => 1 << 23,
            Self::Waitlisted => 1 << 24,
            Self::Offered => 1 << 25,
            Self::Declined => 1 << 26,
            Self::Expired => 1 << 27,
            Self::Confirmed | Self::Cancelled => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Entry, Happening, Places, RegistrationStatus, STATE_MARKS, TABLE, Told, first};
    use crate::registrations::tags::{NOTED, UNDELIVERED};

    #[test]
    fn what_happens_in_a_state_leads_to_one_other() {
        let mut seen = BTreeSet::new();
        for row in TABLE {
            assert!(seen.insert((row.from, row.happening)), "twice: {row:?}");
        }
        assert_eq!(first(Happening::Approve), None);
        assert_eq!(RegistrationStatus::Declined.after(Happening::Accept), None);
    }

    #[test]
    fn every_state_is_reached_and_left_unless_it_is_an_end() {
        for status in RegistrationStatus::ALL {
            assert!(TABLE.iter().any(|row| row.to == *status), "{status:?} is never reached");
            let is_left = TABLE.iter().any(|row| row.from == Some(*status) && row.to != *status);
            assert!(is_left || status.is_over(), "{status:?} is never left");
        }
    }

    #[test]
    fn places_are_taken_and_released_as_the_states_hold_them() {
        for row in TABLE {
            let before = row.from.is_some_and(RegistrationStatus::holds_places);
            let expected: &[Places] = match (before, row.to.holds_places()) {
                (false, true) => &[Places::Take],
                (true, false) => &[Places::Release],
                (false, false) => &[Places::Keep],
                (true, true) => match row.happening {
                    Happening::GiveBackSome => &[Places::Release],
                    Happening::BringBack => &[Places::Take],
                    Happening::Move => &[Places::Move],
                    _ => &[Places::Keep],
                },
            };
            assert!(expected.contains(&row.places), "{row:?}");
        }
    }

    #[test]
    fn one_sort_of_mail_does_one_thing_to_the_calendar() {
        for row in TABLE {
            match row.mail {
                Some(told) => assert_eq!(told.entry(), row.entry, "{row:?}"),
                None => assert_eq!(row.entry, Entry::None, "{row:?}"),
            }
        }
        for told in Told::ALL {
            assert!(TABLE.iter().any(|row| row.mail == Some(*told)), "{told:?} is never told");
        }
    }

    #[test]
    fn an_entry_is_written_for_those_who_come_and_for_nobody_else() {
        for row in TABLE {
            let expected = match (row.from, row.to) {
                (_, RegistrationStatus::Confirmed) => Entry::Publish,
                (Some(RegistrationStatus::Confirmed), _) => Entry::Cancel,
                _ => Entry::None,
            };
            assert_eq!(row.entry, expected, "{row:?}");
        }
    }

    #[test]
    fn each_state_has_a_bit_of_its_own_beside_those_of_tags() {
        let marks = RegistrationStatus::ALL.iter().map(|status| status.mark());
        assert_eq!(marks.clone().sum::<i64>(), STATE_MARKS);
        assert_eq!(STATE_MARKS, 264_241_152, "as it stands in the statements");
        assert_eq!(STATE_MARKS & (NOTED | UNDELIVERED | (NOTED - 1)), 0);
    }
}
