//! What could not be read, and what was lost by it.
//!
//! A kind may carry words out of the file. They come from a stranger and end on a terminal, so
//! they pass through [`shown`] when the problem is made, never later.

use std::fmt;

use super::text::is_unsafe;

/// The most problems that are named one by one; the rest are only counted.
pub const MAX_PROBLEMS: usize = 10_000;

/// How much of a stranger's text a problem repeats, in characters.
const SHOWN: usize = 80;

/// Something in the file that could not be read, or not wholly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line it is on, from 1; 0 when the cause is not in the file.
    pub line: usize,
    /// The cause.
    pub kind: ProblemKind,
    /// The `UID` of the event it is in, if that has one.
    pub uid: Option<String>,
    /// The title of the event it is in, if that has one.
    pub title: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        match self.title.as_ref().or(self.uid.as_ref()) {
            Some(event) => write!(f, "\"{event}\": {}", self.kind),
            None => self.kind.fmt(f),
        }
    }
}

/// How much a problem keeps from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// A property or a remark; the event itself was read.
    Part,
    /// One event, or one component in place of an event.
    Event,
    /// The file, or all of it after this line.
    File,
}

/// The cause of a [`Problem`]. Its `Display` is one sentence for the person at the command line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// More than [`MAX_BYTES`](super::MAX_BYTES).
    #[error("the file has more than {} MB; split it", super::MAX_BYTES / 1_000_000)]
    TooLarge,
    /// NUL bytes or broken UTF-16: a picture, an archive, UTF-16 without its mark.
    #[error("this is not text; an .ics file in UTF-8 is needed")]
    NotText,
    /// Not one `BEGIN:VCALENDAR` (RFC 5545, 3.4).
    #[error("there is no BEGIN:VCALENDAR, so this is not an iCalendar file")]
    NoCalendar,
    /// Components inside components, more than [`MAX_DEPTH`](super::MAX_DEPTH) of them.
    #[error("components are nested more than {} deep; reading stopped here", super::MAX_DEPTH)]
    TooDeep,
    /// More than [`MAX_EVENTS`](super::MAX_EVENTS).
    #[error(
        "there are more than {} events; reading stopped here, so split the file",
        super::MAX_EVENTS
    )]
    TooManyEvents,
    /// More than [`MAX_PROBLEMS`]; these were counted only.
    #[error("{0} more problems are not listed")]
    MoreProblems(usize),
    /// Something before or after the calendars, or between them. Only the first line is named.
    #[error("this stands outside any VCALENDAR and was not read")]
    OutsideCalendar,
    /// `BEGIN` without its `END` (RFC 5545, 3.6): often a file that was cut.
    #[error("{0} begins here and never ends; the file may have been cut")]
    NeverEnds(String),
    /// `END` without its `BEGIN` (RFC 5545, 3.6).
    #[error("{0} ends here but never began")]
    StrayEnd(String),
    /// No `NAME:value` (RFC 5545, 3.1): often a text that was broken without folding.
    #[error("this is not a NAME:value line; a long text may have been broken in two")]
    NotALine,
    /// Longer, once unfolded, than [`MAX_LINE`](super::MAX_LINE).
    #[error("the line has more than {} kB and was left out", super::MAX_LINE / 1024)]
    LineTooLong,
    /// A to-do, a journal entry, a busy time (RFC 5545, 3.6.2 to 3.6.4).
    #[error("{0} is not an event and was left out")]
    NotAnEvent(String),
    /// Bytes that are not UTF-8 (RFC 5545, 3.1.4), so no letter of the text can be trusted.
    #[error("the text is not UTF-8; convert the file, for example: iconv -f ISO-8859-1 -t UTF-8")]
    NotUtf8,
    /// `ENCODING=QUOTED-PRINTABLE` or `BASE64` on a text, as in vCalendar 1.0.
    #[error("the text is in {0}, as in old vCalendar 1.0 files; export it as iCalendar 2.0")]
    EncodingNotRead(String),
    /// No `SUMMARY`, or an empty one.
    #[error("the event has no title (SUMMARY)")]
    NoTitle,
    /// No `DTSTART` (RFC 5545, 3.6.1).
    #[error("the event has no start (DTSTART)")]
    NoStart,
    /// Not a date or a date with time (RFC 5545, 3.3.4 and 3.3.5), or a day that never was.
    #[error("\"{0}\" is not a date such as 20270615 or 20270615T190000Z")]
    BadDate(String),
    /// Not a duration (RFC 5545, 3.3.6).
    #[error("\"{0}\" is not a duration such as PT2H or P1D")]
    BadDuration(String),
    /// A day for one end, a time for the other (RFC 5545, 3.8.2.2).
    #[error("one of start and end is a whole day, the other has a time")]
    MixedDates,
    /// A `TZID` that names no zone, nor describes one that a name could be found for.
    #[error("the time zone \"{0}\" is not known; rename it in the file, as in TZID=Europe/Berlin")]
    UnknownZone(String),
    /// The zone for times without one, from `X-WR-TIMEZONE` or the command line, names no zone.
    #[error("the default time zone \"{0}\" is not known; use a name such as Europe/Berlin")]
    UnknownDefaultZone(String),
    /// A day or a time without a zone (RFC 5545, 3.3.5 form 1), and no default for it.
    #[error("the time has no time zone; import again with a default time zone")]
    FloatingTime,
    /// `DTEND` before `DTSTART`, or a negative `DURATION`.
    #[error("the event ends before it starts")]
    EndsBeforeStart,
    /// `RRULE` or `RDATE` (RFC 5545, 3.8.5). Only the first date was read.
    #[error("the event repeats, and only its first date was read; add the others by hand")]
    RecurrenceNotRead,
    /// `RECURRENCE-ID` (RFC 5545, 3.8.4.4): one changed date of an event that repeats.
    #[error("this changes one date of an event that repeats and was left out")]
    OverrideNotRead,
    /// Another event in the file has the same `UID` and is at least as new (RFC 5545, 3.8.4.7).
    #[error("the UID is that of another event in this file; the newer one was kept")]
    DuplicateUid,
    /// A property that may stand once stands again.
    #[error("there is a second {0}; the first was used")]
    Repeated(&'static str),
    /// Longer than we keep.
    #[error("the {what} is longer than {limit} {unit} and was cut")]
    Cut {
        /// What was cut.
        what: &'static str,
        /// How many were kept.
        limit: usize,
        /// What they are.
        unit: &'static str,
    },
    /// Too long to tell events apart by (RFC 7986, 5.3 advises 255 octets).
    #[error("the UID is too long and was left out, so importing again makes a second event")]
    UidTooLong,
    /// A `URL` that is not a web address.
    #[error("\"{0}\" is not a web address and was left out")]
    BadUrl(String),
    /// A `GEO` that is not a place on earth (RFC 5545, 3.8.1.6).
    #[error("\"{0}\" is not a latitude;longitude and was left out")]
    BadGeo(String),
}

impl ProblemKind {
    /// How much was lost.
    #[must_use]
    pub fn loss(&self) -> Loss {
        match self {
            Self::TooLarge
            | Self::NotText
            | Self::NoCalendar
            | Self::TooDeep
            | Self::TooManyEvents => Loss::File,
            Self::NeverEnds(name) if name == "VCALENDAR" => Loss::File,
            Self::NeverEnds(name) if name == "VEVENT" => Loss::Event,
            Self::NotAnEvent(_)
            | Self::NotUtf8
            | Self::EncodingNotRead(_)
            | Self::NoTitle
            | Self::NoStart
            | Self::BadDate(_)
            | Self::BadDuration(_)
            | Self::MixedDates
            | Self::UnknownZone(_)
            | Self::FloatingTime
            | Self::EndsBeforeStart
            | Self::OverrideNotRead
            | Self::DuplicateUid => Loss::Event,
            Self::MoreProblems(_)
            | Self::OutsideCalendar
            | Self::NeverEnds(_)
            | Self::StrayEnd(_)
            | Self::NotALine
            | Self::LineTooLong
            | Self::UnknownDefaultZone(_)
            | Self::RecurrenceNotRead
            | Self::Repeated(_)
            | Self::Cut { .. }
            | Self::UidTooLong
            | Self::BadUrl(_)
            | Self::BadGeo(_) => Loss::Part,
        }
    }
}

/// A stranger's words made fit for a terminal: no controls, no bidirectional marks, not long.
pub(super) fn shown(text: &[u8]) -> String {
    // A character has at most four bytes, so what is left off here would not be shown anyway.
    let text = String::from_utf8_lossy(&text[..text.len().min(SHOWN * 4)]);
    text.chars().filter(|c| !is_unsafe(*c) && !c.is_control()).take(SHOWN).collect()
}

/// The line and the cause of what could not be read.
pub(super) type Failure = (usize, ProblemKind);

/// Gathers problems, and counts those beyond [`MAX_PROBLEMS`].
#[derive(Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// Names a problem.
    pub(super) fn add(&mut self, line: usize, kind: ProblemKind) {
        if self.list.len() < MAX_PROBLEMS {
            self.list.push(Problem { line, kind, uid: None, title: None });
        } else {
            self.more += 1;
        }
    }

    /// The value, or nothing and its failure named.
    pub(super) fn keep<T>(&mut self, value: Result<T, Failure>) -> Option<T> {
        value.map_err(|(line, kind)| self.add(line, kind)).ok()
    }

    /// How many are named so far, for [`Problems::of_event`].
    pub(super) fn mark(&self) -> usize {
        self.list.len()
    }

    /// Says that all problems named since `mark` are in this event.
    pub(super) fn of_event(&mut self, mark: usize, uid: Option<&str>, title: Option<&str>) {
        let names = |text: &str| shown(text.as_bytes());
        for problem in self.list.iter_mut().skip(mark) {
            problem.uid = uid.map(names);
            problem.title = title.map(names);
        }
    }

    /// All of them in the order of the lines.
    pub(super) fn in_order(mut self) -> Vec<Problem> {
        self.list.sort_by_key(|problem| problem.line);
        if self.more > 0 {
            let kind = ProblemKind::MoreProblems(self.more);
            self.list.push(Problem { line: 0, kind, uid: None, title: None });
        }
        self.list
    }
}
