//! The questions of events of the demo, and what its people answer.

use domain::ids::{EventId, OrganisationId, QuestionId};
use domain::questions::answers::{Answered, AnswersDraft, Attending, name};
use domain::questions::{AskedOf, Question, QuestionKind, QuestionOption};
use jiff::Timestamp;
use uuid::Uuid;

use super::files::{OptionFile, QuestionFile};
use crate::Error;
use crate::db::Tx;
use crate::events::store::questions as store;

/// The questions of a file, in their order.
pub(super) fn questions(files: &[QuestionFile]) -> Vec<Question> {
    let option = |(number, file): (u16, &OptionFile)| QuestionOption {
        number,
        capacity: file.places,
        retired: false,
        labels: file.labels.clone(),
    };
    let question = |(number, file): (u16, &QuestionFile)| Question {
        id: QuestionId(Uuid::now_v7()),
        number,
        kind: file.kind,
        of: file.of,
        ticket: file.ticket,
        required: file.required,
        sensitive: file.sensitive,
        retired: false,
        requested: false,
        condition: file.after,
        wording: 1,
        options: (1..).zip(&file.options).map(option).collect(),
        texts: file.texts.clone(),
    };
    (1..).zip(files).map(question).collect()
}

/// Writes the questions of an event.
pub(super) async fn write(
    tx: &mut Tx,
    (organisation, event): (OrganisationId, EventId),
    files: &[QuestionFile],
    now: Timestamp,
) -> Result<Vec<Question>, Error> {
    let questions = questions(files);
    for (position, question) in (0..).zip(&questions) {
        let definition =
            serde_json::to_string(question).map_err(|error| Error::Internal(error.into()))?;
        let (of, at) = ((organisation, event), now.as_microsecond());
        store::write(tx, of, position, (question, &definition), at).await?;
        for option in question.options.iter().filter(|_| !question.sensitive) {
            let (id, number, capacity) = (question.id, option.number, option.capacity);
            store::write_option(tx, organisation, id, number, capacity).await?;
        }
    }
    Ok(questions)
}

/// What the group of this number answers: choices without places, yes and no.
pub(super) fn answers(questions: &[Question], people: &[Attending], group: usize) -> Vec<Answered> {
    let mut draft = AnswersDraft::default();
    for question in questions {
        let whose: Vec<Option<usize>> = match question.of {
            AskedOf::Registration => vec![None],
            AskedOf::Attendee => people.iter().map(|(place, _)| Some(*place)).collect(),
        };
        for attendee in whose {
            let turn = group + attendee.unwrap_or(0);
            let free = question.options.iter().filter(|option| option.capacity.is_none());
            let free: Vec<u16> = free.map(|option| option.number).collect();
            let index = attendee.map(|place| place.to_string());
            let field = |option| name(index.as_deref(), question.number, option);
            match question.kind {
                QuestionKind::Choice if !free.is_empty() => {
                    draft.0.insert(field(None), free[turn % free.len()].to_string());
                }
                QuestionKind::Choices if !free.is_empty() => {
                    draft.0.insert(field(Some(free[turn % free.len()])), "on".to_owned());
                }
                QuestionKind::YesNo => {
                    let answer = if turn.is_multiple_of(3) { "yes" } else { "no" };
                    draft.0.insert(field(None), answer.to_owned());
                }
                _ => {}
            }
        }
    }
    // They registered before some of this was asked.
    let asked = questions.iter().map(|question| Question { required: false, ..question.clone() });
    draft.check(&asked.collect::<Vec<_>>(), people).unwrap_or_default()
}
