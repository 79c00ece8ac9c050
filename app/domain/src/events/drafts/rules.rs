//! From when until when one can register, and until when places can be given back.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::date::{existing, time, zone};
use super::{keep, whole};
use crate::events::TicketKind;
use crate::events::rules::{MAX_HOURS, Returns};
use crate::events::schedule::place;
use crate::invalid::{Code, Field, Invalid};

/// What was typed about one opening and closing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowDraft {
    /// When it opens, on the clock of the zone; empty for at once.
    pub opens: String,
    /// When it closes; empty for the beginning of each date.
    pub closes: String,
}

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RulesDraft {
    /// Opening and closing of the event.
    pub window: WindowDraft,
    /// How many hours before each date begins it closes; empty for no such rule.
    pub closes_hours: String,
    /// The IANA name of the zone of all times here; may stay empty where there are none.
    pub zone: String,
    /// Until how many hours before each date begins places are given back; empty for until then.
    pub returns_hours: String,
    /// Not empty where participants do not give places back by themselves.
    pub returns_never: String,
    /// Opening and closing by the codes of ticket types.
    pub tickets: BTreeMap<String, WindowDraft>,
}

/// A time on the clock of a zone, and the instant that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Local {
    /// On the clock.
    pub local: DateTime,
    /// The instant.
    pub at: Timestamp,
}

/// What may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedRules {
    /// The IANA name of the zone, where there is a time.
    pub zone: Option<String>,
    /// When it opens.
    pub opens: Option<Local>,
    /// When it closes.
    pub closes: Option<Local>,
    /// How many hours before each date begins it closes.
    pub closes_hours: Option<i64>,
    /// Until when places are given back.
    pub returns: Returns,
    /// Opening and closing of ticket types that have their own.
    pub tickets: Vec<(TicketKind, Option<Local>, Option<Local>)>,
}

impl RulesDraft {
    /// The rules, if nothing is wrong with them.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self) -> Result<CheckedRules, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let windows = self.tickets.values().chain([&self.window]);
        let is_needed = windows.into_iter().any(|window| *window != WindowDraft::default());
        let zone = if is_needed || !self.zone.trim().is_empty() {
            keep(zone(&self.zone).map(Some), Field::RulesZone, &mut wrong)
        } else {
            None
        };
        let fields = (Field::Opens, Field::Closes);
        let (opens, closes) = self.window.check(zone.as_ref(), fields, &mut wrong);
        let mut tickets = Vec::new();
        for kind in TicketKind::ALL {
            let Some(window) = self.tickets.get(kind.code()) else { continue };
            let fields = (Field::TicketOpens(*kind), Field::TicketCloses(*kind));
            let (opens, closes) = window.check(zone.as_ref(), fields, &mut wrong);
            if opens.is_some() || closes.is_some() {
                tickets.push((*kind, opens, closes));
            }
        }
        let closes_hours = keep(hours(&self.closes_hours), Field::ClosesHours, &mut wrong);
        let returns_hours = keep(hours(&self.returns_hours), Field::Returns, &mut wrong);
        let returns = if self.returns_never.is_empty() {
            Returns::Hours(returns_hours.unwrap_or(0))
        } else {
            Returns::Never
        };
        let zone = zone.and_then(|zone| zone.iana_name().map(str::to_owned));
        whole(CheckedRules { zone, opens, closes, closes_hours, returns, tickets }, wrong)
    }
}

impl WindowDraft {
    fn check(
        &self,
        zone: Option<&TimeZone>,
        (opening, closing): (Field, Field),
        wrong: &mut Vec<Invalid>,
    ) -> (Option<Local>, Option<Local>) {
        let opens = keep(moment(&self.opens, zone), opening, wrong);
        let closes = keep(moment(&self.closes, zone), closing, wrong);
        if let (Some(opens), Some(closes)) = (opens, closes)
            && closes.at <= opens.at
        {
            wrong.push(Invalid::new(closing, Code::ClosesBeforeOpening));
        }
        (opens, closes)
    }
}

/// A time, if one was typed, as it is placed in this zone. Where the zone is wrong, nothing is said of the times in it.
pub(super) fn moment(text: &str, zone: Option<&TimeZone>) -> Result<Option<Local>, Code> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let local = time(text)?;
    let Some(zone) = zone else { return Ok(None) };
    let (local, _) = existing(local, zone).map_err(|_| Code::DateTime)?;
    let placed = place(local, zone).map_err(|_| Code::DateTime)?;
    Ok(Some(Local { local, at: placed.at }))
}

/// A number of hours, if one was typed.
fn hours(text: &str) -> Result<Option<i64>, Code> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| text.parse().ok()).flatten();
    number.filter(|number| (0..=MAX_HOURS).contains(number)).map(Some).ok_or(Code::Hours)
}

#[cfg(test)]
mod tests {
    use super::{RulesDraft, WindowDraft};
    use crate::events::TicketKind;
    use crate::events::rules::Returns;
    use crate::invalid::{Code, Field, Invalid};

    fn window(opens: &str, closes: &str) -> WindowDraft {
        WindowDraft { opens: opens.into(), closes: closes.into() }
    }

    #[test]
    fn nothing_typed_bounds_nothing() {
        let rules = RulesDraft::default().check().expect("rules");
        assert_eq!((rules.opens, rules.closes, rules.closes_hours), (None, None, None));
        assert_eq!((rules.returns, rules.zone), (Returns::Hours(0), None));
    }

    #[test]
    fn times_are_placed_in_their_zone() {
        let mut draft = RulesDraft {
            window: window("2027-03-28T02:30", "2027-04-01T12:00"),
            zone: "Europe/Madrid".into(),
            closes_hours: " 24 ".into(),
            returns_hours: "48".into(),
            ..RulesDraft::default()
        };
        draft.tickets.insert("media".into(), window("", "2027-03-30T00:00"));
        draft.tickets.insert("player".into(), window("", ""));
        let rules = draft.check().expect("rules");
        let opens = rules.opens.expect("an opening");
        assert_eq!(opens.local.to_string(), "2027-03-28T03:30:00", "the clocks leave 02:30 out");
        assert_eq!(opens.at.to_string(), "2027-03-28T01:30:00Z");
        assert_eq!((rules.closes_hours, rules.returns), (Some(24), Returns::Hours(48)));
        let kinds: Vec<_> = rules.tickets.iter().map(|(kind, ..)| *kind).collect();
        assert_eq!(kinds, [TicketKind::Media]);
        draft.returns_never = "on".into();
        assert_eq!(draft.check().expect("rules").returns, Returns::Never);
    }

    #[test]
    fn what_is_no_rule_is_refused_at_its_field() {
        let draft = RulesDraft {
            window: window("2027-04-01T12:00", "2027-04-01T12:00"),
            zone: "Europe/Madrid".into(),
            closes_hours: "-1".into(),
            returns_hours: "8761".into(),
            returns_never: String::new(),
            tickets: [("player".into(), window("soon", ""))].into(),
        };
        let expected = [
            Invalid::new(Field::Closes, Code::ClosesBeforeOpening),
            Invalid::new(Field::TicketOpens(TicketKind::Player), Code::DateTime),
            Invalid::new(Field::ClosesHours, Code::Hours),
            Invalid::new(Field::Returns, Code::Hours),
        ];
        assert_eq!(draft.check().expect_err("refused"), expected);
        let zone = |zone: &str| {
            let window = window("2027-04-01T12:00", "");
            RulesDraft { window, zone: zone.into(), ..RulesDraft::default() }.check()
        };
        let wrong = [Invalid::new(Field::RulesZone, Code::Required)];
        assert_eq!(zone("").expect_err("no zone"), wrong);
        let wrong = [Invalid::new(Field::RulesZone, Code::UnknownZone)];
        assert_eq!(zone("Mars/Base").expect_err("no such zone"), wrong);
    }
}
