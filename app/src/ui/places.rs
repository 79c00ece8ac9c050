//! How many places there are, in words with a sign beside them.

use domain::events::{Admission, EventStatus};
use jiff::Timestamp;
use leptos::prelude::*;
use services::texts::Texts;

use crate::context::{services, texts};

/// Below this many, places are said to be the last.
const FEW: i64 = 5;

/// The state of a date: its class in the style sheet, and the words.
#[must_use]
pub fn words(admission: &Admission, now: Timestamp, texts: Texts) -> (&'static str, String) {
    let left = admission.left();
    let counted = |key| texts.with(key, &[("count", left.into())]);
    match admission.event {
        EventStatus::Cancelled => ("cancelled", texts.get("places-cancelled")),
        _ if admission.date_cancelled => ("cancelled", texts.get("places-cancelled")),
        EventStatus::Postponed => ("cancelled", texts.get("places-postponed")),
        _ if admission.starts_at <= now => ("past", texts.get("places-past")),
        _ if admission.closes_at() <= now => ("past", texts.get("places-past")),
        _ if admission.window.is_before(now) => ("later", texts.get("places-later")),
        _ if left == 0 && admission.waitlist => ("full", texts.get("places-waitlist")),
        _ if left == 0 => ("full", texts.get("places-full")),
        _ if admission.hides_places => ("open", texts.get("places-some")),
        _ if left <= FEW => ("few", counted("places-last")),
        _ => ("open", counted("places-left")),
    }
}

/// The places of a ticket type of this date, the same way.
#[must_use]
pub fn ticket_words(left: i64, of: &Admission, texts: Texts) -> (&'static str, String) {
    match left {
        0 if of.waitlist => ("full", texts.get("places-waitlist")),
        0 => ("full", texts.get("places-full")),
        _ if of.hides_places => ("open", texts.get("places-some")),
        few if few <= FEW => ("few", texts.with("places-last", &[("count", few.into())])),
        left => ("open", texts.with("places-left", &[("count", left.into())])),
    }
}

/// The state of a date, as text in a line.
#[component]
pub fn Places(
    /// What decides it.
    admission: Admission,
) -> impl IntoView {
    let (class, words) = words(&admission, services().now(), texts());
    view! { <span class=format!("places {class}")>{words}</span> }
}
