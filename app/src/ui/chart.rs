//! Counts as bars, drawn as SVG. Time runs as the language is read. Nothing is said by the drawing
//! alone: a table with the same numbers stands behind it.

use leptos::prelude::*;

use crate::context::texts;

/// A bar.
#[derive(Debug, Clone)]
pub struct Bar {
    /// What a script finds it by.
    pub at: String,
    /// How high it is.
    pub count: i64,
}

/// Bars side by side.
#[component]
pub fn Chart(
    /// The bars, the first first.
    bars: Vec<Bar>,
    /// A height that they are measured against: a line across them.
    #[prop(optional_no_strip)]
    limit: Option<i64>,
    /// What it shows, for those who do not see it.
    label: String,
    /// What stands below the first bar and below the last.
    ends: (String, String),
) -> impl IntoView {
    let most = bars.iter().map(|bar| bar.count).chain(limit).max().unwrap_or(0).max(1);
    // The scene is as wide as there are bars and 100 high; CSS gives it its size.
    let height = move |count: i64| count as f64 * 100.0 / most as f64;
    let width = bars.len();
    let bar = |(place, bar): (usize, Bar)| {
        let height = height(bar.count);
        view! {
            <rect
                x=place.to_string()
                y=format!("{:.1}", 100.0 - height)
                width="1"
                height=format!("{height:.1}")
                data-at=bar.at
            />
        }
    };
    let line = limit.map(|limit| {
        let y = format!("{:.1}", 100.0 - height(limit));
        view! { <line x1="0" x2=width.to_string() y1=y.clone() y2=y /> }
    });
    view! {
        <figure class="chart">
            <p class="numbers quiet" data-most="">
                {most}
            </p>
            <svg
                viewBox=format!("0 0 {width} 100")
                preserveAspectRatio="none"
                role="img"
                aria-label=label
            >
                {bars.into_iter().enumerate().map(bar).collect_view()}
                {line}
            </svg>
            <figcaption>
                <span>{ends.0}</span>
                <span>{ends.1}</span>
            </figcaption>
        </figure>
    }
}

/// A table of counts: what each row is called, with its language if it is not the page's, then a
/// text for each further column.
#[component]
pub fn CountTable(
    /// The keys of the heads, that of the first column first.
    heads: Vec<&'static str>,
    /// The rows.
    rows: Vec<CountRow>,
    /// What it is of, for those who do not see where it stands.
    label: String,
) -> impl IntoView {
    // The section around it may have the same name, and landmarks need different ones.
    let label = format!("{label} · {}", texts().get("numbers-table"));
    let head = |key: &str| view! { <th scope="col">{texts().get(key)}</th> };
    let row = |row: CountRow| {
        let cell = |text: String| view! { <td>{text}</td> };
        view! {
            <tr data-at=row.at>
                <th scope="row" lang=row.language>
                    {row.name}
                </th>
                {row.counts.into_iter().map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="numbers-table">
                <thead>
                    <tr>{heads.into_iter().map(head).collect_view()}</tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// A row of a table of counts.
#[derive(Debug, Clone, Default)]
pub struct CountRow {
    /// What it is called.
    pub name: String,
    /// The language of its name, if it is not the page's.
    pub language: Option<&'static str>,
    /// What a script finds it by.
    pub at: Option<String>,
    /// What stands in the further columns.
    pub counts: Vec<String>,
}

impl CountRow {
    /// A row of this name with these counts.
    pub fn new(name: impl Into<String>, counts: impl IntoIterator<Item = i64>) -> Self {
        let counts = counts.into_iter().map(|count| count.to_string()).collect();
        Self { name: name.into(), counts, ..Self::default() }
    }

    /// With one text more.
    #[must_use]
    pub fn and(mut self, text: String) -> Self {
        self.counts.push(text);
        self
    }
}
