//! What mails say.

use domain::language::Language;
use jiff::SignedDuration;
use services::mail::Message;
use services::registrations::{GiveBack, Submission};
use services::secrets::ManageToken;
use services::texts::Texts;

use super::claim_one;
use crate::support::{Event, House, NewEvent};

const TITLE: &str = "Peace Cup";

/// Composes the next mail, which is then done.
async fn next_message(house: &House) -> Message {
    let claimed = claim_one(house).await;
    let message = house.mail.compose(&claimed).await.expect("a message");
    house.mail.sent(&claimed).await.expect("an answer");
    message
}

async fn register(house: &House, event: &Event, language: Language, names: &[&str]) -> ManageToken {
    let form = Submission { language, ..house.form(event, names) };
    house.registrations.register(form).await.expect("a registration")
}

/// What people see of an HTML mail.
fn visible(html: &str) -> String {
    let (_, body) = html.split_once("<body").expect("a body");
    let mut text = String::new();
    for part in body.split('<').skip(1) {
        let (tag, rest) = part.split_once('>').expect("a closed tag");
        if tag.starts_with("p") || tag.starts_with("div") || tag.starts_with("br") {
            text.push(' ');
        }
        text.push_str(rest);
    }
    for (entity, sign) in [
        ("&#60;", "<"),
        ("&lt;", "<"),
        ("&#62;", ">"),
        ("&gt;", ">"),
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#160;", " "),
        ("&nbsp;", " "),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, sign);
    }
    words(&text)
}

/// The words alone: without marks of direction, and colons, which HTML does not need after a label.
fn words(text: &str) -> String {
    let text = text.replace(['\u{2068}', '\u{2069}', ':', '：'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The Message-ID of the next mail, which is tried twice and is the same both times.
async fn message_id_of_two_attempts(house: &House) -> String {
    let claimed = claim_one(house).await;
    let first = house.mail.compose(&claimed).await.expect("a message");
    house.mail.later(&claimed, "451", SignedDuration::ZERO).await.expect("later");
    house.clock.advance(SignedDuration::from_hours(1));
    let second = next_message(house).await;
    assert_eq!((first.text, first.html), (second.text, second.html));
    assert_eq!(first.calendar.map(|part| part.ics), second.calendar.map(|part| part.ics));
    assert_eq!(first.message_id, second.message_id);
    second.message_id
}

#[track_caller]
fn assert_both_formats_hold(message: &Message, what: &str) {
    assert!(words(&message.text).contains(&words(what)), "{what:?} is not in {}", message.text);
    let html = visible(&message.html);
    assert!(html.contains(&words(what)), "{what:?} is not in {html}");
}

both! {
    async fn every_language_says_every_kind_of_mail(house: House) {
        let event = house.announce(NewEvent::with_places(1000)).await;
        for language in Language::ALL.iter().copied() {
            let token = register(&house, &event, language, &["Ada", "Grace"]).await;
            for position in [0, 1] {
                house.registrations.give_back(&token, GiveBack::One(position)).await.expect("done");
            }
            let (texts, code) = (Texts(language), language.code());
            let title = [("event", TITLE.into())];
            for kind in ["confirmed", "changed", "cancelled"] {
                let message = next_message(&house).await;
                assert_eq!(message.language, code);
                assert_eq!(message.subject, texts.plain(&format!("mail-{kind}-subject"), &title));
                assert!(
                    message.subject.contains(TITLE)
                        && !message.subject.contains(['\r', '\n', '\u{2068}'])
                );
                let greeting = texts.with("mail-greeting", &[("name", "Amina Diallo".into())]);
                assert_both_formats_hold(&message, &greeting);
                assert_both_formats_hold(
                    &message,
                    &texts.with(&format!("mail-{kind}-opening"), &title),
                );
                let link = format!("https://concord.test/{code}/registrations/{}", token.as_str());
                assert_both_formats_hold(&message, &link);
                let unknown =
                    |text: &str| text.contains("Unknown localization") || text.contains("mail-");
                assert!(!unknown(&message.text) && !unknown(&message.subject), "{}", message.text);
            }
        }
    }

    async fn every_language_has_words_of_its_own(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let mut openings = std::collections::BTreeMap::new();
        for language in Language::ALL.iter().copied() {
            register(&house, &event, language, &["Ada"]).await;
            openings
                .entry(next_message(&house).await.subject)
                .or_insert_with(Vec::new)
                .push(language);
        }
        let shared: Vec<_> = openings.values().filter(|languages| languages.len() > 1).collect();
        assert!(shared.is_empty(), "the same subject in {shared:?}");
    }

    async fn text_and_html_hold_the_same_facts(house: House) {
        let event = house.announce(NewEvent::default()).await;
        for language in [Language::English, Language::Arabic, Language::Chinese] {
            register(&house, &event, language, &["Ada", "Grace"]).await;
            let message = next_message(&house).await;
            let lines = message.text.lines().filter(|line| !line.is_empty());
            for line in lines {
                let line = line.strip_prefix("- ").unwrap_or(line);
                // The address of the event is behind a link there.
                if line.contains("/events/") {
                    assert!(message.html.contains(line), "{line}");
                } else {
                    assert_both_formats_hold(&message, line.strip_suffix(':').unwrap_or(line));
                }
            }
            for fact in
                ["2027", "19:00", "21:30", "UTC+00:00", "Peace Hall", "Old Port, Casablanca"]
            {
                assert_both_formats_hold(&message, fact);
            }
            let reference =
                house.texts("select reference from registrations order by created_at, id").await;
            assert_both_formats_hold(&message, reference.last().expect("a reference"));
        }
    }

    async fn a_mail_is_about_its_own_revision(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        for position in [0, 1] {
            house
                .registrations
                .give_back(&token, GiveBack::One(position))
                .await
                .expect("given back");
        }
        for (ada, grace) in [(true, true), (false, true), (false, false)] {
            let text = next_message(&house).await.text;
            assert_eq!((text.contains("Ada"), text.contains("Grace")), (ada, grace), "{text}");
        }
    }

    async fn the_calendar_part_says_its_method_twice(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        house.registrations.give_back(&token, GiveBack::One(0)).await.expect("given back");
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        let mut uids = Vec::new();
        let mut sequence = -1;
        for method in ["PUBLISH", "PUBLISH", "CANCEL"] {
            let part = next_message(&house).await.calendar.expect("a calendar part");
            assert_eq!(part.method, method);
            assert!(part.ics.contains(&format!("\r\nMETHOD:{method}\r\n")), "{}", part.ics);
            let cancelled = part.ics.contains("\r\nSTATUS:CANCELLED\r\n");
            assert_eq!(cancelled, method == "CANCEL", "{}", part.ics);
            uids.extend(part.ics.lines().find(|line| line.starts_with("UID:")).map(str::to_owned));
            let number = part.ics.lines().find_map(|line| line.strip_prefix("SEQUENCE:"));
            let number = number.map_or(0, |number| number.parse::<i64>().expect("a number"));
            assert!(number >= sequence, "SEQUENCE went down");
            sequence = number;
        }
        uids.dedup();
        assert_eq!(uids.len(), 1, "{uids:?}");
        assert!(sequence > 0, "a CANCEL outranks what was published");
    }

    async fn hostile_names_are_text_in_html(house: House) {
        let names = [
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "</mj-text><mj-raw>Ada",
            "{{ 7 * 7 }} & <!-- Ada",
            "' onmouseover='x Ada",
            "&lt;b&gt; Ada",
            "]]> Ada",
            "<?php Ada",
        ];
        let event = house.announce(NewEvent::titled("cup", "<b>Cup</b> & \"Bowl\" </title>")).await;
        for name in names {
            let mut form = house.form(&event, &[name]);
            form.draft.contact_name = name.into();
            house.registrations.register(form).await.expect(name);
            let message = next_message(&house).await;
            let html = message.html.to_lowercase();
            for tag in ["<script", "<img", "<mj-", "<b>cup", "<?php", "<!-- ada", "onmouseover='"] {
                assert!(!html.contains(tag), "{tag} from {name:?} is in the HTML");
            }
            assert_both_formats_hold(&message, name);
            assert_both_formats_hold(&message, "<b>Cup</b> & \"Bowl\" </title>");
            assert_eq!(message.to_name, name);
            let calendar = message.calendar.expect("a calendar part");
            assert!(!calendar.ics.contains("Ada"), "attendees are not in calendars");
        }
    }

    async fn a_message_id_is_of_one_mail_for_ever(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada"]).await;
        let mut ids = vec![message_id_of_two_attempts(&house).await];
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        ids.push(message_id_of_two_attempts(&house).await);
        house.register(&event, &["Ada"]).await;
        ids.push(message_id_of_two_attempts(&house).await);

        assert!(ids.iter().all(|id| id.ends_with("@concord.test")), "{ids:?}");
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 3);
    }

    async fn a_later_mail_refers_to_the_first_of_its_registration(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        for whose in [GiveBack::One(0), GiveBack::All] {
            house.registrations.give_back(&token, whose).await.expect("given back");
        }
        let first = next_message(&house).await;
        assert_eq!(first.references, None);
        for _ in 0..2 {
            assert_eq!(next_message(&house).await.references, Some(first.message_id.clone()));
        }
    }

    async fn mails_go_to_the_address_as_it_was_typed(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let mut form = house.form(&event, &["Ada"]);
        form.draft.contact_email = "O'Neil+cup@Example.ORG".into();
        house.registrations.register(form).await.expect("a registration");
        let message = next_message(&house).await;
        assert_eq!(message.to_address, "O'Neil+cup@example.org");
        assert_eq!(message.to_name, "Amina Diallo");
    }
}
