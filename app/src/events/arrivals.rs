//! Who came, by the quarter of an hour. `public/arrivals.js` keeps it up to date while people come;
//! without script the page says how to look again.

use leptos::prelude::*;
use services::events::arrivals::{Arrivals, Door, Quarter};
use services::events::own::OwnDate;

use super::numbers::Behind;
use crate::context::{self, dates, texts};
use crate::ui::chart::{Bar, Chart, CountRow};
use crate::ui::search::DateChoice;

/// Who came to a date.
#[component]
pub fn ArrivalsSection(
    /// Of which date.
    door: Door,
    /// Who came.
    arrivals: Arrivals,
    /// Every date of the event, to choose another.
    own_dates: Vec<OwnDate>,
    /// Whether people may be arriving now.
    open: bool,
) -> impl IntoView {
    let texts = texts();
    let path = context::path();
    let starts = door.when.starts;
    let choose = (own_dates.len() > 1).then(|| {
        view! { <DateChoice action=path.clone() own_dates chosen=Some(starts) /> }
    });
    let stream = open.then(|| format!("{path}/arrivals?date={starts}"));
    let again = open.then(|| {
        view! {
            <p data-again="">
                <a class="more" href=format!("{path}?date={starts}#arrivals")>
                    {texts.get("numbers-again")}
                </a>
            </p>
            <p class="quiet" data-live="" hidden>
                {texts.get("numbers-live")}
            </p>
            <script type="module" src="/arrivals.js"></script>
        }
    });
    let expected = [("expected", arrivals.expected.into())];
    view! {
        <section class="section" aria-labelledby="arrivals" data-arrivals=stream>
            <h2 id="arrivals">{texts.get("numbers-arrivals")}</h2>
            {choose}
            <p>{dates().span(&door.when)}</p>
            <p class="lead">
                <b class="big-number" data-here="">
                    {arrivals.here}
                </b>
                " "
                {texts.with("numbers-here-of", &expected)}
            </p>
            {again}
            <Quarters quarters=arrivals.quarters over_days=door.when.is_over_days() />
        </section>
    }
}

#[component]
fn Quarters(quarters: Vec<Quarter>, over_days: bool) -> impl IntoView {
    let (texts, dates) = (texts(), dates());
    let time = move |quarter: &Quarter| {
        let time = dates.time(quarter.starts.time());
        let day = over_days.then(|| format!("{} ", dates.day(quarter.starts.date())));
        format!("{}{time}", day.unwrap_or_default())
    };
    let ends = (
        quarters.first().map(time).unwrap_or_default(),
        quarters.last().map(time).unwrap_or_default(),
    );
    let said = [("from", ends.0.clone().into()), ("until", ends.1.clone().into())];
    let label = texts.plain("numbers-arrivals-chart", &said);
    let at = |quarter: &Quarter| quarter.starts.to_string();
    let bar = |quarter: &Quarter| Bar { at: at(quarter), count: quarter.people };
    let bars: Vec<_> = quarters.iter().map(bar).collect();
    let row = |quarter: &Quarter| CountRow {
        at: Some(at(quarter)),
        ..CountRow::new(time(quarter), [quarter.people])
    };
    let rows: Vec<_> = quarters.iter().map(row).collect();
    view! {
        <Chart bars label ends />
        <Behind
            heads=vec!["numbers-quarter", "numbers-came"]
            rows
            label=texts.get("numbers-arrivals")
        />
    }
}
