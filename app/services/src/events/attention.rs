//! What needs a look today, in everything that somebody acts for.

use domain::accounts::{Action, Actor, authorize};
use domain::events::EventStatus;
use domain::ids::OrganisationId;
use domain::language::Language;
use jiff::SignedDuration;

use super::own::OwnCard;
use super::store::attention as store;
use super::{Events, stored, when};
use crate::Error;

/// How many of the next dates of each organisation are looked at.
const LOOKED_AT: i64 = 60;

/// How many of them are shown as what comes next.
const SHOWN: usize = 4;

/// Within which time a date is so near that its event has to be announced.
const NEAR: SignedDuration = SignedDuration::from_hours(14 * 24);

/// For how long a mail may be due before that is strange.
const LATE: SignedDuration = SignedDuration::from_mins(15);

/// Why an event needs a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Its date is near, and it is not announced.
    NotAnnounced,
    /// Its date has no place left.
    Full,
    /// Its date has few places left.
    NearlyFull,
    /// It lacks texts in so many languages that its organisation speaks.
    Untranslated(i64),
}

impl Reason {
    /// The stable code: in Fluent keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotAnnounced => "not-announced",
            Self::Full => "full",
            Self::NearlyFull => "nearly-full",
            Self::Untranslated(_) => "untranslated",
        }
    }
}

/// An event that needs a look.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Why.
    pub reason: Reason,
    /// The event, at the date that is meant.
    pub card: OwnCard,
}

/// An event with registrations that need an organiser's word.
#[derive(Debug, Clone)]
pub struct Approvals {
    /// Its slug.
    pub slug: String,
    /// Its title, and the language of that.
    pub title: (String, Language),
    /// How many there are.
    pub registrations: i64,
}

/// What needs a look in an organisation.
#[derive(Debug, Clone, Default)]
pub struct Attention {
    /// How many events it has, over and to come; none are counted for those who see some of them.
    pub events: i64,
    /// How many of them are drafts.
    pub drafts: i64,
    /// How many mails were given up; none are counted for those who may not see registrations.
    pub undelivered: i64,
    /// How many mails are due and not sent.
    pub late: i64,
    /// Events with registrations that need an organiser's word; none for those who may not give it.
    pub approvals: Vec<Approvals>,
    /// Events that need a look, the next first.
    pub notices: Vec<Notice>,
    /// What comes next.
    pub next: Vec<OwnCard>,
}

impl Events {
    /// What needs a look in each organisation that this person acts for: among its next dates, and
    /// in its mail.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn attention(
        &self,
        actor: &Actor,
        language: Language,
    ) -> Result<Vec<(OrganisationId, Attention)>, Error> {
        let (db, now) = (&self.context.db, self.context.clock.now());
        let (next, waiting, approvals) = tokio::try_join!(
            store::next(db, actor.account, now.as_microsecond(), language.code(), LOOKED_AT),
            store::waiting(db, actor.account, (now - LATE).as_microsecond()),
            store::approvals(db, actor.account, language.code()),
        )?;
        let mut found: Vec<(OrganisationId, Attention)> = Vec::new();
        for row in waiting {
            let id = OrganisationId(row.organisation_id);
            let sees_mail = authorize(actor, Action::SeeRegistrations, id.into()).is_ok();
            let mails = |count| if sees_mail { count } else { 0 };
            let attention = of(&mut found, id);
            attention.events = row.events;
            attention.drafts = row.drafts;
            attention.undelivered = mails(row.undelivered);
            attention.late = mails(row.late);
        }
        for row in approvals {
            let id = OrganisationId(row.organisation_id);
            if authorize(actor, Action::ChangeRegistrations, id.into()).is_ok() {
                of(&mut found, id).approvals.push(Approvals {
                    title: (row.title, stored(&row.language)?),
                    slug: row.slug,
                    registrations: row.registrations,
                });
            }
        }
        let near = (now + NEAR).as_microsecond();
        for row in next {
            let id = OrganisationId(row.organisation_id);
            let writes = authorize(actor, Action::EditEvents, id.into()).is_ok();
            let is_near = row.starts_at <= near;
            let (untranslated, is_planned) = (row.untranslated, row.planned);
            let card = card(row)?;
            let attention = of(&mut found, id);
            let reasons =
                reasons(&card, untranslated, is_near && !is_planned).into_iter().flatten();
            for reason in reasons.filter(|reason| writes || *reason != Reason::NotAnnounced) {
                let is_told = |one: &Notice| one.reason == reason && one.card.slug == card.slug;
                // Texts are missing once, whatever number of dates there is.
                if !attention.notices.iter().any(is_told) {
                    attention.notices.push(Notice { reason, card: card.clone() });
                }
            }
            if card.status != EventStatus::Draft && attention.next.len() < SHOWN {
                attention.next.push(card);
            }
        }
        Ok(found)
    }
}

/// What was found of this organisation until now.
fn of(found: &mut Vec<(OrganisationId, Attention)>, id: OrganisationId) -> &mut Attention {
    let place = found.iter().position(|(one, _)| *one == id).unwrap_or_else(|| {
        found.push((id, Attention::default()));
        found.len() - 1
    });
    &mut found[place].1
}

/// Why a date needs a look. A date of 20 places is nearly full from 18 on.
fn reasons(card: &OwnCard, untranslated: i64, is_urgent: bool) -> [Option<Reason>; 2] {
    if card.status == EventStatus::Draft {
        return [is_urgent.then_some(Reason::NotAnnounced), None];
    }
    let places = match card.taken {
        taken if card.capacity > 0 && taken >= card.capacity => Some(Reason::Full),
        taken if taken * 10 >= card.capacity * 9 && taken > 0 => Some(Reason::NearlyFull),
        _ => None,
    };
    [places, (untranslated > 0).then_some(Reason::Untranslated(untranslated))]
}

fn card(row: store::NextRow) -> Result<OwnCard, Error> {
    let at = (row.starts_at, row.ends_at);
    Ok(OwnCard {
        category: stored(&row.category)?,
        status: stored(&row.status)?,
        language: stored(&row.language)?,
        slug: row.slug,
        title: row.title,
        languages: row.languages,
        when: Some(when(&row.starts_local, &row.ends_local, row.all_day, row.zone, at)?),
        dates: 1,
        capacity: row.capacity,
        taken: row.taken,
    })
}
