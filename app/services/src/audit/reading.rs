//! The record as organisers read it: searched, taken away, and looked through for what is missing.

pub(crate) mod store;

use domain::accounts::{Action, Actor, authorize};
use domain::ids::OrganisationId;
use domain::language::Language;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::{Act, Audit, PARTICIPANT, Verified, record};
use crate::Error;
use crate::db::Db;
use crate::events::time;
use crate::exports::{BYTE_ORDER_MARK, Cell, add_line};
use crate::organisations::{Organisations, OwnOrganisation};
use crate::texts::Texts;

/// How many acts stand on one page.
pub const PER_PAGE: i64 = 50;

/// How many acts of a file are read at once.
const PART: i64 = 1_000;

/// Who did an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Someone with a manage link.
    Participant,
    /// The operator of the house, at the command line or by a setting.
    Operator,
    /// A member, by their mail address.
    Member(String),
}

impl Who {
    /// Who stands in the record under this word; the address is that of the account, if the word
    /// is an account's.
    pub(crate) fn of(actor: &str, email: Option<String>) -> Self {
        match (actor, email) {
            (PARTICIPANT | "demo", _) => Self::Participant,
            (_, Some(email)) => Self::Member(email),
            _ => Self::Operator,
        }
    }
}

/// An act as organisers read it.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Its place in the chain; none for acts that are not in it.
    pub number: Option<i64>,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub who: Who,
    /// The word under which they stand in the record.
    pub actor: String,
    /// What: a code.
    pub action: String,
    /// The sort of thing it was done to: a code.
    pub object_kind: String,
    /// What the thing is called: a reference, a slug, an address; empty if it is gone.
    pub object: String,
    /// Numbers and codes that tell more.
    pub detail: String,
    /// The hash of the act and of all before it.
    pub hash: Option<Vec<u8>>,
}

/// Which acts of an organisation. The default is all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordFilter {
    /// Parts of what was done and of its details; or the whole name of the thing it was done to: a
    /// reference, a slug, an address.
    pub words: String,
    /// The word under which somebody stands in the record; empty for everyone.
    pub actor: String,
    /// The code of an act; empty for all.
    pub action: String,
    /// The first day, in UTC.
    pub from: Option<Date>,
    /// The last day, in UTC.
    pub until: Option<Date>,
}

/// Somebody who stands in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorder {
    /// The word under which they do.
    pub actor: String,
    /// Who that is.
    pub who: Who,
}

/// A page of the record.
#[derive(Debug, Clone)]
pub struct RecordPage {
    /// Whose it is.
    pub organisation: OwnOrganisation,
    /// The acts, the last first.
    pub acts: Vec<Recorded>,
    /// How many there are on all pages.
    pub total: i64,
    /// Everyone who did something.
    pub recorders: Vec<Recorder>,
    /// Everything that was done: codes.
    pub actions: Vec<String>,
}

/// What looking through the chain of an organisation found.
#[derive(Debug, Clone)]
pub struct Chain {
    /// Whose it is.
    pub organisation: OwnOrganisation,
    /// What was found.
    pub found: Verified,
}

/// The record as a file that is being written.
pub struct RecordExport {
    db: Db,
    filter: store::Filter,
    texts: Texts,
    last: Uuid,
    is_begun: bool,
}

impl Audit {
    /// The acts of an organisation that the filter lets pass, the last first, 50 on a page.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn page(
        &self,
        actor: &Actor,
        slug: &str,
        filter: &RecordFilter,
        page: i64,
        language: Language,
    ) -> Result<RecordPage, Error> {
        let organisation = self.own(actor, slug, language).await?;
        let db = &self.0.db;
        let filter = stored_filter(filter, organisation.id);
        let offset = (page.clamp(1, 100_000) - 1) * PER_PAGE;
        let (rows, total, done) = tokio::try_join!(
            store::page(db, &filter, PER_PAGE, offset),
            store::count(db, &filter),
            store::done(db, organisation.id),
        )?;
        let acts = rows.into_iter().map(recorded).collect::<Result<_, _>>()?;
        let mut actions: Vec<_> = done.iter().map(|row| row.action.clone()).collect();
        actions.sort_unstable();
        actions.dedup();
        let mut recorders: Vec<_> = done.into_iter().map(recorder).collect();
        recorders.dedup();
        Ok(RecordPage { organisation, acts, total, recorders, actions })
    }

    /// The acts that the filter lets pass, the last first, as a file for spreadsheets. That it was
    /// taken stands in the record before the first act leaves the house.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn export(
        &self,
        actor: &Actor,
        slug: &str,
        filter: &RecordFilter,
        language: Language,
    ) -> Result<RecordExport, Error> {
        let organisation = self.own(actor, slug, language).await?;
        authorize(actor, Action::Export, organisation.id.into())?;
        let filter = stored_filter(filter, organisation.id);
        let rows = store::count(&self.0.db, &filter).await?;
        let last = Uuid::now_v7();
        let mut tx = self.0.db.begin().await?;
        let act = Act {
            organisation: organisation.id,
            at: self.0.clock.now(),
            actor: &actor.account.0.to_string(),
            action: "export-record",
            object_kind: "organisation",
            object: organisation.id.0,
            detail: format!("rows={rows}"),
        };
        record(&mut tx, act).await?;
        tx.commit().await?;
        let (db, texts) = (self.0.db.clone(), Texts(language));
        Ok(RecordExport { db, filter, texts, last, is_begun: false })
    }

    /// Looks through the chain of an organisation.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn chain(
        &self,
        actor: &Actor,
        slug: &str,
        language: Language,
    ) -> Result<Chain, Error> {
        let organisation = self.own(actor, slug, language).await?;
        let found = match store::head(&self.0.db, organisation.id).await? {
            Some(head) => self.verify_one(organisation.id, head.number, &head.hash).await?,
            None => Verified::Whole(0),
        };
        Ok(Chain { organisation, found })
    }

    async fn own(
        &self,
        actor: &Actor,
        slug: &str,
        language: Language,
    ) -> Result<OwnOrganisation, Error> {
        Organisations(self.0.clone()).own_one(actor, slug, Action::SeeAudit, language).await
    }
}

impl RecordExport {
    /// The next part of a CSV file; none at the end.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn csv(&mut self) -> Result<Option<String>, Error> {
        const HEADS: [&str; 9] = [
            "audit-number",
            "audit-when",
            "audit-who",
            "audit-what",
            "audit-code",
            "audit-kind",
            "audit-object",
            "audit-detail",
            "audit-hash",
        ];
        let mut part = String::new();
        if !self.is_begun {
            self.is_begun = true;
            part.push_str(BYTE_ORDER_MARK);
            add_line(&mut part, HEADS.map(|key| self.texts.get(key)));
        }
        let rows = store::before(&self.db, &self.filter, self.last, PART).await?;
        for row in rows {
            self.last = row.id;
            add_line(&mut part, self.cells(recorded(row)?));
        }
        Ok((!part.is_empty()).then_some(part))
    }

    fn cells(&self, act: Recorded) -> [String; 9] {
        let hash: Vec<u8> = act.hash.unwrap_or_default();
        let what = self.texts.find(&format!("act-{}", act.action));
        let who = match act.who {
            Who::Participant => self.texts.get("audit-participant"),
            Who::Operator => self.texts.get("audit-operator"),
            Who::Member(email) => email,
        };
        let at = Cell::At(act.at.to_zoned_datetime(TimeZone::UTC));
        [
            act.number.map(|number| number.to_string()).unwrap_or_default(),
            at.text().into_owned(),
            who,
            what.unwrap_or_else(|| act.action.clone()),
            act.action,
            act.object_kind,
            act.object,
            act.detail,
            hash.iter().map(|byte| format!("{byte:02x}")).collect(),
        ]
    }
}

fn stored_filter(filter: &RecordFilter, organisation: OrganisationId) -> store::Filter {
    // PostgreSQL holds no NUL, and nobody looks for other control characters.
    let clean = |text: &str| -> String {
        text.trim().chars().filter(|c| !c.is_control()).take(100).collect()
    };
    let some = |text: &str| Some(clean(text)).filter(|text| !text.is_empty());
    let midnight = |day: Date| {
        let at = day.to_zoned_datetime(TimeZone::UTC).ok()?;
        Some(at.timestamp().as_microsecond())
    };
    store::Filter {
        organisation,
        pattern: crate::events::pattern(&filter.words),
        name: clean(&filter.words),
        actor: some(&filter.actor),
        action: some(&filter.action),
        from: filter.from.and_then(midnight),
        until: filter.until.and_then(|day| day.tomorrow().ok()).and_then(midnight),
    }
}

fn recorded(row: store::PageRow) -> Result<Recorded, Error> {
    Ok(Recorded {
        number: row.number,
        at: time(row.at)?,
        who: Who::of(&row.actor, row.email),
        actor: row.actor,
        action: row.action,
        object_kind: row.object_kind,
        object: row.object.unwrap_or_default(),
        detail: row.detail,
        hash: row.hash,
    })
}

fn recorder(row: store::DoneRow) -> Recorder {
    // Those whom the demonstration made up are participants too.
    let actor = if row.actor == "demo" { PARTICIPANT.to_owned() } else { row.actor };
    Recorder { who: Who::of(&actor, row.email), actor }
}
