//! Pictures of events, cut to the place where they stand around what matters of them.

use leptos::prelude::*;
use services::pictures::{Picture, Seen};

/// Steps of the style sheet between the edges of a picture, in percent: a style of its own for each
/// picture would be forbidden by the page's policy.
const STEP: i64 = 5;

/// The picture of an event.
#[component]
pub fn Photo(
    /// What is shown.
    seen: Seen,
    /// How wide it stands on the page, as `sizes` has it.
    sizes: &'static str,
    /// Whether it is among the first things that are seen.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let Seen { picture, alt } = seen;
    view! {
        <img
            class=format!("photo {}", focus(&picture))
            src=picture.path(picture.width)
            srcset=picture.sources()
            sizes=sizes
            width=picture.width
            height=picture.height
            loading=if first { "eager" } else { "lazy" }
            decoding="async"
            alt=alt
        />
    }
}

/// The sign of an organisation: it says the name.
#[component]
pub fn Logo(
    /// What is shown.
    picture: Picture,
    /// What the organisation is called.
    name: String,
    /// The language of the name, if it is not that of the page.
    own: Option<&'static str>,
) -> impl IntoView {
    view! {
        <img
            class="logo"
            src=picture.path(picture.width)
            srcset=picture.sources()
            sizes="10rem"
            width=picture.width
            height=picture.height
            alt=name
            lang=own
        />
    }
}

/// The classes that keep what matters in sight.
fn focus(picture: &Picture) -> String {
    let step = |percent: i64| (percent + STEP / 2) / STEP * STEP;
    let (x, y) = picture.focus;
    format!("fx-{} fy-{}", step(x), step(y))
}

#[cfg(test)]
mod tests {
    use domain::ids::PictureId;
    use services::pictures::{Picture, Purpose};
    use uuid::Uuid;

    use super::focus;

    #[test]
    fn every_focus_has_its_classes_in_the_style_sheet() {
        let styles = include_str!("../../../style/pictures.css");
        for percent in 0..=100 {
            let (id, purpose) = (PictureId(Uuid::nil()), Purpose::Event);
            let focus =
                focus(&Picture { id, purpose, width: 1, height: 1, focus: (percent, percent) });
            for class in focus.split(' ') {
                assert!(styles.contains(&format!(".{class} ")), "{class}");
            }
        }
    }
}
