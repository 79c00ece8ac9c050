//! The pattern that an event wears when it has no picture.
//!
//! A motif is drawn from the event's id: a family of pattern (`motif/families.rs`), a scale, an
//! angle, and one of three ways to use the colours of its category. The same id always draws the
//! same motif, so a card, a page head, a ticket and a poster are recognisably one event.
//!
//! It is an inline `<svg>` under 2 kB that names classes only: `m0` is the ground, `m1` to `m3`
//! are fills, `l1` to `l3` are lines. `style/motif.css` gives them their colours, for paper, for
//! the dark and for print.

mod families;

use leptos::prelude::*;

use families::{FAMILIES, Tile};

/// The motif of an event. `seed` stands for the event, and an event may appear once on a page: the
/// pattern is referred to by an id that comes from the seed. An unknown category is drawn in ink.
#[component]
pub fn Motif(seed: u128, category: &'static str) -> impl IntoView {
    let (tone, body) = draw(seed);
    view! {
        <svg
            class=format!("motif motif-{category} tone-{tone}")
            viewBox="0 0 320 160"
            preserveAspectRatio="xMidYMid slice"
            aria-hidden="true"
            focusable="false"
            inner_html=body
        ></svg>
    }
}

/// How the motif of this seed uses the colours of its category, and what it draws.
fn draw(seed: u128) -> (usize, String) {
    let mut dice = Dice::new(seed);
    let tone = dice.below(TONES);
    let pattern = Pattern::choose(&mut dice);
    let id = format!("m{:010x}", Dice::new(seed).next() >> 24);
    let mut body = pattern.define(&id);
    body.push_str(r#"<rect class="m0" width="320" height="160"/>"#);
    body.push_str(&format!(r#"<rect fill="url(#{id})" width="320" height="160"/>"#));
    (tone, body)
}

/// How many ways there are to use a category's colours (`tone-0` to `tone-2` in the style sheet).
const TONES: usize = 3;

/// Sizes of one tile, against a drawing that is 320 wide and 160 high.
const SCALES: [&str; 4] = ["1", "1.25", "1.6", "2.1"];

/// One family with its size and angle.
struct Pattern {
    #[cfg_attr(not(test), expect(dead_code, reason = "tells families apart in the tests"))]
    family: usize,
    tile: Tile,
    scale: &'static str,
    angle: i16,
}

impl Pattern {
    fn choose(dice: &mut Dice) -> Self {
        let family = dice.below(FAMILIES.len());
        let tile = FAMILIES[family](dice);
        let scale = SCALES[dice.below(SCALES.len())];
        let angle = tile.angles[dice.below(tile.angles.len())];
        Self { family, tile, scale, angle }
    }

    fn define(&self, id: &str) -> String {
        let Tile { width, height, body, .. } = &self.tile;
        let (angle, scale) = (self.angle, self.scale);
        // A family that repeats one shape refers to it by an id of its own.
        let body =
            body.replace("#shape", &format!("#{id}s")).replace("=\"shape", &format!("=\"{id}s"));
        format!(
            r#"<pattern id="{id}" width="{width}" height="{height}" patternUnits="userSpaceOnUse" patternTransform="rotate({angle})scale({scale})">{body}</pattern>"#
        )
    }
}

/// A small deterministic source of choices (SplitMix64): the same on every machine, for ever.
struct Dice(u64);

impl Dice {
    fn new(seed: u128) -> Self {
        let high = (seed >> 64) as u64;
        let low = (seed & u128::from(u64::MAX)) as u64;
        Self(high.rotate_left(29) ^ low.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, and without, `count`.
    fn below(&mut self, count: usize) -> usize {
        let count = count.max(1) as u64;
        ((u128::from(self.next()) * u128::from(count)) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Dice, FAMILIES, Pattern, draw};

    fn seeds() -> impl Iterator<Item = u128> {
        (0..400).map(|n: u128| n.wrapping_mul(0x0123_4567_89ab_cdef_0011_2233_4455_6677))
    }

    #[test]
    fn the_same_event_draws_the_same_motif() {
        for seed in seeds() {
            assert_eq!(draw(seed), draw(seed));
        }
        assert_ne!(draw(1), draw(2));
    }

    #[test]
    fn a_motif_stays_under_two_kilobytes() {
        for seed in seeds() {
            assert!(draw(seed).1.len() < 1900, "{seed}");
        }
    }

    #[test]
    fn every_tag_that_opens_closes() {
        for (_, svg) in seeds().map(draw) {
            let mut stack = Vec::new();
            for tag in svg.split('<').skip(1) {
                let inside = tag.split('>').next().expect("a tag ends");
                let name = inside.trim_start_matches('/').split([' ', '/']).next();
                if inside.starts_with('/') {
                    assert_eq!(stack.pop(), Some(name), "{svg}");
                } else if !inside.ends_with('/') {
                    stack.push(name);
                }
            }
            assert!(stack.is_empty(), "{svg}");
        }
    }

    #[test]
    fn every_family_is_reached() {
        let reached: HashSet<usize> =
            seeds().map(|seed| Pattern::choose(&mut Dice::new(seed)).family).collect();
        assert!(reached.len() == FAMILIES.len() && FAMILIES.len() >= 8);
    }

    #[test]
    fn colours_come_from_the_style_sheet_only() {
        for (_, svg) in seeds().map(draw) {
            assert!(!svg.contains("style") && !svg.contains("stroke=") && !svg.contains("rgb"));
            assert_eq!(svg.matches("fill=").count(), svg.matches(r#"fill="url(#"#).count());
        }
    }
}
