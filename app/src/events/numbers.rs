//! How registrations came in, as bars with a table behind them.

use domain::language::Language;
use leptos::prelude::*;
use services::events::numbers::{Numbers, OfDay};

use crate::context::{dates, texts};

/// How registrations came in; nothing while there are none.
#[component]
pub fn NumbersSection(
    /// The counts.
    numbers: Numbers,
) -> impl IntoView {
    let texts = texts();
    let Numbers { days, languages } = numbers;
    (!days.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="numbers">
                <h2 id="numbers">{texts.get("numbers-title")}</h2>
                <Bars days=days.clone() />
                <Table days />
                <Languages languages />
            </section>
        }
    })
}

/// How many people had a place, day by day. Time runs as the language is read.
#[component]
fn Bars(days: Vec<OfDay>) -> impl IntoView {
    let (texts, dates) = (texts(), dates());
    let most = days.iter().map(|day| day.coming).max().unwrap_or(0).max(1);
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return None };
    let (from, until) = (dates.day(first.day), dates.day(last.day));
    let said = [
        ("from", from.clone().into()),
        ("until", until.clone().into()),
        ("coming", last.coming.into()),
    ];
    let label = texts.plain("numbers-chart", &said);
    let bar = |(index, day): (usize, &OfDay)| {
        let height = day.coming as f64 * 100.0 / most as f64;
        view! {
            <rect x=index.to_string() y=format!("{:.1}", 100.0 - height) width="1" height=format!("{height:.1}") />
        }
    };
    let width = days.len();
    Some(view! {
        <figure class="chart">
            <p class="numbers quiet">{most}</p>
            <svg
                viewBox=format!("0 0 {width} 100")
                preserveAspectRatio="none"
                role="img"
                aria-label=label
            >
                {days.iter().enumerate().map(bar).collect_view()}
            </svg>
            <figcaption>
                <span>{from}</span>
                <span>{until}</span>
            </figcaption>
        </figure>
    })
}

#[component]
fn Table(days: Vec<OfDay>) -> impl IntoView {
    let (texts, dates) = (texts(), dates());
    let row = move |day: OfDay| {
        view! {
            <tr>
                <th scope="row">{dates.day(day.day)}</th>
                <td>{day.registered}</td>
                <td>{day.given_back}</td>
                <td>{day.coming}</td>
            </tr>
        }
    };
    let heads = ["numbers-day", "numbers-registered", "numbers-given-back", "numbers-coming"];
    let head = move |key| view! { <th scope="col">{texts.get(key)}</th> };
    let happened = |day: &OfDay| day.registered + day.given_back > 0;
    view! {
        <details class="behind">
            <summary>{texts.get("numbers-table")}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=texts.get("numbers-table")>
                <table class="numbers-table">
                    <thead>
                        <tr>{heads.into_iter().map(head).collect_view()}</tr>
                    </thead>
                    <tbody>{days.into_iter().filter(happened).map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}

#[component]
fn Languages(languages: Vec<(Language, i64)>) -> impl IntoView {
    let row = |(language, people): (Language, i64)| {
        view! {
            <tr>
                <th scope="row" lang=language.code()>
                    {language.native_name()}
                </th>
                <td>{people}</td>
            </tr>
        }
    };
    (!languages.is_empty()).then(|| {
        view! {
            <h3>{texts().get("numbers-languages")}</h3>
            <table class="numbers-table narrow-table">
                <tbody>{languages.into_iter().map(row).collect_view()}</tbody>
            </table>
        }
    })
}
