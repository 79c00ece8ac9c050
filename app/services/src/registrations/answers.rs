//! What people answered: kept with their registration, changed by them while they may, read by those
//! who hold the event.
//!
//! What can be chosen may have places of its own on each date (`option_places.taken`). They are taken
//! after those of the date, in the order of the questions, by one guarded statement each, and given
//! back with the place of whoever chose: [`settle`] makes what a registration holds what it is to
//! hold, whatever happened to it.
//!
//! Sensitive answers are sealed for their row with a key that is not in the database.

mod changing;
mod reading;

use domain::events::TicketKind;
use domain::ids::{EventId, OccurrenceId, OrganisationId, QuestionId, RegistrationId};
use domain::invalid::{Code, Field, Invalid};
use domain::questions::answers::{Answered, Attending, offered, options_in};
use domain::questions::{AnswerCode, AnswerField, Question};
use sha2::{Digest, Sha256};

use super::Submission;
use super::store::answers::{self as store, AnswerKey, AnswerRow};
use super::store::{NewRegistration, TargetRow};
use crate::db::Tx;
use crate::events::questions;
use crate::secrets::Secrets;
use crate::{Context, Error};

pub use reading::{AnswersPage, OwnAnswer, OwnAnswers};
pub(super) use reading::{Columns, sees_sensitive};

/// The position that stands for the registration.
const OF_ALL: i64 = -1;

/// What was answered in a form, and passed every rule that needs no places.
pub(super) struct Checked {
    questions: Vec<Question>,
    answered: Vec<Answered>,
    secrets: Secrets,
}

impl Checked {
    /// Nothing was asked.
    pub fn none(secrets: &Secrets) -> Self {
        Self { questions: Vec::new(), answered: Vec::new(), secrets: secrets.clone() }
    }

    /// What this form answers, or what is wrong with it.
    pub async fn of(
        context: &Context,
        target: &TargetRow,
        submission: &Submission,
    ) -> Result<Result<Self, Vec<Invalid>>, Error> {
        let (organisation, event) =
            (OrganisationId(target.organisation_id), EventId(target.event_id));
        let questions = questions::of_event(&context.db, organisation, event).await?;
        let questions = offered(&questions);
        let ticket = |code: &str| code.parse::<TicketKind>().ok();
        let attendees = submission.draft.attendees.iter().enumerate();
        let people: Vec<Attending> =
            attendees.map(|(index, one)| (index, ticket(&one.ticket))).collect();
        let answered = submission.answers.check(&questions, &people).and_then(fresh);
        let secrets = context.secrets.clone();
        Ok(answered.map(|answered| Self { questions, answered, secrets }))
    }

    /// What the record says of it.
    pub fn detail(&self) -> String {
        match self.answered.len() {
            0 => String::new(),
            count => format!(" answers={count}"),
        }
    }

    /// The hash of a request with these answers: without any, that of the request.
    pub fn hashed(&self, request: Vec<u8>) -> Vec<u8> {
        if self.answered.is_empty() {
            return request;
        }
        let mut hash = Sha256::new();
        let mut field = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        field(&request);
        for answer in &self.answered {
            field(&position(answer.attendee).to_be_bytes());
            field(&answer.question.to_be_bytes());
            field(answer.value.as_bytes());
        }
        hash.finalize().to_vec()
    }
}

/// The request and its answers, or everything that is wrong with both.
pub(super) fn together<T>(
    request: Result<T, Vec<Invalid>>,
    answers: Result<Checked, Vec<Invalid>>,
) -> Result<(T, Checked), Error> {
    match (request, answers) {
        (Ok(request), Ok(answers)) => Ok((request, answers)),
        (Err(mut wrong), Err(more)) => {
            wrong.extend(more);
            Err(Error::Invalid(wrong))
        }
        (Err(wrong), _) | (_, Err(wrong)) => Err(Error::Invalid(wrong)),
    }
}

/// Who registers gave no consent before.
fn fresh(answered: Vec<Answered>) -> Result<Vec<Answered>, Vec<Invalid>> {
    let kept = answered.iter().filter(|answer| answer.kept);
    let wrong: Vec<Invalid> = kept.map(|answer| at(answer, Code::Required)).collect();
    if wrong.is_empty() { Ok(answered) } else { Err(wrong) }
}

fn at(answer: &Answered, code: Code) -> Invalid {
    let field = AnswerField { attendee: answer.attendee, question: answer.question };
    Invalid::new(Field::Answer(field), code)
}

/// Keeps what was answered with a registration that was just written, in its transaction: all of it,
/// with the places of what was chosen, or nothing.
///
/// # Errors
/// `Invalid` at every answer that chose what is full.
pub(super) async fn keep(
    tx: &mut Tx,
    checked: &Checked,
    new: &NewRegistration<'_>,
) -> Result<(), Error> {
    let of = Of {
        organisation: new.organisation,
        registration: new.id,
        occurrence: new.occurrence,
        secrets: &checked.secrets,
        now: new.at,
    };
    let pairs = checked.answered.iter().filter_map(|answer| {
        let question = checked.questions.iter().find(|one| one.number == answer.question);
        question.map(|question| (question, answer))
    });
    let pairs: Vec<_> = pairs.collect();
    of.take(tx, &pairs).await?;
    for (question, answer) in pairs {
        of.write(tx, question, answer).await?;
    }
    Ok(())
}

/// Keeps what people of the demo answered.
pub(crate) async fn keep_for_demo(
    tx: &mut Tx,
    (secrets, questions): (&Secrets, &[Question]),
    answered: &[Answered],
    new: &NewRegistration<'_>,
) -> Result<(), Error> {
    let (questions, answered) = (questions.to_vec(), answered.to_vec());
    keep(tx, &Checked { questions, answered, secrets: secrets.clone() }, new).await
}

/// Makes what a registration holds of options what it is to hold now: to be called in every
/// transaction that changes who comes, on which date, or whether at all. Who comes again and finds
/// their choice full, has not chosen.
pub(super) async fn settle(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<(), Error> {
    store::leave_stale(tx, organisation, registration).await?;
    for seat in store::missing(tx, organisation, registration).await? {
        let question = QuestionId(seat.question_id);
        let key = AnswerKey { organisation, registration, position: seat.position, question };
        if !store::take(tx, key, seat.number, OccurrenceId(seat.occurrence_id)).await? {
            give_up(tx, key, seat.number).await?;
        }
    }
    Ok(())
}

/// Takes an option out of an answer.
async fn give_up(tx: &mut Tx, key: AnswerKey, number: i64) -> Result<(), Error> {
    let rows = store::of_registration_now(tx, key.organisation, key.registration).await?;
    let is_it =
        |row: &&AnswerRow| row.position == key.position && row.question_id == key.question.0;
    let value = rows.iter().find(is_it).and_then(|row| row.value.clone()).unwrap_or_default();
    let left = options_in(&value).filter(|option| i64::from(*option) != number);
    let left: Vec<String> = left.map(|option| option.to_string()).collect();
    if left.is_empty() {
        store::delete(tx, key).await?;
    } else {
        // When they answered has not changed; that somebody else decided stands in the record.
        store::shorten(tx, key, &left.join(" ")).await?;
    }
    Ok(())
}

/// Whose answers are written.
struct Of<'a> {
    organisation: OrganisationId,
    registration: RegistrationId,
    occurrence: OccurrenceId,
    secrets: &'a Secrets,
    now: i64,
}

impl Of<'_> {
    fn key(&self, question: &Question, attendee: Option<usize>) -> AnswerKey {
        let (organisation, registration) = (self.organisation, self.registration);
        AnswerKey {
            organisation,
            registration,
            position: position(attendee),
            question: question.id,
        }
    }

    /// Takes the places of what was chosen, in the order of the questions.
    async fn take(&self, tx: &mut Tx, pairs: &[(&Question, &Answered)]) -> Result<(), Error> {
        let mut seats = Vec::new();
        for (question, answer) in pairs {
            if counts(question) {
                seats.extend(answer.options.iter().map(|option| (*question, *option, *answer)));
            }
        }
        seats.sort_by_key(|(question, option, answer)| {
            (question.id, *option, position(answer.attendee))
        });
        let mut wrong = Vec::new();
        for (question, option, answer) in seats {
            let key = self.key(question, answer.attendee);
            if !store::take(tx, key, i64::from(option), self.occurrence).await? {
                wrong.push(at(answer, Code::Answer(AnswerCode::OptionFull)));
            }
        }
        wrong.sort_unstable();
        wrong.dedup();
        if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
    }

    async fn write(
        &self,
        tx: &mut Tx,
        question: &Question,
        answer: &Answered,
    ) -> Result<(), Error> {
        let key = self.key(question, answer.attendee);
        if !question.sensitive {
            store::write(tx, key, Some(&answer.value), None, self.now).await?;
            return Ok(());
        }
        let sealed = self.secrets.seal(PURPOSE, &row(key), answer.value.as_bytes());
        let sealed =
            sealed.ok_or_else(|| Error::Internal(anyhow::anyhow!("an answer cannot be sealed")))?;
        store::write(tx, key, None, Some(&sealed), self.now).await?;
        Ok(())
    }
}

/// Whether places are counted of what it offers.
const fn counts(question: &Question) -> bool {
    question.kind.has_options() && !question.sensitive
}

/// What answers are sealed for.
const PURPOSE: &str = "answer";

/// The row that an answer is sealed for: it opens in no other.
fn row(key: AnswerKey) -> Vec<u8> {
    let ids = [key.organisation.0, key.registration.0, key.question.0];
    let mut row: Vec<u8> = ids.iter().flat_map(|id| *id.as_bytes()).collect();
    row.extend(key.position.to_be_bytes());
    row
}

/// What an answer says, if it can be read.
fn opened(secrets: &Secrets, key: AnswerKey, value: Option<&str>, sealed: Option<&[u8]>) -> String {
    if let Some(value) = value {
        return value.to_owned();
    }
    let plain = sealed.and_then(|sealed| secrets.open(PURPOSE, &row(key), sealed));
    plain.and_then(|plain| String::from_utf8(plain).ok()).unwrap_or_default()
}

fn position(attendee: Option<usize>) -> i64 {
    attendee.map_or(OF_ALL, |index| i64::try_from(index).unwrap_or(i64::MAX))
}

/// The attendee at this position; none for the registration.
fn attendee(position: i64) -> Option<usize> {
    usize::try_from(position).ok()
}
