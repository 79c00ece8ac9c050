//! Answers, as those see them who gave them, and those who hold the event.

use std::collections::BTreeMap;

use domain::accounts::{Action, Actor, reaches};
use domain::events::TicketKind;
use domain::ids::{EventId, OccurrenceId, OrganisationId, QuestionId, RegistrationId};
use domain::language::Language;
use domain::questions::answers::{Given, offered_to};
use domain::questions::{AskedOf, Question};
use uuid::Uuid;

use super::{AnswerKey, AnswerRow, attendee, opened, store};
use crate::events::own::OwnEvent;
use crate::events::questions::{self, OptionsLeft, words};
use crate::events::{stored, time};
use crate::registrations::list::{Listed, may};
use crate::registrations::store::answers::ListedRow;
use crate::registrations::store::{RegistrationRow, attendees, by_token};
use crate::registrations::{Registrations, store as registrations};
use crate::secrets::{ManageToken, Secrets};
use crate::{Context, Error};

/// The answers of a registration, as its manage page shows them.
#[derive(Debug, Clone)]
pub struct AnswersPage {
    /// What is asked now, and what was chosen and is offered no more.
    pub questions: Vec<Question>,
    /// What was answered.
    pub given: Given,
    /// Who comes: their place, their name, in which capacity.
    pub people: Vec<(usize, String, TicketKind)>,
    /// The places that are left of what can be chosen.
    pub options_left: OptionsLeft,
    /// Whether answers can be changed.
    pub may_change: bool,
}

impl AnswersPage {
    /// Whether something is asked of anyone.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.questions.iter().all(|question| question.retired)
    }
}

/// An answer, in the words of the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnAnswer {
    /// What was asked.
    pub question: String,
    /// What was answered; none if it is not for the reader's role.
    pub words: Option<String>,
    /// Whether it is sealed.
    pub sensitive: bool,
}

/// What somebody answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnAnswers {
    /// Who: their place and name; none for the contact person, for all.
    pub person: Option<(i64, String)>,
    /// What, in the order of the questions.
    pub answers: Vec<OwnAnswer>,
}

/// The questions that are columns of a list, and how their cells are read.
pub(in crate::registrations) struct Columns {
    questions: Vec<Question>,
    language: Language,
    secrets: Secrets,
    of: (OrganisationId, EventId),
}

/// Everything that is known of the answers of a registration.
pub(super) struct Known {
    pub row: RegistrationRow,
    pub questions: Vec<Question>,
    pub given: Given,
    pub people: Vec<(usize, String, TicketKind)>,
    pub may_change: bool,
}

impl Registrations {
    /// The answers of the registration behind this link.
    ///
    /// # Errors
    /// `NotFound` if there is none.
    pub async fn answers(&self, token: &ManageToken) -> Result<AnswersPage, Error> {
        let known = known(&self.context, token).await?;
        let Known { row, questions, given, people, may_change } = known;
        let (organisation, date) =
            (OrganisationId(row.organisation_id), OccurrenceId(row.occurrence_id));
        let target = registrations::target(&self.context.db, &row.slug, &row.starts_local).await?;
        let event = EventId(target.ok_or(Error::NotFound)?.event_id);
        let (db, of) = (&self.context.db, (organisation, event));
        let options_left = questions::left(db, of, date, &questions).await?;
        Ok(AnswersPage { questions, given, people, options_left, may_change })
    }

    /// What was answered in a registration, in the language of the reader: the contact person for
    /// all first, then everyone in it.
    ///
    /// # Errors
    /// `NotFound` if the event has no such registration; else as `authorize` says.
    pub async fn own_answers(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        reference: &str,
        language: Language,
    ) -> Result<Vec<OwnAnswers>, Error> {
        may(actor, Action::SeeRegistrations, event)?;
        let row = self.own_row(event, reference).await?;
        let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
        let db = &self.context.db;
        let questions = questions::of_event(db, organisation, event.id).await?;
        let rows = store::of_registration(db, organisation, id).await?;
        let sees_all = sees_sensitive(actor, event);
        let people = attendees(db, row.organisation_id, row.id).await?;
        let whose = std::iter::once((super::OF_ALL, None));
        let whose = whose.chain(people.into_iter().map(|one| (one.position, Some(one.name))));
        let mut found = Vec::new();
        for (position, name) in whose {
            let answer = |question: &Question| {
                let is_it =
                    |row: &&AnswerRow| row.position == position && row.question_id == question.id.0;
                let row = rows.iter().find(is_it)?;
                let key =
                    AnswerKey { organisation, registration: id, position, question: question.id };
                let value = || {
                    opened(&self.context.secrets, key, row.value.as_deref(), row.sealed.as_deref())
                };
                Some(OwnAnswer {
                    question: question.label(language).to_owned(),
                    words: (sees_all || !question.sensitive)
                        .then(|| words(question, &value(), language)),
                    sensitive: question.sensitive,
                })
            };
            let answers: Vec<OwnAnswer> = questions.iter().filter_map(answer).collect();
            if !answers.is_empty() {
                found.push(OwnAnswers { person: name.map(|name| (position, name)), answers });
            }
        }
        Ok(found)
    }

    /// The heads of the columns of answers, and the cells of these attendees. What is sensitive is
    /// in no list.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn listed_answers(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        listed: &[Listed],
        language: Language,
    ) -> Result<(Vec<String>, Vec<Vec<String>>), Error> {
        may(actor, Action::SeeRegistrations, event)?;
        let columns = self.columns(event, false, language).await?;
        let mut cells = Vec::with_capacity(listed.len());
        if columns.questions.is_empty() {
            return Ok((Vec::new(), vec![Vec::new(); listed.len()]));
        }
        for one in listed {
            let (db, of, reference) = (&self.context.db, columns.of, one.reference.as_str());
            let rows = store::of_listed(db, of, reference, one.position).await?;
            cells.push(columns.cells(&rows.iter().collect::<Vec<_>>()));
        }
        Ok((columns.heads(), cells))
    }

    /// The columns of answers of a file.
    pub(in crate::registrations) async fn columns(
        &self,
        event: &OwnEvent,
        with_sensitive: bool,
        language: Language,
    ) -> Result<Columns, Error> {
        let of = (event.organisation.id, event.id);
        let mut questions = questions::of_event(&self.context.db, of.0, of.1).await?;
        questions.retain(|question| with_sensitive || !question.sensitive);
        Ok(Columns { questions, language, secrets: self.context.secrets.clone(), of })
    }
}

/// Whether this person may see what is sealed.
pub(in crate::registrations) fn sees_sensitive(actor: &Actor, event: &OwnEvent) -> bool {
    reaches(actor, Action::SeeSensitive, (event.organisation.id, event.id).into())
}

impl Columns {
    /// What stands above each.
    pub fn heads(&self) -> Vec<String> {
        self.questions.iter().map(|question| question.label(self.language).to_owned()).collect()
    }

    /// The cells of somebody who answered this.
    pub fn cells(&self, rows: &[&ListedRow]) -> Vec<String> {
        let cell = |question: &Question| {
            let Some(row) = rows.iter().find(|row| row.question_id == question.id.0) else {
                return String::new();
            };
            let key = AnswerKey {
                organisation: self.of.0,
                registration: RegistrationId(row.registration_id),
                position: row.position,
                question: QuestionId(row.question_id),
            };
            let (value, sealed) = (row.value.as_deref(), row.sealed.as_deref());
            words(question, &opened(&self.secrets, key, value, sealed), self.language)
        };
        self.questions.iter().map(cell).collect()
    }

    /// The answers of the attendees after the first of these ids, up to the other, by attendee.
    pub async fn between(
        &self,
        context: &Context,
        after: Uuid,
        to: Uuid,
    ) -> Result<BTreeMap<Uuid, Vec<ListedRow>>, Error> {
        let mut of_attendees: BTreeMap<Uuid, Vec<ListedRow>> = BTreeMap::new();
        if !self.questions.is_empty() {
            for row in store::between(&context.db, self.of, after, to).await? {
                of_attendees.entry(row.attendee_id).or_default().push(row);
            }
        }
        Ok(of_attendees)
    }
}

/// What is known of the registration behind this link.
pub(super) async fn known(context: &Context, token: &ManageToken) -> Result<Known, Error> {
    let db = &context.db;
    let row = by_token(db, &token.hash()).await?.ok_or(Error::NotFound)?;
    let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
    let target = registrations::target(db, &row.slug, &row.starts_local).await?;
    let target = target.ok_or(Error::NotFound)?;
    let questions = questions::of_event(db, organisation, EventId(target.event_id)).await?;
    let rows = store::of_registration(db, organisation, id).await?;
    let given = given(&context.secrets, (organisation, id), &questions, &rows);
    let mut people = Vec::new();
    for one in attendees(db, row.organisation_id, row.id).await? {
        if let (None, Some(place)) = (one.cancelled_revision, attendee(one.position)) {
            people.push((place, one.name, stored(&one.kind)?));
        }
    }
    let is_off = ["declined", "cancelled", "expired"].contains(&row.status.as_str());
    let may_change = !is_off && context.clock.now() < time(target.starts_at)?;
    let questions = offered_to(&questions, &given);
    Ok(Known { row, questions, given, people, may_change })
}

/// What was answered, by the numbers of questions. What cannot be opened is not there.
pub(super) fn given(
    secrets: &Secrets,
    (organisation, registration): (OrganisationId, RegistrationId),
    questions: &[Question],
    rows: &[AnswerRow],
) -> Given {
    let answer = |row: &AnswerRow| {
        let question = questions.iter().find(|question| question.id.0 == row.question_id)?;
        let position = row.position;
        let key = AnswerKey { organisation, registration, position, question: question.id };
        let value = opened(secrets, key, row.value.as_deref(), row.sealed.as_deref());
        let attendee = match question.of {
            AskedOf::Registration => None,
            AskedOf::Attendee => Some(attendee(position)?),
        };
        Some(((attendee, question.number), value))
    };
    rows.iter().filter_map(answer).filter(|(_, value)| !value.is_empty()).collect()
}
