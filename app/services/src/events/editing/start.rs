//! A new event: a draft with a title, alone or with what an earlier one had.

use domain::accounts::{Action, Actor, authorize};
use domain::events::EventStatus;
use domain::events::drafts::{Carried, CheckedStart, Section, StartDraft};
use domain::ids::{EventId, OrganisationId};
use domain::invalid::{Code, Field};
use domain::text::Slug;
use jiff::Timestamp;
use uuid::Uuid;

use super::{Changing, Written, WrittenText};
use crate::Error;
use crate::db::Tx;
use crate::events::Events;
use crate::events::store::rules::RulesRow;
use crate::events::store::{self, insert};
use crate::events::writing::{self, NewTicket};
use crate::pictures;

/// How often a new event is tried where another took its slug at the same time.
const ATTEMPTS: usize = 3;

/// How many numbers are tried after a slug, before letters are.
const NUMBERS: usize = 50;

/// A word in the place of a slug that is the address of a page.
const TAKEN: &str = "new";

impl Events {
    /// Makes a draft: its slug.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong; else as `authorize` says.
    pub async fn start(
        &self,
        actor: &Actor,
        organisation: &str,
        draft: &StartDraft,
    ) -> Result<String, Error> {
        let slug = Slug::parse(organisation).ok_or(Error::NotFound)?;
        let id = crate::organisations::store::id_of(&self.context.db, slug.as_str()).await?;
        let id = id.map(OrganisationId).ok_or(Error::NotFound)?;
        authorize(actor, Action::EditEvents, id.into())?;
        let checked = draft.check().map_err(Error::Invalid)?;
        let from = match draft.from.as_str() {
            "" => None,
            from => Some(self.earlier(actor, organisation, from).await?),
        };
        let mut attempt = 1;
        loop {
            match self.start_once(actor, id, &checked, from.as_ref()).await {
                Err(error) if attempt < ATTEMPTS && may_succeed_again(&error) => attempt += 1,
                result => return result,
            }
        }
    }

    /// What an earlier event of the organisation holds.
    async fn earlier(
        &self,
        actor: &Actor,
        organisation: &str,
        slug: &str,
    ) -> Result<Written, Error> {
        let (db, language) = (&self.context.db, domain::language::Language::English.code());
        let row = store::own::one(db, organisation, slug, language).await?;
        let Some(row) = row else {
            return Err(Error::refused(Field::StartFrom, Code::UnknownChoice));
        };
        let (organisation, event) = row.ids();
        authorize(actor, Action::SeeEvents, (organisation, event).into())?;
        Written::from_rows(store::whole::rows_read(db, organisation, event).await?)
    }

    async fn start_once(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        checked: &CheckedStart,
        from: Option<&Written>,
    ) -> Result<String, Error> {
        let now = self.context.clock.now();
        let mut tx = self.context.db.begin().await?;
        let slug = free_slug(&mut tx, &checked.title).await?;
        let event = EventId(Uuid::now_v7());
        insert_event(&mut tx, (organisation, event), &slug, checked, from, now).await?;
        let address = of(checked, from, Carried::Place).map_or("", |from| from.address.as_str());
        let rows: Vec<_> = texts(checked, from).iter().map(WrittenText::row).collect();
        writing::rewrite_texts(&mut tx, organisation, event, &rows, address).await?;
        carry_over(&mut tx, (organisation, event), checked, from).await?;
        let picture = of(checked, from, Carried::Picture).and_then(|from| from.picture.as_ref());
        if let Some(picture) = picture {
            pictures::copy(&mut tx, organisation, picture.id, event, now).await?;
        }
        let (by, version, status) = (actor.account, 1, EventStatus::Draft);
        let told = None;
        let changing = Changing { tx, organisation, event, status, by, version, now, told };
        self.finish(changing, Section::Start, "start-event", String::new()).await?;
        Ok(slug)
    }
}

async fn insert_event(
    tx: &mut Tx,
    (organisation, id): (OrganisationId, EventId),
    slug: &str,
    checked: &CheckedStart,
    from: Option<&Written>,
    now: Timestamp,
) -> Result<(), Error> {
    let facts = of(checked, from, Carried::Facts);
    let place = of(checked, from, Carried::Place);
    let spoken = facts.map(|from| from.spoken.join(" ")).unwrap_or_default();
    let new = insert::NewEvent {
        organisation,
        id,
        slug,
        category: checked.category.code(),
        discipline: checked.discipline,
        status: EventStatus::Draft.code(),
        address: place.map_or("", |from| from.address.as_str()),
        coordinates: place.and_then(|from| from.coordinates),
        spoken: &spoken,
        website: facts.map_or("", |from| from.website.as_str()),
        source_uid: None,
        at: now.as_microsecond(),
    };
    insert::event(tx, &new).await?;
    Ok(())
}

/// What the new event begins with, if this part of it is carried over.
fn of<'a>(checked: &CheckedStart, from: Option<&'a Written>, part: Carried) -> Option<&'a Written> {
    from.filter(|_| checked.carried.contains(&part))
}

/// The texts of the earlier event as far as they are carried over, with the new title in its
/// language.
fn texts(checked: &CheckedStart, from: Option<&Written>) -> Vec<WrittenText> {
    let mut texts: Vec<WrittenText> =
        of(checked, from, Carried::Texts).map(|from| from.texts.clone()).unwrap_or_default();
    let (title, language) = (checked.title.clone(), checked.language);
    match texts.iter_mut().find(|text| text.language == language) {
        Some(text) => text.title = title,
        None => texts.push(WrittenText {
            language,
            title,
            summary: String::new(),
            description: String::new(),
            venue: String::new(),
        }),
    }
    // The name of the place goes with the place, not with the text around it.
    let place = of(checked, from, Carried::Place);
    for text in &mut texts {
        let named = place.and_then(|from| from.text(text.language));
        text.venue = named.map(|text| text.venue.clone()).unwrap_or_default();
    }
    texts
}

/// Everything besides its own row and texts that the earlier event lends: what is carried over.
async fn carry_over(
    tx: &mut Tx,
    (organisation, event): (OrganisationId, EventId),
    checked: &CheckedStart,
    from: Option<&Written>,
) -> Result<(), Error> {
    if let Some(from) = of(checked, from, Carried::Facts) {
        for area in &from.programme {
            insert::area(tx, organisation, event, "programme", area.code()).await?;
        }
        for area in &from.action {
            insert::area(tx, organisation, event, "action", area.code()).await?;
        }
    }
    if let Some(from) = of(checked, from, Carried::Place) {
        store::place::write(tx, organisation, event, &from.place.row()).await?;
    }
    if let Some(from) = of(checked, from, Carried::Tickets) {
        let ticket = |(kind, capacity): &(_, _)| NewTicket { kind: *kind, capacity: *capacity };
        let tickets: Vec<_> = from.tickets.iter().map(ticket).collect();
        writing::add_ticket_types(tx, organisation, event, &tickets).await?;
    }
    if let Some(from) = of(checked, from, Carried::Rules) {
        // Times are dates, and dates are never carried over; hours before a date are not.
        let rules = RulesRow {
            closes_hours: from.rules.closes_hours,
            returns_hours: from.rules.returns_hours,
            ..RulesRow::default()
        };
        store::rules::set_rules(tx, organisation, event, &rules).await?;
        store::choices::set(tx, organisation, event, &from.choices).await?;
    }
    Ok(())
}

/// A slug from the title that no event has yet: with a number after it if need be, and of random
/// letters where the title has none of a to z.
async fn free_slug(tx: &mut Tx, title: &str) -> Result<String, Error> {
    let has_letter = |slug: &Slug| slug.as_str().bytes().any(|byte| byte.is_ascii_lowercase());
    let Some(base) = Slug::from_title(title).filter(has_letter) else {
        return random_slug(tx, "event").await;
    };
    let room = Slug::MAX - 3;
    let base: String = base.as_str().chars().take(room).collect();
    let base = base.trim_end_matches('-');
    for number in 1..=NUMBERS {
        let slug = if number == 1 { base.to_owned() } else { format!("{base}-{number}") };
        if slug != TAKEN && !insert::slug_exists(tx, &slug).await? {
            return Ok(slug);
        }
    }
    let base: String = base.chars().take(Slug::MAX - 9).collect();
    random_slug(tx, base.trim_end_matches('-')).await
}

async fn random_slug(tx: &mut Tx, base: &str) -> Result<String, Error> {
    loop {
        let random: [u8; 8] = rand::random();
        let letters: String = random.iter().map(|byte| char::from(b'a' + byte % 26)).collect();
        let slug = format!("{base}-{letters}");
        if !insert::slug_exists(tx, &slug).await? {
            return Ok(slug);
        }
    }
}

/// Another event took the slug in between, or the database gave the transaction up.
fn may_succeed_again(error: &Error) -> bool {
    let is_unique = |error: &anyhow::Error| {
        error
            .downcast_ref::<sqlx::Error>()
            .and_then(|error| error.as_database_error())
            .is_some_and(|error| error.is_unique_violation())
    };
    error.is_transient() || matches!(error, Error::Internal(error) if is_unique(error))
}
