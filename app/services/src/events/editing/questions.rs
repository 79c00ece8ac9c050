//! What an event asks those who register.
//!
//! What was answered is never deleted with its question: such a question is asked no more, and can
//! be asked again.

use domain::events::TicketKind;
use domain::events::drafts::Section;
use domain::ids::QuestionId;
use domain::invalid::{Code, Field, Invalid};
use domain::questions::drafts::{Present, QuestionDraft};
use domain::questions::{AnswerCode, Question, QuestionField, astray};
use uuid::Uuid;

use super::{Changing, Target};
use crate::Error;
use crate::events::Events;
use crate::events::store::questions as store;
use crate::mail::notices;

/// What becomes of a question as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionChange {
    /// It stands one place earlier.
    Up,
    /// It stands one place later.
    Down,
    /// It is asked no more, and gone if nobody answered it.
    Remove,
    /// It is asked again.
    Restore,
    /// Those who have registered are asked, too: by one mail, and another after three days.
    Request,
}

impl QuestionChange {
    /// Every change.
    pub const ALL: [Self; 5] = [Self::Up, Self::Down, Self::Remove, Self::Restore, Self::Request];

    /// The stable code: in forms and in the record.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Remove => "remove",
            Self::Restore => "restore",
            Self::Request => "request",
        }
    }
}

impl Events {
    /// Adds a question, or changes the one of this number.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong, `NotFound` if there is no such question, `Conflict`
    /// if somebody was faster, else as `authorize` says.
    pub async fn write_question(
        &self,
        target: &Target<'_>,
        number: Option<u16>,
        draft: &QuestionDraft,
    ) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let written = changing.written().await?;
        let questions = written.questions;
        let known = questions.iter().find(|one| Some(one.number) == number).map(|one| one.id);
        if number.is_some() && known.is_none() {
            return Err(Error::NotFound);
        }
        let is_answered = match known {
            Some(id) => store::answers(&mut changing.tx, changing.organisation, id).await? > 0,
            None => false,
        };
        let tickets: Vec<TicketKind> = written.tickets.iter().map(|(kind, _)| *kind).collect();
        let present = Present { questions: &questions, tickets: &tickets, number, is_answered };
        let checked = draft.check(present, QuestionId(Uuid::now_v7())).map_err(Error::Invalid)?;
        let position = questions.iter().position(|one| one.number == checked.number);
        let position = position.unwrap_or(questions.len());
        changing.write_question(position, &checked).await?;
        changing.write_options(&checked).await?;
        let detail = format!("question={}", checked.number);
        self.finish(changing, Section::Questions, "write-question", detail).await
    }

    /// Moves a question, takes it away, asks it again, or asks those who have registered.
    ///
    /// # Errors
    /// `Invalid` if another question depends on it, or there are too many; `NotFound` if there is no
    /// such question, `Conflict` if somebody was faster, else as `authorize` says.
    pub async fn change_question(
        &self,
        target: &Target<'_>,
        number: u16,
        change: QuestionChange,
    ) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let mut questions = changing.written().await?.questions;
        let position = questions.iter().position(|question| question.number == number);
        let position = position.ok_or(Error::NotFound)?;
        let mut detail = format!("question={number} change={}", change.code());
        match change {
            QuestionChange::Up => {
                let before = (0..position).rev().find(|at| !questions[*at].retired);
                questions.swap(position, before.unwrap_or(position));
            }
            QuestionChange::Down => {
                let after = (position + 1..questions.len()).find(|at| !questions[*at].retired);
                questions.swap(position, after.unwrap_or(position));
            }
            QuestionChange::Remove => changing.remove(&mut questions, position).await?,
            QuestionChange::Restore => questions[position].retired = false,
            QuestionChange::Request => questions[position].requested = true,
        }
        check(&questions, change)?;
        for (position, question) in questions.iter().enumerate() {
            changing.write_question(position, question).await?;
        }
        if change == QuestionChange::Request {
            let of = (changing.organisation, changing.event);
            let mails = notices::ask(&mut changing.tx, of, changing.now).await?;
            detail = format!("{detail} mails={mails}");
        }
        self.finish(changing, Section::Questions, "change-question", detail).await?;
        self.context.mail_queued.notify_one();
        Ok(())
    }
}

fn check(questions: &[Question], change: QuestionChange) -> Result<(), Error> {
    let refused = |code| {
        let field = Field::Question(QuestionField::Condition);
        Err(Error::Invalid(vec![Invalid::new(field, Code::Answer(code))]))
    };
    if !astray(questions).is_empty() {
        return refused(match change {
            QuestionChange::Remove => AnswerCode::Opens,
            _ => AnswerCode::Condition,
        });
    }
    let asked = questions.iter().filter(|question| !question.retired).count();
    if asked > domain::questions::MAX_QUESTIONS { refused(AnswerCode::Many) } else { Ok(()) }
}

impl Changing {
    async fn write_question(&mut self, position: usize, question: &Question) -> Result<(), Error> {
        let of = (self.organisation, self.event);
        let definition =
            serde_json::to_string(question).map_err(|error| Error::Internal(error.into()))?;
        let (position, now) = (i64::try_from(position).unwrap_or(0), self.now.as_microsecond());
        store::write(&mut self.tx, of, position, (question, &definition), now).await?;
        Ok(())
    }

    async fn write_options(&mut self, question: &Question) -> Result<(), Error> {
        let mut wrong = Vec::new();
        // Of what is sealed nothing is counted.
        for option in question.options.iter().filter(|_| !question.sensitive) {
            let (organisation, capacity) = (self.organisation, option.capacity);
            let (id, number) = (question.id, option.number);
            if !store::write_option(&mut self.tx, organisation, id, number, capacity).await? {
                let field = Field::Question(QuestionField::OptionPlaces(number));
                wrong.push(Invalid::new(field, Code::BelowTaken));
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
    }

    /// Takes a question out of the list if nobody answered it; else it is asked no more.
    async fn remove(
        &mut self,
        questions: &mut Vec<Question>,
        position: usize,
    ) -> Result<(), Error> {
        let id = questions[position].id;
        if store::answers(&mut self.tx, self.organisation, id).await? > 0 {
            questions[position].retired = true;
        } else {
            store::delete(&mut self.tx, self.organisation, id).await?;
            questions.remove(position);
        }
        Ok(())
    }
}
