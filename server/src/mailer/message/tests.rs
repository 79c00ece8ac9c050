//! Mails as they leave: their form, and what hostile text does to them (nothing).

use services::mail::{CalendarPart, Message};

use super::{build, clean};
use crate::mailer::eml::Eml;

const ICS: &str = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Кубок мира\r\nEND:VCALENDAR\r\n";

fn message() -> Message {
    Message {
        to_name: "Amina Al-Masri".to_owned(),
        to_address: "amina@example.org".to_owned(),
        subject: "You are in".to_owned(),
        text: "Dear Amina,\nsee you there.\n".to_owned(),
        html: "<p>Dear Amina, see you there.</p>".to_owned(),
        calendar: Some(CalendarPart { method: "REQUEST", ics: ICS.to_owned() }),
        message_id: "<m1@concord.example>".to_owned(),
        references: None,
        language: "en",
    }
}

fn octets(message: &Message) -> String {
    let from = "Concord <events@example.org>".parse().unwrap();
    String::from_utf8(build(message, &from).unwrap().formatted()).unwrap()
}

#[test]
fn a_mail_has_the_form_that_calendars_read() {
    let mail = octets(&message());
    let kind = "Content-Type: text/calendar; charset=utf-8; method=REQUEST; component=VEVENT\r\n";
    assert_eq!(mail.matches(kind).count(), 2, "{mail}");
    let places = [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "attachment",
    ]
    .map(|part| mail.find(part).unwrap());
    assert!(places.is_sorted(), "{mail}");
    assert!(mail.contains("Content-Disposition: attachment; filename=\"event.ics\""), "{mail}");
    assert_eq!(mail.matches("Content-Disposition").count(), 1);

    let coded: Vec<&str> = mail.split("Content-Transfer-Encoding: base64\r\n").skip(1).collect();
    let bodies: Vec<String> = coded
        .iter()
        .filter_map(|part| part.split("\r\n--").next())
        .map(|body| body.replace("\r\n", ""))
        .collect();
    assert_eq!(bodies.len(), 2);
    assert_eq!(bodies[0], bodies[1], "both carry the same octets");
    let decoded =
        base64::Engine::decode(&base64::engine::general_purpose::STANDARD, &bodies[0]).unwrap();
    assert_eq!(decoded, ICS.as_bytes(), "as they were, line ends and all");
}

#[test]
fn a_mail_says_what_it_is() {
    let mail = octets(&message());
    for line in [
        "Message-ID: <m1@concord.example>\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "Content-Language: en\r\n",
        "From: Concord <events@example.org>\r\n",
        "To: \"Amina Al-Masri\" <amina@example.org>\r\n",
        "MIME-Version: 1.0\r\n",
        "\r\nDate: ",
    ] {
        assert!(mail.contains(line), "{line} is missing:\n{mail}");
    }
    assert!(mail.is_ascii() && mail.split("\r\n").all(|line| line.len() <= 998));
    assert!(!mail.replace("\r\n", "").contains(['\r', '\n']), "every line ends with both");
}

#[test]
fn a_mail_without_a_calendar_has_two_alternatives() {
    let mail = octets(&Message { calendar: None, ..message() });
    assert!(!mail.contains("multipart/mixed") && !mail.contains("text/calendar"));
    assert!(mail.contains("multipart/alternative"));
}

#[test]
fn an_update_refers_to_the_first_mail() {
    let references = Some("<m0@concord.example>".to_owned());
    let mail = octets(&Message { references, ..message() });
    assert!(mail.contains("In-Reply-To: <m0@concord.example>\r\n"), "{mail}");
    assert!(mail.contains("References: <m0@concord.example>\r\n"));
}

#[test]
fn hostile_names_and_subjects_add_no_header() {
    let evil = "A\r\nBcc: victim@example.org\0\u{202E}\u{2028}X-Evil: 1";
    for message in [
        Message { to_name: evil.to_owned(), ..message() },
        Message { subject: evil.to_owned(), ..message() },
        Message { text: evil.to_owned(), html: evil.to_owned(), ..message() },
    ] {
        let mail = octets(&message);
        let head = mail.split("\r\n\r\n").next().unwrap();
        assert!(!head.contains("\r\nBcc:") && !head.contains("\r\nX-Evil"), "{head}");
        let subject = Eml::read(mail.as_bytes()).header("Subject");
        assert!(!subject.contains(['\r', '\n', '\0', '\u{202E}']), "{subject:?}");
    }
}

#[test]
fn what_cannot_be_a_mail_is_an_error_and_no_panic() {
    let from = "Concord <events@example.org>".parse().unwrap();
    for message in [
        Message { to_address: "not an address".to_owned(), ..message() },
        Message { to_address: "a@example.org\r\nRCPT TO:<b@example.org>".to_owned(), ..message() },
        Message { message_id: "<a b@c>".to_owned(), ..message() },
        Message { references: Some("<a@c\r\nBcc:x>".to_owned()), ..message() },
    ] {
        assert!(build(&message, &from).is_err());
    }
}

#[test]
fn names_of_all_writings_arrive() {
    for name in [
        "Анна Каренина",
        "李小龍",
        "أمينة المصري",
        "O'Neil, \"Jo\" <x>",
        "👨‍👩‍👧‍👦",
        "é".repeat(200).as_str(),
    ] {
        let mail =
            octets(&Message { to_name: name.to_owned(), subject: name.to_owned(), ..message() });
        let eml = Eml::read(mail.as_bytes());
        assert_eq!(eml.header("Subject"), name);
        assert!(mail.is_ascii());
    }
}

#[test]
fn texts_arrive_as_they_were() {
    for text in [
        "Plain.\n",
        "От первой до последней буквы\n",
        "Un été à Genève = déjà vu\n.\n",
        &"x".repeat(3000),
    ] {
        let mail = octets(&Message { text: text.to_owned(), ..message() });
        assert_eq!(Eml::read(mail.as_bytes()).text().unwrap().replace("\r\n", "\n"), text);
    }
}

#[test]
fn cleaning_leaves_one_readable_line() {
    assert_eq!(clean("  a\r\n\tb\u{0085}c\u{2067}d  "), "a b cd");
    assert_eq!(clean("\r\n\0"), "");
}
