//! What a mail says: the same in plain text and HTML, in the language of the registration, with
//! the calendar entry in both places where clients look for it.
//!
//! The HTML is MJML (tables that Outlook and Gmail draw as meant), without pictures. Links begin
//! with the configured address, never with what a request said.

pub(super) mod account;

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::events::EventStatus;
use domain::events::schedule::When;
use domain::ids::{MailId, OrganisationId, RegistrationId};
use domain::language::Language;
use domain::registrations::letters::{Letter, Words};
use jiff::Timestamp;
use uuid::Uuid;

use super::Kind;
use crate::dates::Dates;
use crate::events::editing::Told;
use crate::events::store::place::link_for;
use crate::events::{EventText, Events, Occurrence, stored};
use crate::registrations::store::{self, AttendeeRow, RegistrationRow};
use crate::texts::Texts;
use crate::{Context, Db, Error};

/// A mail, ready for the transport.
#[derive(Debug, Clone)]
pub struct Message {
    /// The name of the one who gets it; as it was typed.
    pub to_name: String,
    /// The address.
    pub to_address: String,
    /// The subject; one line of text.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// The calendar entry.
    pub calendar: Option<CalendarPart>,
    /// The Message-ID, without angle brackets; the same each time the mail is sent.
    pub message_id: String,
    /// The Message-ID of the first mail about this registration, for later ones.
    pub references: Option<String>,
    /// The language, as a tag.
    pub language: &'static str,
}

/// A calendar entry in a mail.
#[derive(Debug, Clone)]
pub struct CalendarPart {
    /// `PUBLISH` or `CANCEL`, the same as in the text (RFC 6047, 2.4).
    pub method: &'static str,
    /// The iCalendar text.
    pub ics: String,
}

/// What a mail is about.
pub(super) struct Subject {
    pub organisation: OrganisationId,
    pub registration: RegistrationId,
    pub revision: i64,
    pub kind: Kind,
    /// What stood there before an organiser changed it, if the mail tells of that.
    pub before: Option<Told>,
}

impl Subject {
    /// What the keys of the texts hold.
    fn code(&self, date: &Occurrence) -> &'static str {
        if self.before.is_none() {
            return self.kind.code();
        }
        match date.admission.event {
            _ if is_off(date) => "event-cancelled",
            EventStatus::Postponed => "event-postponed",
            _ => Kind::EventChanged.code(),
        }
    }

    /// Whether an attendee who left in that revision was still in it.
    fn is_before(&self, left: i64) -> bool {
        self.revision > 0 && left > self.revision
    }
}

/// Whether the date does not take place.
fn is_off(date: &Occurrence) -> bool {
    date.admission.date_cancelled || date.admission.event == EventStatus::Cancelled
}

/// What is filled into the texts of a mail, once for all formats.
#[derive(Template)]
#[template(path = "mail.mjml", escape = "html")]
struct Body {
    language: &'static str,
    direction: &'static str,
    align: &'static str,
    preheader: String,
    greeting: String,
    opening: String,
    title: String,
    facts: Vec<(String, String)>,
    attendees_label: String,
    attendees: Vec<String>,
    action: String,
    action_note: String,
    action_url: String,
    /// Another page to read: what it is, and its address.
    further: Option<(String, String)>,
    signature: String,
    reason: String,
}

/// Composes a mail as things were at its revision.
pub(super) async fn compose(
    context: &Context,
    events: &Events,
    subject: &Subject,
    (id, queued_at): (MailId, Timestamp),
) -> Result<Message, Error> {
    let db = &context.db;
    let row = store::by_id(db, subject.organisation, subject.registration).await?;
    let row = row.ok_or(Error::NotFound)?;
    let attendees = store::attendees(db, subject.organisation.0, subject.registration.0).await?;
    let language: Language = stored(&row.language)?;
    let (content, dates) = events.public_one(&row.slug).await?;
    let date = dates.iter().find(|date| date.id.0 == row.occurrence_id).ok_or(Error::NotFound)?;
    let text = content.text(language);
    let organisation = crate::organisations::name(db, subject.organisation, language).await?;

    let written = written(db, subject).await?;
    let code = written.as_ref().map_or_else(|| subject.code(date), |written| written.kind.code());
    let texts = Texts(language);
    let (held, address) = (content.place.held, &content.address);
    let place = crate::calendars::location(texts, held, &text.venue, address);
    let mut body = body(
        context,
        (subject, code),
        &row,
        &attendees,
        (text, &date.when, &place),
        &organisation.name,
    )?;
    let link = link_for(db, subject.organisation, subject.registration).await?;
    body.facts.extend(link.map(|link| (texts.get("mail-online"), link)));
    if let Some(before) = &subject.before {
        body.facts.extend(earlier(before, date, &place, texts));
    }
    let is_over = match subject.before {
        Some(_) => is_off(date),
        None => subject.kind == Kind::Cancelled,
    };
    let left = written.as_ref().and_then(|written| written.left_date);
    let left = dates.iter().find(|date| Some(date.id.0) == left);
    let (method, ics) = crate::calendars::mail_part(
        (context, language),
        (&content, &organisation),
        (date, left),
        (is_over, queued_at),
    );
    let mut line =
        texts.plain(&format!("mail-{code}-subject"), &[("event", text.title.as_str().into())]);
    // A letter and a question are about no time.
    let is_letter = [Kind::Letter.code(), Kind::Asked.code()].contains(&code);
    if let Some(Written { letter: Some(letter), .. }) = written {
        let (name, when) = (row.contact_name.as_str(), Dates::of(language).span(&date.when));
        let words = Words { name, event: &text.title, date: &when };
        (line, body.opening) = letter.filled(words);
        body.preheader = String::new();
    }
    let first = super::store::first(db, subject.organisation, subject.registration).await?;
    let first = first.filter(|first| *first != id.0);
    let references = first.map(|first| message_id(context, first.as_bytes()));
    Ok(Message {
        to_name: row.contact_name,
        to_address: row.contact_email,
        subject: line,
        text: body.plain(texts),
        html: body.html()?,
        calendar: (!is_letter).then(|| CalendarPart { method: method.as_str(), ics }),
        message_id: message_id(context, id.0.as_bytes()),
        references,
        language: language.code(),
    })
}

/// What an organiser did to many, if a mail tells of it.
struct Written {
    kind: Kind,
    letter: Option<Letter>,
    /// The date that the registration is not for any more.
    left_date: Option<Uuid>,
}

async fn written(db: &Db, subject: &Subject) -> Result<Option<Written>, Error> {
    if subject.kind != Kind::Changed {
        return Ok(None);
    }
    let (organisation, registration) = (subject.organisation.0, subject.registration.0);
    let row = store::bulk::letter(db, organisation, registration, subject.revision).await?;
    Ok(row.and_then(|row| {
        let (kind, letter) = match row.act.as_str() {
            "move" => (Kind::Moved, None),
            "write" => (Kind::Letter, Letter::parse(&row.subject?, &row.text?).ok()),
            _ => return None,
        };
        Some(Written { kind, letter, left_date: row.left_date })
    }))
}

fn body(
    context: &Context,
    (subject, kind): (&Subject, &str),
    row: &RegistrationRow,
    attendees: &[AttendeeRow],
    (text, when, place): (&EventText, &When, &str),
    organisation: &str,
) -> Result<Body, Error> {
    let language: Language = stored(&row.language)?;
    let (texts, dates) = (Texts(language), Dates::of(language));
    let present = attendees
        .iter()
        .filter(|attendee| attendee.cancelled_revision.is_none_or(|left| subject.is_before(left)));
    let attendee = |attendee: &AttendeeRow| {
        let ticket = texts.get(&format!("ticket-{}", attendee.kind));
        texts.with(
            "mail-attendee",
            &[("name", attendee.name.as_str().into()), ("ticket", ticket.into())],
        )
    };
    let token = context.secrets.manage_token(subject.registration);
    let base = &context.base_url;
    let event = [("event", text.title.as_str().into())];
    Ok(Body {
        language: language.code(),
        direction: language.direction(),
        align: align(language),
        preheader: dates.span(when),
        greeting: texts.with("mail-greeting", &[("name", row.contact_name.as_str().into())]),
        opening: texts.with(&format!("mail-{kind}-opening"), &event),
        title: text.title.clone(),
        facts: vec![
            (texts.get("mail-when"), dates.span(when)),
            (texts.get("mail-zone"), dates.zone_with_offset(when)),
            (texts.get("mail-where"), place.to_owned()),
            (texts.get("mail-reference"), row.reference.clone()),
        ],
        attendees_label: texts.get("mail-attendees"),
        attendees: present.map(attendee).collect(),
        action: texts.get("mail-manage"),
        action_note: texts.get("mail-manage-note"),
        action_url: format!("{base}/{}/registrations/{}", language.code(), token.as_str()),
        further: Some((
            texts.get("mail-event-page"),
            format!("{base}/{}/events/{}", language.code(), row.slug),
        )),
        signature: texts.with("mail-signature", &[("organisation", organisation.into())]),
        reason: texts.get("mail-reason"),
    })
}

/// When and where it was to be, as far as that is not so any more.
fn earlier(before: &Told, date: &Occurrence, place: &str, texts: Texts) -> Vec<(String, String)> {
    let dates = Dates::of(texts.0);
    let mut facts = Vec::new();
    let when = before.date(date.id).and_then(|date| date.when().ok());
    if let Some(when) = when.filter(|when| *when != date.when) {
        let words = format!("{} · {}", dates.span(&when), dates.zone_with_offset(&when));
        facts.push((texts.get("mail-when-before"), words));
    }
    let was = before.location(texts);
    if was != place {
        facts.push((texts.get("mail-where-before"), was));
    }
    facts
}

fn align(language: Language) -> &'static str {
    if language.direction() == "rtl" { "right" } else { "left" }
}

impl Body {
    /// The lines of the opening: one, but in a letter.
    fn opening_lines(&self) -> impl Iterator<Item = &str> {
        self.opening.lines().filter(|line| !line.trim().is_empty())
    }

    fn plain(&self, texts: Texts) -> String {
        let heading = |label: &str| texts.with("mail-heading", &[("label", label.into())]);
        let fact = |(label, value): &(String, String)| {
            let arguments = [("label", label.as_str().into()), ("value", value.as_str().into())];
            texts.with("mail-fact", &arguments)
        };
        let mut lines = Vec::new();
        if !self.greeting.is_empty() {
            lines.extend([self.greeting.clone(), String::new()]);
        }
        lines.extend([self.opening.clone(), String::new()]);
        lines.push(self.title.clone());
        lines.extend(self.facts.iter().map(fact));
        if !self.attendees.is_empty() {
            lines.extend([String::new(), heading(&self.attendees_label)]);
            lines.extend(self.attendees.iter().map(|attendee| format!("- {attendee}")));
        }
        lines.extend([String::new(), heading(&self.action), self.action_url.clone()]);
        lines.extend([self.action_note.clone(), String::new()]);
        if let Some((label, url)) = &self.further {
            lines.extend([heading(label), url.clone(), String::new()]);
        }
        lines.extend([self.signature.clone(), String::new(), self.reason.clone(), String::new()]);
        lines.join("\n")
    }

    fn html(&self) -> Result<String, Error> {
        let internal = |error: String| Error::Internal(anyhow::anyhow!("mail template: {error}"));
        let mjml = self.render().map_err(|error| internal(error.to_string()))?;
        let parsed = mrml::parse(&mjml).map_err(|error| internal(error.to_string()))?;
        let options = mrml::prelude::render::RenderOptions::default();
        parsed.element.render(&options).map_err(|error| internal(error.to_string()))
    }
}

/// A Message-ID (RFC 5322, 3.6.4) that only this installation makes, the same for the same mail.
fn message_id(context: &Context, id: &[u8]) -> String {
    let host = context.base_url.split("://").last().unwrap_or_default();
    let host = host.split(['/', ':']).next().unwrap_or("localhost");
    let left = URL_SAFE_NO_PAD.encode(&context.secrets.derive("message-id", id)[..18]);
    format!("{left}@{host}")
}
