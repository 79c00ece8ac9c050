//! What is announced: events, their dates and the capacities in which one comes.

pub mod choices;
pub mod drafts;
pub mod rules;
pub mod schedule;
pub mod venue;

use jiff::Timestamp;

use crate::codes::codes;
use crate::invalid::Code;
use rules::Window;

codes! {
    /// The first choice of someone who looks for an event.
    Category {
        /// Football, running, chess, …
        Sports = "sports",
        /// Choirs, concerts, workshops, …
        Music = "music",
        /// Film, theatre, storytelling, …
        Entertainment = "entertainment",
    }
}

impl Category {
    /// The codes of what one does at events of this category; `other` is the last.
    #[must_use]
    pub const fn disciplines(self) -> &'static [&'static str] {
        match self {
            Self::Sports => &[
                "badminton",
                "basketball",
                "chess",
                "cricket",
                "cycling",
                "football",
                "hiking",
                "judo",
                "running",
                "sitting-volleyball",
                "skateboarding",
                "swimming",
                "table-tennis",
                "taijiquan",
                "touch-rugby",
                "walking-football",
                "wheelchair-basketball",
                "other",
            ],
            Self::Music => &[
                "choir",
                "cumbia",
                "dombra",
                "drumming",
                "folk-song",
                "gamelan",
                "gnawa",
                "hip-hop",
                "jazz",
                "kora",
                "orchestra",
                "oud",
                "samba",
                "songwriting",
                "other",
            ],
            Self::Entertainment => &[
                "board-games",
                "circus",
                "film-night",
                "folk-dance",
                "improvisation",
                "magic",
                "photo-walk",
                "poetry-slam",
                "puppetry",
                "quiz",
                "radio-play",
                "shadow-theatre",
                "stand-up",
                "storytelling",
                "street-theatre",
                "other",
            ],
        }
    }
}

codes! {
    /// The state of an event that organisers decide; *ended* follows from its dates.
    EventStatus {
        /// Being written; nobody sees it.
        Draft = "draft",
        /// Open to the public.
        Published = "published",
        /// Will take place, at a time not yet known.
        Postponed = "postponed",
        /// Will not take place.
        Cancelled = "cancelled",
    }
}

impl EventStatus {
    /// Whether organisers can bring an event from this state into that one.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        match next {
            Self::Draft => !matches!(self, Self::Draft),
            Self::Published => !matches!(self, Self::Published),
            Self::Postponed => matches!(self, Self::Published),
            Self::Cancelled => matches!(self, Self::Published | Self::Postponed),
        }
    }
}

codes! {
    /// What an event lacks that has to be there before it is published.
    Missing {
        /// A language with title, summary, description and the name of the place.
        Text = "text",
        /// A date that has not begun and is not cancelled.
        Date = "date",
        /// A capacity in which one can come.
        Ticket = "ticket",
        /// The address of the place.
        Address = "address",
        /// The link of what is held online.
        Link = "link",
    }
}

codes! {
    /// A programme area of the United Nations Alliance of Civilizations.
    ProgrammeArea {
        /// Education.
        Education = "education",
        /// Youth.
        Youth = "youth",
        /// Migration.
        Migration = "migration",
        /// Media.
        Media = "media",
    }
}

codes! {
    /// An area of the UN Programme of Action on a Culture of Peace (A/RES/53/243, part B).
    ActionArea {
        /// A culture of peace through education.
        Education = "education",
        /// Sustainable economic and social development.
        Development = "development",
        /// Respect for all human rights.
        HumanRights = "human-rights",
        /// Equality between women and men.
        Equality = "equality",
        /// Democratic participation.
        Participation = "participation",
        /// Understanding, tolerance and solidarity.
        Understanding = "understanding",
        /// Participatory communication and the free flow of information.
        Communication = "communication",
        /// International peace and security.
        Peace = "peace",
    }
}

codes! {
    /// The capacity in which one comes to an event.
    TicketKind {
        /// Takes part.
        Participant = "participant",
        /// Plays in a team or alone.
        Player = "player",
        /// Is on stage.
        Performer = "performer",
        /// Watches and listens.
        Spectator = "spectator",
        /// Helps.
        Volunteer = "volunteer",
        /// Reports.
        Media = "media",
    }
}

/// What decides whether one can register for a date.
#[derive(Debug, Clone, Copy)]
pub struct Admission {
    /// The state of the event.
    pub event: EventStatus,
    /// Whether this date alone is cancelled.
    pub date_cancelled: bool,
    /// When the date begins: registration closes then at the latest.
    pub starts_at: Timestamp,
    /// From when until when one can register.
    pub window: Window,
    /// Places in all.
    pub capacity: i64,
    /// Places taken.
    pub taken: i64,
    /// How many registrations wait for places: what is free is theirs.
    pub waiting: i64,
    /// Whether people can wait where there are no places.
    pub waitlist: bool,
    /// Whether the number of free places is not shown.
    pub hides_places: bool,
}

impl Admission {
    /// Whether people can register at this time.
    ///
    /// # Errors
    /// The reason why they cannot, the one that matters most to them first.
    pub fn open(&self, now: Timestamp) -> Result<(), Code> {
        match self.event {
            EventStatus::Cancelled => Err(Code::Cancelled),
            EventStatus::Postponed => Err(Code::Postponed),
            // A draft is found by nobody: who gets here guessed, and learns nothing.
            EventStatus::Draft => Err(Code::Unreadable),
            EventStatus::Published if self.date_cancelled => Err(Code::Cancelled),
            EventStatus::Published if self.starts_at <= now => Err(Code::Past),
            EventStatus::Published if self.closes_at() <= now => Err(Code::Closed),
            EventStatus::Published if self.window.is_before(now) => Err(Code::NotYetOpen),
            EventStatus::Published if self.left() == 0 => Err(Code::Full),
            EventStatus::Published => Ok(()),
        }
    }

    /// When registration closes.
    #[must_use]
    pub fn closes_at(&self) -> Timestamp {
        self.window.closing(self.starts_at)
    }

    /// Places left for whoever comes now, never below zero: none while others wait for them.
    #[must_use]
    pub fn left(&self) -> i64 {
        if self.waiting > 0 { 0 } else { (self.capacity - self.taken).max(0) }
    }

    /// Whether people who register now wait.
    #[must_use]
    pub fn waits(&self, now: Timestamp) -> bool {
        self.waitlist && self.open(now) == Err(Code::Full)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Admission, EventStatus};
    use crate::events::rules::Window;
    use crate::invalid::Code;

    fn admission() -> Admission {
        Admission {
            event: EventStatus::Published,
            date_cancelled: false,
            starts_at: Timestamp::from_second(1000).expect("in range"),
            window: Window::default(),
            capacity: 2,
            taken: 1,
            waiting: 0,
            waitlist: false,
            hides_places: false,
        }
    }

    #[track_caller]
    fn assert_open(change: impl FnOnce(&mut Admission), second: i64, expected: Result<(), Code>) {
        let mut admission = admission();
        change(&mut admission);
        assert_eq!(admission.open(Timestamp::from_second(second).expect("in range")), expected);
    }

    #[test]
    fn what_is_announced_can_be_postponed_and_cancelled_and_a_draft_cannot() {
        use EventStatus as S;
        let next = |status: S| {
            let may = |next: &&S| status.may_become(**next);
            S::ALL.iter().filter(may).copied().collect::<Vec<_>>()
        };
        assert_eq!(next(S::Draft), [S::Published]);
        assert_eq!(next(S::Published), [S::Draft, S::Postponed, S::Cancelled]);
        assert_eq!(next(S::Postponed), [S::Draft, S::Published, S::Cancelled]);
        assert_eq!(next(S::Cancelled), [S::Draft, S::Published]);
    }

    #[test]
    fn registration_is_open_until_the_date_begins() {
        assert_open(|_| {}, 999, Ok(()));
        assert_open(|_| {}, 1000, Err(Code::Past));
        assert_open(|a| a.taken = 2, 999, Err(Code::Full));
        assert_open(|a| a.date_cancelled = true, 999, Err(Code::Cancelled));
        assert_open(|a| a.event = EventStatus::Cancelled, 999, Err(Code::Cancelled));
        assert_open(|a| a.event = EventStatus::Postponed, 999, Err(Code::Postponed));
        assert_open(|a| a.event = EventStatus::Draft, 999, Err(Code::Unreadable));
    }

    #[test]
    fn registration_is_open_from_its_opening_to_its_closing() {
        let at = |second| Timestamp::from_second(second).ok();
        let window = Window { opens_at: at(100), closes_at: at(900), closes_hours: None };
        assert_open(|a| a.window = window, 99, Err(Code::NotYetOpen));
        assert_open(|a| a.window = window, 100, Ok(()));
        assert_open(|a| a.window = window, 899, Ok(()));
        assert_open(|a| a.window = window, 900, Err(Code::Closed));
        assert_open(|a| a.window = window, 1000, Err(Code::Past));
        let full = |a: &mut Admission| (a.window, a.taken) = (window, 2);
        assert_open(full, 99, Err(Code::NotYetOpen));
        assert_open(full, 500, Err(Code::Full));
    }
}
