//! A QR code as a drawing.

use leptos::prelude::*;

/// The white border that scanners need, in modules (ISO/IEC 18004, 6.3.8).
const QUIET: usize = 4;

/// A QR code that says this text.
#[component]
pub fn QrCode(
    /// What it says.
    text: String,
    /// What a screen reader says.
    label: String,
) -> impl IntoView {
    services::registrations::qr(&text).map(|rows| {
        let size = rows.len() + 2 * QUIET;
        view! {
            <svg class="qr" role="img" aria-label=label viewBox=format!("0 0 {size} {size}")>
                <path d=outline(&rows) shape-rendering="crispEdges"></path>
            </svg>
        }
    })
}

/// One rectangle for each run of dark modules.
fn outline(rows: &[Vec<bool>]) -> String {
    let mut path = String::new();
    for (y, row) in rows.iter().enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            let width = run.len();
            if run[0] {
                path.push_str(&format!("M{} {}h{width}v1h-{width}z", x + QUIET, y + QUIET));
            }
            x += width;
        }
    }
    path
}
