//! Pictures: read once, written anew in a few widths, and given out to everyone who knows their id.
//!
//! What is stored is only what we made ourselves (`making`): nothing that was in a file besides its
//! points stays, neither where it was taken nor what else hid in it. A picture never changes: to
//! replace one is to make another, so browsers may keep what they have for ever. Its id is 128
//! random bits, so that nobody finds the picture of a draft. What is scarce is counted where it
//! cannot be got around: the pictures of an organisation in its row, which the transaction takes
//! after the event's.

pub(crate) mod making;
pub(crate) mod store;

use domain::ids::{EventId, OrganisationId, PictureId};
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::pictures::{CheckedPicture, widths};
use jiff::Timestamp;
use uuid::Uuid;

use crate::db::{Db, Tx};
use crate::events::stored;
use crate::{Context, Error};
use making::Made;
use store::PictureRow;

/// What a picture is for; it decides what it is kept as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The picture of an event: JPEG.
    Event,
    /// The sign of an organisation: PNG, which keeps edges and what is clear.
    Logo,
}

impl Purpose {
    /// What the names of its files end in.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Event => "jpg",
            Self::Logo => "png",
        }
    }
}

/// A picture that can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Which.
    pub id: PictureId,
    /// What it is for.
    pub purpose: Purpose,
    /// The width of its largest file.
    pub width: u32,
    /// The height of its largest file.
    pub height: u32,
    /// What matters, in percent from the left and from the top.
    pub focus: (i64, i64),
}

impl Picture {
    /// The path of the file of this width.
    #[must_use]
    pub fn path(&self, width: u32) -> String {
        format!("/pictures/{}-{width}.{}", self.id.0.simple(), self.purpose.ending())
    }

    /// Every file with its width, as `srcset` has them.
    #[must_use]
    pub fn sources(&self) -> String {
        let widths = widths(self.width).into_iter();
        let sources: Vec<_> = widths.map(|one| format!("{} {one}w", self.path(one))).collect();
        sources.join(", ")
    }
}

/// A picture with what is to be seen on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The picture.
    pub picture: Picture,
    /// What is to be seen.
    pub alt: String,
}

/// The picture of an event with what is to be seen on it in every language in which that was said.
#[derive(Debug, Clone)]
pub struct EventPicture {
    /// The picture.
    pub picture: Picture,
    /// What is to be seen.
    pub alts: Vec<(Language, String)>,
}

impl EventPicture {
    /// The picture for readers of this language; where nobody said what is to be seen, there is
    /// none.
    #[must_use]
    pub fn seen(&self, language: Language) -> Option<Seen> {
        let (_, alt) = self.alts.iter().find(|(one, _)| *one == language)?;
        Some(Seen { picture: self.picture.clone(), alt: alt.clone() })
    }
}

/// A file as browsers get it.
#[derive(Debug)]
pub struct File {
    /// What it is.
    pub purpose: Purpose,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Giving pictures out.
#[derive(Clone)]
pub struct Pictures(pub(crate) Context);

impl Pictures {
    /// The file of this picture in this width.
    ///
    /// # Errors
    /// `NotFound` if there is none.
    pub async fn file(&self, id: PictureId, width: u32) -> Result<File, Error> {
        let row = store::file(&self.0.db, id, i64::from(width)).await?.ok_or(Error::NotFound)?;
        Ok(File { purpose: purpose(row.event_id), bytes: row.bytes })
    }
}

const fn purpose(event: Option<Uuid>) -> Purpose {
    match event {
        Some(_) => Purpose::Event,
        None => Purpose::Logo,
    }
}

pub(crate) fn picture(row: &PictureRow, purpose: Purpose) -> Picture {
    let points = |number: i64| u32::try_from(number).unwrap_or_default();
    Picture {
        id: PictureId(row.id),
        purpose,
        width: points(row.width),
        height: points(row.height),
        focus: (row.focus_x, row.focus_y),
    }
}

/// The sign of an organisation.
pub(crate) async fn logo(db: &Db, organisation: OrganisationId) -> Result<Option<Picture>, Error> {
    let row = store::logo(db, organisation).await?;
    Ok(row.map(|row| picture(&row, Purpose::Logo)))
}

/// The picture of an event.
pub(crate) async fn of_event(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Option<EventPicture>, Error> {
    let Some(row) = store::of_event(db, organisation, event).await? else { return Ok(None) };
    let alts = store::alts(db, organisation, row.id).await?;
    let picture = picture(&row, Purpose::Event);
    Ok(Some(EventPicture { picture, alts: said(alts)? }))
}

/// What is to be seen, as it was stored.
pub(crate) fn said(rows: Vec<store::AltRow>) -> Result<Vec<(Language, String)>, Error> {
    rows.into_iter().map(|row| Ok((stored(&row.language)?, row.alt))).collect()
}

/// Keeps a picture for an event, or a sign for an organisation that has none, as long as the
/// organisation may have another.
pub(crate) async fn add(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: Option<EventId>,
    made: &Made,
    focus: (i64, i64),
    now: Timestamp,
) -> Result<PictureId, Error> {
    if !store::count_one_more(tx, organisation).await? {
        return Err(Error::refused(Field::PictureFile, Code::PictureQuota));
    }
    let id = PictureId(Uuid::from_u128(rand::random()));
    let row = PictureRow {
        id: id.0,
        width: i64::from(made.width),
        height: i64::from(made.height),
        focus_x: focus.0,
        focus_y: focus.1,
    };
    store::insert(tx, organisation, event, &row, now.as_microsecond()).await?;
    for (width, bytes) in &made.files {
        store::insert_file(tx, organisation, id, i64::from(*width), bytes).await?;
    }
    Ok(id)
}

/// Keeps the picture of one event for another as well, with what is said about it, as long as the
/// organisation may have another.
pub(crate) async fn copy(
    tx: &mut Tx,
    organisation: OrganisationId,
    from: PictureId,
    event: EventId,
    now: Timestamp,
) -> Result<(), Error> {
    if !store::count_one_more(tx, organisation).await? {
        return Err(Error::refused(Field::Carry, Code::PictureQuota));
    }
    let copy = PictureId(Uuid::from_u128(rand::random()));
    if !store::copy(tx, organisation, (from, copy), event, now.as_microsecond()).await? {
        store::count_one_less(tx, organisation).await?;
    }
    Ok(())
}

/// Says what is to be seen on a picture and what matters of it, in place of what was said before.
pub(crate) async fn describe(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: PictureId,
    said: &CheckedPicture,
) -> Result<(), Error> {
    store::set_focus(tx, organisation, id, said.focus).await?;
    store::delete_alts(tx, organisation, id).await?;
    for (language, alt) in &said.alts {
        store::insert_alt(tx, organisation, id, language.code(), alt).await?;
    }
    Ok(())
}

/// Takes a picture away, with everything that belongs to it.
pub(crate) async fn remove(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: PictureId,
) -> Result<(), Error> {
    store::delete(tx, organisation, id).await?;
    store::count_one_less(tx, organisation).await?;
    Ok(())
}
