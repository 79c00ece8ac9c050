//! From when until when one can register, and until when places are given back.

use domain::events::TicketKind;
use domain::events::drafts::{CheckedRules, Local, RulesDraft, Section};
use domain::events::rules::Returns;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::Target;
use crate::Error;
use crate::events::store::rules::{self as store, Moment, RulesRow};
use crate::events::store::whole::{self, TicketTypeRow};
use crate::events::{Events, stored};

/// The rules of an event as they are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenRules {
    /// The IANA name of the zone of all times here; empty where there are none.
    pub zone: String,
    /// Opening and closing of the event.
    pub window: WrittenWindow,
    /// How many hours before each date begins it closes.
    pub closes_hours: Option<i64>,
    /// Until how many hours before each date begins places are given back; none for never.
    pub returns_hours: Option<i64>,
    /// Opening and closing of the ticket types that have their own.
    pub tickets: Vec<(TicketKind, WrittenWindow)>,
}

/// An opening and a closing, on the clock of the zone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenWindow {
    /// When it opens.
    pub opens: Option<DateTime>,
    /// When it closes.
    pub closes: Option<DateTime>,
}

/// The rules of an event that has none of its own.
impl Default for WrittenRules {
    fn default() -> Self {
        Self {
            zone: String::new(),
            window: WrittenWindow::default(),
            closes_hours: None,
            returns_hours: Returns::default().hours(),
            tickets: Vec::new(),
        }
    }
}

impl WrittenRules {
    pub(super) fn from_rows(row: RulesRow, tickets: &[TicketTypeRow]) -> Result<Self, Error> {
        let window = |opens: Option<&str>, closes: Option<&str>| {
            Ok::<_, Error>(WrittenWindow { opens: local(opens)?, closes: local(closes)? })
        };
        let mut own = Vec::new();
        for row in tickets {
            let window = window(row.opens_local.as_deref(), row.closes_local.as_deref())?;
            if window != WrittenWindow::default() {
                own.push((stored(&row.kind)?, window));
            }
        }
        Ok(Self {
            zone: row.rules_zone.unwrap_or_default(),
            window: window(row.opens_local.as_deref(), row.closes_local.as_deref())?,
            closes_hours: row.closes_hours,
            returns_hours: row.returns_hours,
            tickets: own,
        })
    }
}

fn local(text: Option<&str>) -> Result<Option<DateTime>, Error> {
    text.map(str::parse).transpose().map_err(|error: jiff::Error| Error::Internal(error.into()))
}

impl Events {
    /// Writes from when until when one can register, and until when places are given back. Who is
    /// registering at that moment is held to the new rules.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong, `Conflict` if somebody was faster, else as
    /// `authorize` says.
    pub async fn write_rules(&self, target: &Target<'_>, draft: &RulesDraft) -> Result<(), Error> {
        let (mut changing, rules) = self.begin(target, draft.check()).await?;
        let (organisation, event) = (changing.organisation, changing.event);
        let tx = &mut changing.tx;
        store::set_rules(tx, organisation, event, &row(&rules)).await?;
        for ticket_type in whole::rows(tx, organisation, event).await?.ticket_types {
            let kind: TicketKind = stored(&ticket_type.kind)?;
            let own = rules.tickets.iter().find(|(of, ..)| *of == kind);
            let (opens, closes) = own.map_or((None, None), |(_, opens, closes)| (*opens, *closes));
            let window = (opens.map(pair), closes.map(pair));
            store::set_ticket_window(tx, organisation, ticket_type.id, window).await?;
        }
        store::apply(tx, organisation, event).await?;
        self.finish(changing, Section::Rules, "write-rules", String::new()).await
    }
}

fn row(rules: &CheckedRules) -> RulesRow {
    let (opens, closes) = (rules.opens.map(pair), rules.closes.map(pair));
    RulesRow {
        rules_zone: rules.zone.clone(),
        opens_at: opens.as_ref().map(|(_, at)| *at),
        opens_local: opens.map(|(local, _)| local),
        closes_at: closes.as_ref().map(|(_, at)| *at),
        closes_local: closes.map(|(local, _)| local),
        closes_hours: rules.closes_hours,
        returns_hours: rules.returns.hours(),
    }
}

/// As it is stored.
fn pair(time: Local) -> Moment {
    (time.local.to_string(), time.at.as_microsecond())
}
