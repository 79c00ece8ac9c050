//! Entries of a foreign calendar as drafts of events.
//!
//! An entry that was imported before (the same UID in the same organisation) stays as it is, so
//! that importing a file twice changes nothing. All of a file comes in, or nothing.

use domain::events::{Category, EventStatus, TicketKind};
use domain::ids::{EventId, OrganisationId};
use domain::language::Language;
use domain::text::Slug;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::Calendars;
use super::reader::{self, Draft, Problem};
use crate::Error;
use crate::db::Tx;
use crate::events::store::{self, TextRow};
use crate::events::writing::{self, NewDate, NewTicket};

/// What came of an import.
#[derive(Debug)]
pub struct Imported {
    /// The slugs of the drafts that were made.
    pub created: Vec<String>,
    /// How many entries had been imported before.
    pub known: usize,
    /// What could not be read, by line.
    pub problems: Vec<Problem>,
}

impl Calendars {
    /// Brings the entries of an iCalendar file in as drafts of this organisation. `zone` is for
    /// times that name none. A file that cannot be read as a whole brings nothing in.
    ///
    /// # Errors
    /// `NotFound` if there is no such organisation.
    pub async fn import(
        &self,
        organisation: &str,
        file: &[u8],
        zone: Option<&str>,
    ) -> Result<Imported, Error> {
        let reading = reader::read(file, zone);
        if reading.problems.iter().any(|problem| problem.kind.loss() == reader::Loss::File) {
            return Ok(Imported { created: Vec::new(), known: 0, problems: reading.problems });
        }
        let now = self.context.clock.now();
        let mut tx = self.context.db.begin().await?;
        let organisation = crate::organisations::store::id(&mut tx, organisation).await?;
        let organisation = organisation.ok_or(Error::NotFound)?;
        let mut imported = Imported { created: Vec::new(), known: 0, problems: reading.problems };
        for draft in &reading.drafts {
            let uid = draft.uid.clone().unwrap_or_else(|| stand_in(draft));
            if store::insert::source_exists(&mut tx, organisation, &uid).await? {
                imported.known += 1;
            } else {
                imported.created.push(create(&mut tx, organisation, draft, &uid, now).await?);
            }
        }
        tx.commit().await?;
        self.context.changed();
        Ok(imported)
    }
}

async fn create(
    tx: &mut Tx,
    organisation: OrganisationId,
    draft: &Draft,
    uid: &str,
    now: Timestamp,
) -> Result<String, Error> {
    let id = EventId(uuid::Uuid::now_v7());
    let slug = free_slug(tx, &draft.title).await?;
    let new = store::insert::NewEvent {
        organisation,
        id,
        slug: &slug,
        category: category(draft).code(),
        discipline: "other",
        status: EventStatus::Draft.code(),
        address: "",
        coordinates: draft.coordinates,
        spoken: "",
        website: draft.url.as_deref().unwrap_or_default(),
        source_uid: Some(uid),
        at: now.as_microsecond(),
    };
    store::insert::event(tx, &new).await?;
    let text = TextRow {
        language: language(draft).code().to_owned(),
        title: draft.title.clone(),
        summary: String::new(),
        description: draft.description.clone(),
        venue: draft.location.clone().unwrap_or_default(),
    };
    let found_by = writing::found_by(tx, organisation, "").await?;
    writing::add_text(tx, organisation, id, &text, &found_by).await?;
    let ticket_types = [NewTicket { kind: TicketKind::Participant, capacity: None }];
    let ticket_types = writing::add_ticket_types(tx, organisation, id, &ticket_types).await?;
    // The reader tells the last day; a date of ours ends at the midnight after it.
    let ends = match draft.when.all_day {
        true => draft.when.ends.tomorrow().map_err(|error| Error::Internal(error.into()))?,
        false => draft.when.ends,
    };
    let date = NewDate {
        starts: draft.when.starts,
        ends,
        all_day: draft.when.all_day,
        zone: &draft.when.zone,
        capacity: 0,
        cancelled: draft.cancelled,
    };
    writing::add_date(tx, organisation, id, &date, &ticket_types, now).await?;
    Ok(slug)
}

/// A slug from the title that no event has yet: with random letters after it if need be.
async fn free_slug(tx: &mut Tx, title: &str) -> Result<String, Error> {
    let base = Slug::from_title(title)
        .map_or_else(|| "event".to_owned(), |slug| slug.as_str().chars().take(50).collect());
    let base = base.trim_end_matches('-').to_owned();
    let mut slug = base.clone();
    while store::insert::slug_exists(tx, &slug).await? {
        slug = format!("{base}-{:08x}", rand::random::<u32>());
    }
    Ok(slug)
}

/// The name of an entry that has none: the same for the same title and time.
fn stand_in(draft: &Draft) -> String {
    let hash = Sha256::digest(format!("{}\n{}", draft.title, draft.when.starts));
    hash[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The category that the foreign categories name, if they do; organisers look at drafts anyway.
fn category(draft: &Draft) -> Category {
    let named = |category: &Category| {
        draft.categories.iter().any(|name| name.eq_ignore_ascii_case(category.code()))
    };
    Category::ALL.iter().copied().find(named).unwrap_or(Category::Entertainment)
}

fn language(draft: &Draft) -> Language {
    let tag = draft.language.as_deref().unwrap_or_default();
    let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    primary.parse().unwrap_or(Language::English)
}
