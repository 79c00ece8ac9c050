//! When those who register for an event are asked for a proof of work: only while something presses
//! on it, and not a moment after that is over.
//!
//! Two signs raise the shield of an event: more forms in a minute than people send, or many forms in
//! a minute that no person sends (the trap filled in, sent in the second in which the page was made,
//! a proof that is none). It stays up while a quarter of either still comes, and ten minutes longer,
//! so that it does not flicker.

use jiff::{SignedDuration, Timestamp};

/// So many forms in a minute raise it. A school of 200 sends that many in ten minutes.
pub const MANY: u32 = 300;

/// So many forms in a minute that no person sends raise it.
pub const FOUL: u32 = 30;

/// What keeps it up, as a part of what raises it.
const STILL: u32 = 4;

/// How long it stays up after the last sign.
pub const AFTERWARDS: SignedDuration = SignedDuration::from_mins(10);

/// A form that is sent sooner after its page was made was not filled in by a person.
pub const QUICK: SignedDuration = SignedDuration::from_secs(1);

/// Six parts of a minute are counted apart, so that a minute is always the last sixty seconds.
const PARTS: usize = 6;
const PART: i64 = 10;

/// What is counted in a part of a minute.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    part: i64,
    sent: u32,
    foul: u32,
}

/// What has come for an event lately.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    counts: [Count; PARTS],
    up_until: Option<Timestamp>,
}

impl Watch {
    /// A form came.
    pub fn sent(&mut self, now: Timestamp) {
        self.count(now).sent += 1;
        self.judge(now);
    }

    /// A form came that no person sends.
    pub fn foul(&mut self, now: Timestamp) {
        self.count(now).foul += 1;
        self.judge(now);
    }

    /// Whether a proof is asked for.
    #[must_use]
    pub fn is_up(&self, now: Timestamp) -> bool {
        self.up_until.is_some_and(|until| now < until)
    }

    /// Whether nothing that was counted counts any more.
    #[must_use]
    pub fn is_quiet(&self, now: Timestamp) -> bool {
        !self.is_up(now) && self.lately(now) == (0, 0)
    }

    fn count(&mut self, now: Timestamp) -> &mut Count {
        let part = now.as_second().div_euclid(PART);
        let place = usize::try_from(part.rem_euclid(PARTS as i64)).unwrap_or_default();
        let count = &mut self.counts[place];
        if count.part != part {
            *count = Count { part, ..Count::default() };
        }
        count
    }

    /// Forms, and foul ones, of the last minute.
    fn lately(&self, now: Timestamp) -> (u32, u32) {
        let part = now.as_second().div_euclid(PART);
        let counts = self.counts.iter().filter(|count| part - count.part < PARTS as i64);
        counts.fold((0, 0), |(sent, foul), count| (sent + count.sent, foul + count.foul))
    }

    fn judge(&mut self, now: Timestamp) {
        let (sent, foul) = self.lately(now);
        let (many, much) =
            if self.is_up(now) { (MANY / STILL, FOUL / STILL) } else { (MANY, FOUL) };
        if sent >= many || foul >= much {
            self.up_until = Some(now + AFTERWARDS);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::{AFTERWARDS, FOUL, MANY, Watch};

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).expect("a time")
    }

    #[test]
    fn a_school_does_not_raise_it() {
        let mut watch = Watch::default();
        for second in 0..600 {
            if second % 3 == 0 {
                watch.sent(at(second));
            }
            assert!(!watch.is_up(at(second)));
        }
        assert!(watch.is_quiet(at(700)));
    }

    #[test]
    fn many_in_a_minute_raise_it_and_no_longer_apart() {
        let mut watch = Watch::default();
        for _ in 1..MANY {
            watch.sent(at(0));
        }
        assert!(!watch.is_up(at(0)));
        // The control: the same form a minute later is one of another minute.
        let mut later = watch.clone();
        later.sent(at(60));
        assert!(!later.is_up(at(60)));
        watch.sent(at(49));
        assert!(watch.is_up(at(49)));
    }

    #[test]
    fn a_few_foul_forms_raise_it() {
        let mut watch = Watch::default();
        for _ in 1..FOUL {
            watch.foul(at(0));
        }
        assert!(!watch.is_up(at(0)));
        watch.foul(at(1));
        assert!(watch.is_up(at(1)));
    }

    #[test]
    fn it_stays_up_under_less_and_falls_ten_minutes_after() {
        let mut watch = Watch::default();
        (0..FOUL).for_each(|_| watch.foul(at(0)));
        // A quarter of it is enough to keep it up, and would not raise it.
        let little = FOUL / 4;
        for minute in 1..30 {
            (0..little).for_each(|_| watch.foul(at(minute * 60)));
            assert!(watch.is_up(at(minute * 60 + 59)), "minute {minute}");
        }
        let last = at(29 * 60);
        let end = last + AFTERWARDS;
        assert!(watch.is_up(end - SignedDuration::from_secs(1)));
        assert!(!watch.is_up(end) && watch.is_quiet(end));
        // The control: less than a quarter does not.
        let mut watch = Watch::default();
        (0..FOUL).for_each(|_| watch.foul(at(0)));
        for minute in 1..11 {
            (1..little).for_each(|_| watch.foul(at(minute * 60)));
        }
        assert!(!watch.is_up(at(600)));
    }
}
