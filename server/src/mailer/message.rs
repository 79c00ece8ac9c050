//! From what a mail says to the octets that carry it (RFC 5322, MIME, iMIP).
//!
//! `multipart/mixed { multipart/alternative { plain, html, calendar }, event.ics }`: the calendar
//! part is the last alternative, without a Content-Disposition, and the attachment has the same
//! octets, because some clients look for the one and some for the other.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lettre::Address;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, MessageBuilder, MultiPart, SinglePart};
use services::mail::{CalendarPart, Message};

/// The most characters of a name or subject: enough for any, and far from a server's limits.
const LONGEST: usize = 250;

const AUTO_SUBMITTED: HeaderName = HeaderName::new_from_ascii_str("Auto-Submitted");
const CONTENT_LANGUAGE: HeaderName = HeaderName::new_from_ascii_str("Content-Language");

/// The mail, ready to be sent.
///
/// lettre panics on a display name with a line break; names are cleaned before they come to it,
/// and a panic is an error all the same, so that no mail ever stops the others.
pub(super) fn build(message: &Message, from: &Mailbox) -> anyhow::Result<lettre::Message> {
    catch_unwind(AssertUnwindSafe(|| assemble(message, from)))
        .unwrap_or_else(|_| anyhow::bail!("the builder panicked"))
}

fn assemble(message: &Message, from: &Mailbox) -> anyhow::Result<lettre::Message> {
    let name = clean(&message.to_name);
    let to = Mailbox::new(
        Some(name).filter(|name| !name.is_empty()),
        message.to_address.parse::<Address>()?,
    );
    // Without SMTPUTF8, which too many servers lack, only ASCII can name a mailbox.
    anyhow::ensure!(message.to_address.is_ascii(), "the address is not in ASCII");
    let builder = lettre::Message::builder()
        .from(from.clone())
        .to(to)
        .subject(clean(&message.subject))
        .message_id(Some(identifier(&message.message_id)?))
        .raw_header(HeaderValue::new(AUTO_SUBMITTED, "auto-generated".to_owned()))
        .raw_header(HeaderValue::new(CONTENT_LANGUAGE, clean(message.language)))
        .date_now();
    let builder = answering(builder, message.references.as_deref())?;

    let texts = MultiPart::alternative()
        .singlepart(text(ContentType::TEXT_PLAIN, &message.text))
        .singlepart(text(ContentType::TEXT_HTML, &message.html));
    let whole = match &message.calendar {
        None => texts,
        Some(calendar) => {
            let kind = calendar_type(calendar)?;
            // As octets, not as text: their line ends are already those of the wire.
            let ics = || base64(calendar.ics.clone().into_bytes());
            let part = SinglePart::builder().content_type(kind.clone()).body(ics());
            let file = Attachment::new("event.ics".to_owned()).body(ics(), kind);
            MultiPart::mixed().multipart(texts.singlepart(part)).singlepart(file)
        }
    };
    Ok(builder.multipart(whole)?)
}

/// Ties the mail to the first one about the same matter.
fn answering(builder: MessageBuilder, references: Option<&str>) -> anyhow::Result<MessageBuilder> {
    let Some(references) = references else {
        return Ok(builder);
    };
    let identifiers =
        references.split_whitespace().map(identifier).collect::<anyhow::Result<Vec<_>>>()?;
    match identifiers.last() {
        Some(last) => Ok(builder.in_reply_to(last.clone()).references(identifiers.join(" "))),
        None => Ok(builder),
    }
}

/// A message's identifier with its angle brackets.
fn identifier(text: &str) -> anyhow::Result<String> {
    let bare = text.trim().trim_start_matches('<').trim_end_matches('>');
    let is_sound = bare.bytes().all(|c| c.is_ascii_graphic() && !b"<>".contains(&c));
    anyhow::ensure!(is_sound && bare.contains('@'), "a message's identifier is not one");
    Ok(format!("<{bare}>"))
}

fn calendar_type(calendar: &CalendarPart) -> anyhow::Result<ContentType> {
    let method = calendar.method;
    anyhow::ensure!(method.bytes().all(|c| c.is_ascii_uppercase()), "not a method");
    let kind = format!("text/calendar; charset=utf-8; method={method}; component=VEVENT");
    Ok(ContentType::parse(&kind)?)
}

/// A text part; in base64 where most of it is not ASCII, because that is shorter then.
fn text(kind: ContentType, text: &str) -> SinglePart {
    let text = text.replace("\r\n", "\n").replace(['\r', '\0'], "");
    let beyond_ascii = text.bytes().filter(|octet| !octet.is_ascii()).count();
    let coding = if beyond_ascii * 6 > text.len() {
        ContentTransferEncoding::Base64
    } else {
        ContentTransferEncoding::QuotedPrintable
    };
    SinglePart::builder().content_type(kind).header(coding).body(text)
}

fn base64(octets: Vec<u8>) -> Body {
    // Base64 can carry any octets: this encoding is never refused.
    Body::new_with_encoding(octets, ContentTransferEncoding::Base64).unwrap_or_else(Body::new)
}

/// The text on one line, without control characters and without the marks that turn the writing
/// direction of what follows, or that cannot be seen and split an encoded word.
fn clean(text: &str) -> String {
    let turns = |c| matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let is_line_end = |c| matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}');
    text.chars()
        .map(|c| if c.is_control() || is_line_end(c) { ' ' } else { c })
        .filter(|c| !turns(*c))
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(LONGEST)
        .collect()
}

#[cfg(test)]
mod tests;
