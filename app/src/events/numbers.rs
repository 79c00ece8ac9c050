//! How registrations came in and who came: charts, each with its table.

use domain::events::TicketKind;
use domain::language::Language;
use leptos::prelude::*;
use services::events::numbers::{Counts, Numbers, OfDate, OfDay};

use crate::context::{dates, texts};
use crate::ui::chart::{Bar, Chart, CountRow, CountTable};

/// How registrations came in, day by day, against the places.
#[component]
pub fn OverTime(
    /// The days, the first first.
    days: Vec<OfDay>,
    /// Places of all dates.
    places: i64,
) -> impl IntoView {
    let (texts, dates) = (texts(), dates());
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return view! { <p class="lead">{texts.get("numbers-none")}</p> }.into_any();
    };
    let ends = (dates.day(first.day), dates.day(last.day));
    let said = [
        ("from", ends.0.clone().into()),
        ("until", ends.1.clone().into()),
        ("coming", last.coming.into()),
    ];
    let label = texts.plain("numbers-chart", &said);
    let bar = |day: &OfDay| Bar { at: day.day.to_string(), count: day.coming };
    let bars: Vec<_> = days.iter().map(bar).collect();
    let given_back = days.iter().any(|day| day.given_back > 0).then(|| {
        let bar = |day: &OfDay| Bar { at: day.day.to_string(), count: day.given_back };
        let total: i64 = days.iter().map(|day| day.given_back).sum();
        let label = texts.plain("numbers-given-back-chart", &[("count", total.into())]);
        let bars = days.iter().map(bar).collect::<Vec<_>>();
        view! {
            <h3>{texts.get("numbers-given-back-title")}</h3>
            <Chart bars label ends=ends.clone() />
        }
    });
    let happened = |day: &&OfDay| day.registered + day.given_back > 0;
    let row = |day: &OfDay| {
        CountRow::new(dates.day(day.day), [day.registered, day.given_back, day.coming])
    };
    let rows: Vec<_> = days.iter().filter(happened).map(row).collect();
    let heads = ["numbers-day", "numbers-registered", "numbers-given-back", "numbers-coming"];
    // A line far above the bars would press them flat.
    let limit = (places > 0 && places <= last.coming.max(1) * 20).then_some(places);
    view! {
        <Chart bars limit label ends=ends.clone() />
        <p class="quiet">{texts.with("numbers-places", &[("places", places.into())])}</p>
        {given_back}
        <Behind heads=heads.to_vec() rows label=texts.get("numbers-title") />
    }
    .into_any()
}

/// A table behind a chart.
#[component]
pub fn Behind(
    /// The keys of the heads.
    heads: Vec<&'static str>,
    /// The rows.
    rows: Vec<CountRow>,
    /// What it is of.
    label: String,
) -> impl IntoView {
    view! {
        <details class="behind">
            <summary>{texts().get("numbers-table")}</summary>
            <CountTable heads rows label />
        </details>
    }
}

/// In which capacity and in which language people come.
#[component]
pub fn Shares(
    /// By ticket type.
    tickets: Vec<(TicketKind, Counts)>,
    /// By language.
    languages: Vec<(Language, Counts)>,
) -> impl IntoView {
    let texts = texts();
    let counted = |counts: Counts| [counts.registered, counts.given_back, counts.coming()];
    let heads = |first| vec![first, "numbers-registered", "numbers-given-back", "numbers-coming"];
    let ticket = |(kind, counts): (TicketKind, Counts)| {
        CountRow::new(texts.get(&format!("ticket-{}", kind.code())), counted(counts))
    };
    let language = |(language, counts): (Language, Counts)| CountRow {
        language: Some(language.code()),
        ..CountRow::new(language.native_name(), counted(counts))
    };
    let of_tickets: Vec<_> = tickets.into_iter().map(ticket).collect();
    let of_languages: Vec<_> = languages.into_iter().map(language).collect();
    view! {
        <h3>{texts.get("numbers-tickets")}</h3>
        <CountTable
            heads=heads("attendance-ticket")
            rows=of_tickets
            label=texts.get("numbers-tickets")
        />
        <h3>{texts.get("numbers-languages")}</h3>
        <CountTable
            heads=heads("attendance-language")
            rows=of_languages
            label=texts.get("numbers-languages")
        />
    }
}

/// Who came to the dates that are over, and who did not; nothing while none is.
#[component]
pub fn Came(
    /// The counts.
    numbers: Numbers,
) -> impl IntoView {
    let texts = texts();
    let all = numbers.all_who_came();
    let share = texts_of_share;
    let is_over = numbers.dates.iter().any(|date| date.over);
    let row = move |(kind, counts): (TicketKind, Counts)| {
        let name = texts.get(&format!("ticket-{}", kind.code()));
        CountRow::new(name, [counts.coming(), counts.here, counts.missing()])
            .and(share(counts.missing_share()))
    };
    let body = if all.here == 0 {
        view! { <p>{texts.get("numbers-door-not-kept")}</p> }.into_any()
    } else {
        let heads = vec![
            "attendance-ticket",
            "numbers-expected",
            "numbers-came",
            "numbers-missing",
            "numbers-share",
        ];
        let rows: Vec<_> = numbers.came.into_iter().map(row).collect();
        let said = [
            ("came", all.here.into()),
            ("expected", all.coming().into()),
            ("missing", all.missing().into()),
        ];
        view! {
            <p class="lead">{texts.with("numbers-came-of", &said)}</p>
            <CountTable heads rows label=texts.get("numbers-came-title") />
        }
        .into_any()
    };
    is_over.then(|| {
        view! {
            <section class="section" aria-labelledby="came">
                <h2 id="came">{texts.get("numbers-came-title")}</h2>
                {body}
            </section>
        }
    })
}

/// The dates of an event beside each other; nothing if there is only one.
#[component]
pub fn Compared(
    /// The dates, the first first.
    of_dates: Vec<OfDate>,
) -> impl IntoView {
    let (texts, dates) = (texts(), dates());
    let row = move |date: &OfDate| {
        let counts = date.counts;
        let (came, missing, share) = match date.over && counts.here > 0 {
            true => (
                counts.here.to_string(),
                counts.missing().to_string(),
                texts_of_share(counts.missing_share()),
            ),
            false => {
                (texts.get("numbers-not-known"), texts.get("numbers-not-known"), String::new())
            }
        };
        let mut name = dates.span(&date.when);
        if date.cancelled {
            name = format!("{name} · {}", texts.get("status-cancelled"));
        }
        CountRow::new(name, [date.capacity, counts.registered, counts.given_back, counts.coming()])
            .and(came)
            .and(missing)
            .and(share)
    };
    let most = |counts: Counts| counts.coming();
    let chart = (of_dates.len() > 1).then(|| {
        let bar =
            |date: &OfDate| Bar { at: date.when.starts.to_string(), count: most(date.counts) };
        let (first, last) = (of_dates.first(), of_dates.last());
        let end = |date: Option<&OfDate>| date.map(|date| dates.start(&date.when));
        let ends = (end(first).unwrap_or_default(), end(last).unwrap_or_default());
        let bars: Vec<_> = of_dates.iter().map(bar).collect();
        view! { <Chart bars label=texts.get("numbers-dates-chart") ends /> }
    });
    chart.map(|chart| {
        let heads = vec![
            "attendance-date",
            "numbers-capacity",
            "numbers-registered",
            "numbers-given-back",
            "numbers-expected",
            "numbers-came",
            "numbers-missing",
            "numbers-share",
        ];
        let rows: Vec<_> = of_dates.iter().map(row).collect();
        view! {
            <section class="section" aria-labelledby="dates">
                <h2 id="dates">{texts.get("numbers-dates")}</h2>
                {chart}
                <CountTable heads rows label=texts.get("numbers-dates") />
            </section>
        }
    })
}

/// A share in words; nothing where it is not known.
fn texts_of_share(share: Option<i64>) -> String {
    share
        .map(|share| texts().with("numbers-percent", &[("share", share.into())]))
        .unwrap_or_default()
}
