//! Publishing what was planned, when it is due: the worker of every process asks for it.
//!
//! Whoever takes the plan away, by one guarded UPDATE, publishes: so it is done once, however many
//! ask at once. What is missing by then keeps the event a draft, and its organisers are told.

use domain::accounts::{Action, Actor, authorize};
use domain::events::drafts::Section;
use domain::events::{EventStatus, Missing};
use domain::ids::{AccountId, EventId, OrganisationId};
use domain::language::Language;

use super::Changing;
use crate::Error;
use crate::events::store::publication::{self as store, DueRow, Mark};
use crate::events::{Events, store::update, stored};
use crate::organisations::OwnOrganisation;

/// How many plans are looked at in one turn.
const AT_ONCE: i64 = 50;

/// An event that was to be published and was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedPlan {
    /// The public name in its address.
    pub slug: String,
    /// The title, in the best language there is.
    pub title: String,
    /// The language of the title.
    pub language: Language,
}

impl Events {
    /// Publishes every event whose plan is due: how many. A plan that cannot be carried out for a
    /// reason of ours is tried again, and does not keep the others waiting.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn publish_due(&self) -> Result<usize, Error> {
        let now = self.context.clock.now().as_microsecond();
        let mut published = 0;
        for due in store::due(&self.context.db, now, AT_ONCE).await? {
            match self.publish_planned(&due).await {
                Ok(true) => published += 1,
                Ok(false) => {}
                Err(error) => tracing::error!(event = %due.id, %error, "a plan is not carried out"),
            }
        }
        Ok(published)
    }

    /// Whether this very call published it.
    async fn publish_planned(&self, due: &DueRow) -> Result<bool, Error> {
        let now = self.context.clock.now();
        let mut tx = self.context.db.begin().await?;
        let Some(version) = store::take_plan(&mut tx, due, now.as_microsecond()).await? else {
            return Ok(false);
        };
        let (organisation, event) = (OrganisationId(due.organisation_id), EventId(due.id));
        let (by, status) = (AccountId(due.publish_by), EventStatus::Draft);
        let told = None;
        let mut changing = Changing { tx, organisation, event, status, by, version, now, told };
        let missing = changing.written().await?.missing(now);
        if missing.is_empty() {
            let next = EventStatus::Published.code();
            update::set_status(&mut changing.tx, organisation, event, next).await?;
        } else {
            let since = Some(now.as_microsecond());
            store::mark(&mut changing.tx, organisation, event, Mark::PlanFailed, since).await?;
        }
        let action = if missing.is_empty() { "publish-as-planned" } else { "fail-plan" };
        let codes: Vec<_> = missing.iter().copied().map(Missing::code).collect();
        let detail = match codes.as_slice() {
            [] => String::new(),
            codes => format!("missing={}", codes.join(",")),
        };
        self.finish(changing, Section::Publication, action, detail).await?;
        Ok(missing.is_empty())
    }

    /// The events of an organisation that were to be published and were not, of those that this
    /// person may change.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn failed_plans(
        &self,
        actor: &Actor,
        organisation: &OwnOrganisation,
        language: Language,
    ) -> Result<Vec<FailedPlan>, Error> {
        let id = organisation.id;
        let rows = store::failed(&self.context.db, id, language.code()).await?;
        let may = |row: &store::FailedRow| {
            authorize(actor, Action::EditEvents, (id, EventId(row.id)).into()).is_ok()
        };
        let plan = |row: store::FailedRow| {
            let language = stored(&row.language)?;
            Ok(FailedPlan { slug: row.slug, title: row.title, language })
        };
        rows.into_iter().filter(may).map(plan).collect()
    }
}
