//! Whether an event is announced, when it is to be, where it is shown, and whether it takes place.

use domain::events::EventStatus;
use domain::events::drafts::{PlanDraft, Section};
use domain::invalid::{Code, Field};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::{Changing, Target, Written};
use crate::Error;
use crate::events::store::publication::{self as store, Mark, NewPlan, PublicationRow};
use crate::events::{Events, store::update, time};

/// What is planned for an event, and where it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WrittenPublication {
    /// When it is to be published.
    pub plan: Option<WrittenPlan>,
    /// When a plan came due and something was missing.
    pub failed_at: Option<Timestamp>,
    /// Whether it stands in no list.
    pub unlisted: bool,
    /// Whether it is kept to begin others with.
    pub template: bool,
}

/// A time at which an event is to be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenPlan {
    /// On the clock of the zone.
    pub local: DateTime,
    /// The IANA name of the zone.
    pub zone: String,
    /// The instant.
    pub at: Timestamp,
}

impl WrittenPublication {
    pub(super) fn from_row(row: PublicationRow) -> Result<Self, Error> {
        let plan = match (row.publish_local, row.publish_zone, row.publish_at) {
            (Some(local), Some(zone), Some(at)) => {
                let local =
                    local.parse().map_err(|error: jiff::Error| Error::Internal(error.into()))?;
                Some(WrittenPlan { local, zone, at: time(at)? })
            }
            _ => None,
        };
        Ok(Self {
            plan,
            failed_at: row.plan_failed_at.map(time).transpose()?,
            unlisted: row.unlisted_at.is_some(),
            template: row.template_at.is_some(),
        })
    }
}

impl Events {
    /// Publishes, postpones or cancels an event, or makes it a draft again.
    ///
    /// # Errors
    /// `Invalid` if something is missing that has to be there before, if people registered for what
    /// is to be a draft, or if there is no way from the one state into the other; `Conflict` if
    /// somebody was faster; else as `authorize` says.
    pub async fn set_status(&self, target: &Target<'_>, next: EventStatus) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let (organisation, event, before) =
            (changing.organisation, changing.event, changing.status);
        if !before.may_become(next) {
            return Err(Error::refused(Field::Status, Code::UnknownChoice));
        }
        update::lock_dates(&mut changing.tx, organisation, event).await?;
        if next == EventStatus::Draft
            && update::registrations(&mut changing.tx, organisation, event, None).await? > 0
        {
            return Err(Error::refused(Field::Status, Code::HasRegistrations));
        }
        if next == EventStatus::Published {
            ready(&mut changing).await?;
        }
        update::set_status(&mut changing.tx, organisation, event, next.code()).await?;
        // Calendars know of the dates of a draft nothing that they would have to be told is new.
        if before != EventStatus::Draft {
            changing.revise_dates().await?;
        }
        let detail = format!("before={} after={}", before.code(), next.code());
        self.finish(changing, Section::Publication, "set-status", detail).await
    }

    /// Plans to publish a draft at a time on the clock of its first date.
    ///
    /// # Errors
    /// `Invalid` if something is missing, the time does not lie ahead, or it is no draft; `Conflict`
    /// if somebody was faster; else as `authorize` says.
    pub async fn plan(&self, target: &Target<'_>, draft: &PlanDraft) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        if changing.status != EventStatus::Draft {
            return Err(Error::refused(Field::Status, Code::UnknownChoice));
        }
        let written = ready(&mut changing).await?;
        let zone = written.dates.first().map(|date| date.zone.clone()).unwrap_or_default();
        let rules = TimeZone::get(&zone).map_err(|error| Error::Internal(error.into()))?;
        let at = draft.check(&rules, changing.now).map_err(Error::Invalid)?;
        let local = at.local.to_string();
        let (at, by) = (at.at.as_microsecond(), changing.by);
        let plan = NewPlan { local: &local, zone: &zone, at, by };
        let (organisation, event) = (changing.organisation, changing.event);
        store::set_plan(&mut changing.tx, organisation, event, Some(&plan)).await?;
        self.finish(changing, Section::Publication, "plan-publication", String::new()).await
    }

    /// Takes a plan back.
    ///
    /// # Errors
    /// `Conflict` if somebody was faster, also the plan itself; else as `authorize` says.
    pub async fn withdraw_plan(&self, target: &Target<'_>) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let (organisation, event) = (changing.organisation, changing.event);
        store::set_plan(&mut changing.tx, organisation, event, None).await?;
        self.finish(changing, Section::Publication, "withdraw-plan", String::new()).await
    }

    /// Takes an event out of every list, or puts it there again.
    ///
    /// # Errors
    /// `Conflict` if somebody was faster, else as `authorize` says.
    pub async fn set_listed(&self, target: &Target<'_>, listed: bool) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let (organisation, event) = (changing.organisation, changing.event);
        let since = (!listed).then_some(changing.now.as_microsecond());
        store::mark(&mut changing.tx, organisation, event, Mark::Unlisted, since).await?;
        let action = if listed { "list-event" } else { "unlist-event" };
        self.finish(changing, Section::Publication, action, String::new()).await
    }

    /// Keeps a draft to begin other events with, or makes it a draft like any other again.
    ///
    /// # Errors
    /// `Invalid` if it is no draft, or planned to be published; `Conflict` if somebody was faster;
    /// else as `authorize` says.
    pub async fn set_template(&self, target: &Target<'_>, template: bool) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let is_planned = changing.written().await?.publication.plan.is_some();
        if changing.status != EventStatus::Draft || is_planned {
            return Err(Error::refused(Field::Status, Code::UnknownChoice));
        }
        let (organisation, event) = (changing.organisation, changing.event);
        let since = template.then_some(changing.now.as_microsecond());
        store::mark(&mut changing.tx, organisation, event, Mark::Template, since).await?;
        let action = if template { "keep-template" } else { "end-template" };
        self.finish(changing, Section::Publication, action, String::new()).await
    }
}

/// What the event is, if it can be published.
async fn ready(changing: &mut Changing) -> Result<Written, Error> {
    let written = changing.written().await?;
    if written.publication.template {
        return Err(Error::refused(Field::Status, Code::UnknownChoice));
    }
    if !written.missing(changing.now).is_empty() {
        return Err(Error::refused(Field::Status, Code::NotReady));
    }
    Ok(written)
}
