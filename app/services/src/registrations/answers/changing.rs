//! Answers that are given later, or changed, by whoever holds the manage link.

use domain::ids::{OccurrenceId, OrganisationId, RegistrationId};
use domain::invalid::{Code, Field, Invalid};
use domain::questions::answers::{Answered, AnswersDraft, Attending, Given};
use domain::questions::{AnswerCode, Question};

use super::reading::{Known, given, known};
use super::{Of, at, counts, store};
use crate::Error;
use crate::audit::{Act, PARTICIPANT, record};
use crate::mail::notices;
use crate::registrations::{ATTEMPTS, Registrations};
use crate::secrets::ManageToken;

impl Registrations {
    /// Writes the answers of the registration behind this link, and takes away those that are no
    /// longer given or asked for. What is asked no more stays as it was answered.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong at its field, or once the date has begun; `NotFound`
    /// if there is no such registration.
    pub async fn change_answers(
        &self,
        token: &ManageToken,
        draft: &AnswersDraft,
    ) -> Result<(), Error> {
        let known = known(&self.context, token).await?;
        if !known.may_change {
            return Err(over());
        }
        let people: Vec<Attending> =
            known.people.iter().map(|(place, _, kind)| (*place, Some(*kind))).collect();
        let answered = draft.check(&known.questions, &people).map_err(Error::Invalid)?;
        let (this, mut attempt) = (self.clone(), 1);
        let task = tokio::spawn(async move {
            loop {
                match this.change_once(&known, &answered).await {
                    Err(error) if attempt < ATTEMPTS && error.is_transient() => attempt += 1,
                    result => return result,
                }
            }
        });
        task.await.map_err(|error| Error::Internal(error.into()))?
    }

    async fn change_once(&self, known: &Known, answered: &[Answered]) -> Result<(), Error> {
        let (context, row, now) = (&self.context, &known.row, self.context.clock.now());
        let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
        let mut tx = context.db.begin().await?;
        if !store::hold(&mut tx, organisation, id, now.as_microsecond()).await? {
            return Err(over());
        }
        let rows = store::of_registration_now(&mut tx, organisation, id).await?;
        let before = given(&context.secrets, (organisation, id), &known.questions, &rows);
        let changes = changes(known, &before, answered).map_err(Error::Invalid)?;
        if changes.is_empty() {
            return Ok(());
        }
        let of = Of {
            organisation,
            registration: id,
            occurrence: OccurrenceId(row.occurrence_id),
            secrets: &context.secrets,
            now: now.as_microsecond(),
        };
        // What is given back first may be what is taken next.
        for change in changes.iter().filter(|change| counts(change.question)) {
            store::leave(&mut tx, of.key(change.question, change.attendee)).await?;
        }
        let new: Vec<_> =
            changes.iter().filter_map(|change| Some((change.question, change.answer?))).collect();
        of.take(&mut tx, &new).await?;
        for change in &changes {
            match change.answer {
                Some(answer) => of.write(&mut tx, change.question, answer).await?,
                None => store::delete(&mut tx, of.key(change.question, change.attendee)).await?,
            }
        }
        notices::drop_answered(&mut tx, organisation, id).await?;
        let act = Act {
            organisation,
            at: now,
            actor: PARTICIPANT,
            action: "answer",
            object_kind: "answers",
            object: id.0,
            detail: format!("changed={}", changes.len()),
        };
        record(&mut tx, act).await?;
        tx.commit().await?;
        context.changed();
        Ok(())
    }
}

/// An answer that is not what it was.
struct Change<'a> {
    question: &'a Question,
    attendee: Option<usize>,
    /// What it is now; none if it is taken away.
    answer: Option<&'a Answered>,
}

/// Everything that is not as it was, of what is asked of those who come.
fn changes<'a>(
    known: &'a Known,
    before: &Given,
    answered: &'a [Answered],
) -> Result<Vec<Change<'a>>, Vec<Invalid>> {
    let (mut changes, mut wrong) = (Vec::new(), Vec::new());
    let of = |number: u16| known.questions.iter().find(|question| question.number == number);
    for answer in answered {
        let Some(question) = of(answer.question) else { continue };
        let was = before.get(&(answer.attendee, answer.question));
        if answer.kept {
            if was.is_none() && question.required {
                wrong.push(at(answer, Code::Required));
            }
        } else if was != Some(&answer.value) {
            let (attendee, answer) = (answer.attendee, Some(answer));
            changes.push(Change { question, attendee, answer });
        }
    }
    for (attendee, number) in before.keys().copied() {
        let is_here = attendee.is_none_or(|at| known.people.iter().any(|(place, ..)| *place == at));
        let is_given = answered.iter().any(|a| (a.attendee, a.question) == (attendee, number));
        let question = of(number).filter(|question| is_here && !is_given && !question.retired);
        changes.extend(question.map(|question| Change { question, attendee, answer: None }));
    }
    if wrong.is_empty() { Ok(changes) } else { Err(wrong) }
}

fn over() -> Error {
    Error::Invalid(vec![Invalid::new(Field::Form, Code::Answer(AnswerCode::Over))])
}
