//! What somebody typed in answer to the questions of an event, and what of it may be stored.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{AnswerCode, AnswerField, AskedOf, Chosen, NO, Question, QuestionKind, YES, country};
use crate::events::TicketKind;
use crate::events::drafts::{line, paragraphs};
use crate::invalid::{Code, Field, Invalid};
use crate::language::Language;
use crate::text::{Email, turns_or_controls};

/// What stands for a consent that was given before.
pub const KEPT: &str = "kept";

/// The most characters of a line, and of several.
const LINE: usize = 200;
const TEXT: usize = 2_000;

/// The most fields that are looked at: thirty questions with thirty options for ten people would be
/// more, and nobody asks that.
const MOST_FIELDS: usize = 2_000;

/// What was typed, by the names of its fields: `q3` is the answer to question 3, `q3o2` a tick at
/// its option 2; before that stands `a0` for the attendee at index 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnswersDraft(pub BTreeMap<String, String>);

/// An answer that may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Whose: the place of the attendee; none for the registration.
    pub attendee: Option<usize>,
    /// The number of the question.
    pub question: u16,
    /// The answer: a text, a number, a day, `yes` or `no`, a code, the numbers of options, or the
    /// text that was consented to.
    pub value: String,
    /// The options that were chosen.
    pub options: Vec<u16>,
    /// It was given before and stays as it is: a consent, with the text of then.
    pub kept: bool,
}

/// What was answered before: whose, to which question, and what was stored.
pub type Given = BTreeMap<(Option<usize>, u16), String>;

/// An attendee, as far as questions need to know: their place, and in which capacity they come, if
/// that is known.
pub type Attending = (usize, Option<TicketKind>);

/// The name of the field that holds an answer, or of one of its options.
#[must_use]
pub fn name(attendee: Option<&str>, question: u16, option: Option<u16>) -> String {
    let attendee = attendee.map(|index| format!("a{index}")).unwrap_or_default();
    let option = option.map(|option| format!("o{option}")).unwrap_or_default();
    format!("{attendee}q{question}{option}")
}

/// The numbers of the options that a stored answer chose.
pub fn options_in(value: &str) -> impl Iterator<Item = u16> {
    value.split(' ').filter_map(|number| number.parse().ok())
}

/// What an answer chose, as far as other questions may depend on it.
#[must_use]
pub fn chosen_in(kind: QuestionKind, value: &str) -> Vec<u16> {
    match kind {
        QuestionKind::Choice | QuestionKind::Choices => options_in(value).collect(),
        QuestionKind::YesNo => vec![if value == "yes" { YES } else { NO }],
        QuestionKind::Consent => vec![YES],
        _ => Vec::new(),
    }
}

/// A field's name in its parts: attendee, question, option.
fn parts(name: &str) -> Option<(Option<usize>, u16, Option<u16>)> {
    let (attendee, rest) = match name.strip_prefix('a') {
        Some(rest) => {
            let (index, rest) = rest.split_once('q')?;
            (Some(index.parse().ok()?), rest)
        }
        None => (None, name.strip_prefix('q')?),
    };
    let (question, option) = match rest.split_once('o') {
        Some((question, option)) => (question, Some(option.parse().ok()?)),
        None => (rest, None),
    };
    Some((attendee, question.parse().ok()?, option))
}

impl AnswersDraft {
    /// What a form begins with for those who answered before.
    #[must_use]
    pub fn of(questions: &[Question], given: &Given) -> Self {
        let mut fields = BTreeMap::new();
        for ((attendee, number), value) in given {
            let Some(question) = questions.iter().find(|one| one.number == *number) else {
                continue;
            };
            let index = attendee.map(|index| index.to_string());
            let mut put = |option, value: &str| {
                fields.insert(name(index.as_deref(), *number, option), value.to_owned());
            };
            match question.kind {
                QuestionKind::Choices => {
                    options_in(value).for_each(|option| put(Some(option), "on"));
                }
                QuestionKind::Consent => put(None, KEPT),
                _ => put(None, value),
            }
        }
        Self(fields)
    }

    /// What was typed into the field of this name; empty if nothing.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Without the answers of the attendee at this index; those after them move up.
    #[must_use]
    pub fn without(self, removed: usize) -> Self {
        let moved = |(name, value): (String, String)| match parts(&name) {
            Some((Some(index), ..)) if index == removed => None,
            Some((Some(index), question, option)) if index > removed => {
                let index = (index - 1).to_string();
                Some((self::name(Some(&index), question, option), value))
            }
            _ => Some((name, value)),
        };
        Self(self.0.into_iter().filter_map(moved).collect())
    }

    /// The answers to these questions from these people, in the order of the page. What is not asked
    /// of them is not looked at, whatever was typed there; nor what is asked no more.
    ///
    /// # Errors
    /// Everything that is wrong; a field of no question of these, or of nobody, is a damaged form.
    pub fn check(
        &self,
        questions: &[Question],
        people: &[Attending],
    ) -> Result<Vec<Answered>, Vec<Invalid>> {
        if !self.fits(questions, people) {
            return Err(vec![Invalid::new(Field::Form, Code::Unreadable)]);
        }
        let (mut answers, mut wrong) = (Vec::new(), Vec::new());
        self.check_of(questions, (None, None), &mut answers, &mut wrong);
        for (index, ticket) in people {
            self.check_of(questions, (Some(*index), *ticket), &mut answers, &mut wrong);
        }
        if wrong.is_empty() { Ok(answers) } else { Err(wrong) }
    }

    /// Whether every field belongs to a question that is there, or was, and to somebody.
    fn fits(&self, questions: &[Question], people: &[Attending]) -> bool {
        let is_known = |name: &String| {
            let Some((attendee, number, option)) = parts(name) else { return false };
            let question = questions.iter().find(|question| question.number == number);
            question.is_some_and(|question| {
                let is_of = match (question.of, attendee) {
                    (AskedOf::Registration, None) => true,
                    (AskedOf::Attendee, Some(of)) => people.iter().any(|(index, _)| *index == of),
                    _ => false,
                };
                is_of && option.is_none_or(|_| question.kind == QuestionKind::Choices)
            })
        };
        self.0.len() <= MOST_FIELDS && self.0.keys().all(is_known)
    }

    fn check_of(
        &self,
        questions: &[Question],
        (attendee, ticket): (Option<usize>, Option<TicketKind>),
        answers: &mut Vec<Answered>,
        wrong: &mut Vec<Invalid>,
    ) {
        let of = if attendee.is_some() { AskedOf::Attendee } else { AskedOf::Registration };
        let mut chosen = Chosen::default();
        for question in questions.iter().filter(|one| one.of == of && !one.retired) {
            // In the order of the page: what a question depends on was looked at before it.
            if !question.is_for(ticket) || !chosen.opens(question.condition) {
                continue;
            }
            match self.answer(question, attendee) {
                Ok(Some(answer)) => {
                    chosen.add(question.number, answer.options.iter().copied());
                    answers.push(answer);
                }
                Ok(None) if !question.required => {}
                Ok(None) => wrong.push(at(attendee, question.number, Code::Required)),
                Err(code) => wrong.push(at(attendee, question.number, code)),
            }
        }
    }

    /// Whether something was ticked that this question does not offer.
    fn has_unknown(&self, question: &Question, attendee: Option<&str>) -> bool {
        let beginning = format!("{}o", name(attendee, question.number, None));
        let ticks = self.0.range(beginning.clone()..);
        let mut ticks = ticks.take_while(|(name, _)| name.starts_with(&beginning));
        ticks.any(|(name, value)| {
            let option = parts(name).and_then(|(.., option)| option);
            !value.trim().is_empty() && option.is_none_or(|one| question.option(one).is_none())
        })
    }

    /// The answer to one question, if there is one.
    fn answer(
        &self,
        question: &Question,
        attendee: Option<usize>,
    ) -> Result<Option<Answered>, Code> {
        let index = attendee.map(|index| index.to_string());
        let field = |option| self.get(&name(index.as_deref(), question.number, option)).trim();
        let typed = field(None);
        let mut kept = false;
        let (value, options) = match question.kind {
            QuestionKind::Choices => {
                if self.has_unknown(question, index.as_deref()) {
                    return Err(Code::Answer(AnswerCode::NoOption));
                }
                let ticked = |option: &u16| !field(Some(*option)).is_empty();
                let options: Vec<u16> =
                    question.options.iter().map(|option| option.number).filter(ticked).collect();
                let value: Vec<String> = options.iter().map(ToString::to_string).collect();
                (value.join(" "), options)
            }
            _ if typed.is_empty() => return Ok(None),
            QuestionKind::Choice => {
                let number = typed.parse().ok();
                let option = number.and_then(|number| question.option(number));
                let number = option.ok_or(Code::Answer(AnswerCode::NoOption))?.number;
                (number.to_string(), vec![number])
            }
            QuestionKind::YesNo => match typed {
                "yes" => (typed.to_owned(), vec![YES]),
                "no" => (typed.to_owned(), vec![NO]),
                _ => return Err(Code::Answer(AnswerCode::NoOption)),
            },
            QuestionKind::Consent => {
                kept = typed == KEPT;
                let text = if kept { String::new() } else { consented(question, typed)? };
                (text, vec![YES])
            }
            kind => (plain(kind, typed)?, Vec::new()),
        };
        let is_empty = value.is_empty() && !kept;
        let question = question.number;
        Ok((!is_empty).then_some(Answered { attendee, question, value, options, kept }))
    }
}

/// The questions as those see them who answer now: without what is offered no more.
#[must_use]
pub fn offered(questions: &[Question]) -> Vec<Question> {
    let mut questions = questions.to_vec();
    for question in &mut questions {
        question.options.retain(|option| !option.retired);
    }
    questions
}

/// The same for those who answered before: what they chose stays, though it is offered no more.
#[must_use]
pub fn offered_to(questions: &[Question], given: &Given) -> Vec<Question> {
    let mut questions = questions.to_vec();
    for question in &mut questions {
        let number = question.number;
        let of_it = given.iter().filter(|((_, question), _)| *question == number);
        let chosen: Vec<u16> = of_it.flat_map(|(_, value)| options_in(value)).collect();
        question.options.retain(|option| !option.retired || chosen.contains(&option.number));
    }
    questions
}

/// The text that this tick consented to: it says in which language it was read, and which wording.
fn consented(question: &Question, tick: &str) -> Result<String, Code> {
    let changed = Code::Answer(AnswerCode::TextChanged);
    let (language, wording) = tick.split_once('.').ok_or(changed)?;
    let language: Language = language.parse().map_err(|_| changed)?;
    if wording.parse() != Ok(question.wording) {
        return Err(changed);
    }
    let (_, text) = question.consent(language).ok_or(changed)?;
    Ok(text.to_owned())
}

/// What the box of a consent sends, read in this language.
#[must_use]
pub fn tick(question: &Question, language: Language) -> String {
    format!("{}.{}", language.code(), question.wording)
}

fn plain(kind: QuestionKind, typed: &str) -> Result<String, Code> {
    let long = |code| if code == Code::OverLimit { Code::Answer(AnswerCode::Long) } else { code };
    match kind {
        QuestionKind::LongText => paragraphs(typed, TEXT).map_err(long),
        QuestionKind::Number => number(typed).ok_or(Code::Answer(AnswerCode::Number)),
        QuestionKind::Date => day(typed).ok_or(Code::Answer(AnswerCode::Date)),
        QuestionKind::Email => Email::parse(typed).map(|email| email.as_str().to_owned()),
        QuestionKind::Phone => phone(typed).ok_or(Code::Answer(AnswerCode::Phone)),
        QuestionKind::Country => {
            country::code(typed).map(str::to_owned).ok_or(Code::Answer(AnswerCode::NoOption))
        }
        _ => line(typed, LINE).map_err(long),
    }
}

/// Digits of Arabic and Persian as those of ASCII.
fn with_ascii_digits(text: &str) -> String {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from(b'0' + (c as u32 - 0x660) as u8),
        '\u{6f0}'..='\u{6f9}' => char::from(b'0' + (c as u32 - 0x6f0) as u8),
        '\u{66b}' => '.',
        other => other,
    };
    text.chars().map(digit).collect()
}

/// A number of at most twelve digits before its point, and six after it.
fn number(text: &str) -> Option<String> {
    let text = with_ascii_digits(text).replace(',', ".");
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => ("-", digits),
        None => ("", text.as_str()),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str, most| {
        (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    if !are_digits(whole, 12) || !are_digits(part, 6) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let part = part.trim_end_matches('0');
    let value = if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") };
    Some(if value == "0" { value } else { format!("{sign}{value}") })
}

fn day(text: &str) -> Option<String> {
    let day: Date = text.parse().ok()?;
    (text.len() == 10 && (1900..=2100).contains(&day.year())).then(|| day.to_string())
}

/// A telephone number as it was written: 6 to 15 digits (E.164), and what parts them.
fn phone(text: &str) -> Option<String> {
    let text = with_ascii_digits(text);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let rest = text.strip_prefix('+').unwrap_or(&text);
    let may_stand = |c: char| c.is_ascii_digit() || " ()-./".contains(c);
    let is_phone = (6..=15).contains(&digits) && text.len() <= 30 && rest.chars().all(may_stand);
    (is_phone && !text.contains(turns_or_controls)).then_some(text)
}

const fn at(attendee: Option<usize>, question: u16, code: Code) -> Invalid {
    Invalid::new(Field::Answer(AnswerField { attendee, question }), code)
}

#[cfg(test)]
mod tests;
