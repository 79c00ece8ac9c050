//! Eleven families of pattern, each one tile that repeats.
//!
//! They are geometry learnt from traditions of drawing, weaving, carving and stitching all over
//! the world. None of them is a symbol of a faith, a nation or a rank: stars have twelve points,
//! and nothing turns on hooked arms.

use super::Dice;

/// What repeats, and the angles at which it looks right.
pub(super) struct Tile {
    pub(super) width: &'static str,
    pub(super) height: &'static str,
    pub(super) body: String,
    pub(super) angles: &'static [i16],
}

impl Tile {
    fn new(width: &'static str, height: &'static str, angles: &'static [i16]) -> Self {
        Self { width, height, body: String::new(), angles }
    }

    /// Adds a filled shape.
    fn fill(mut self, colour: u8, d: &str) -> Self {
        self.body.push_str(&format!(r#"<path class="m{colour}" d="{d}"/>"#));
        self
    }

    /// Adds a line.
    fn line(mut self, colour: u8, width: &str, d: &str) -> Self {
        let path = format!(r#"<path class="l{colour}" stroke-width="{width}" d="{d}"/>"#);
        self.body.push_str(&path);
        self
    }

    /// Adds markup that the two above cannot say.
    fn with(mut self, markup: &str) -> Self {
        self.body.push_str(markup);
        self
    }
}

/// Every family, in the order that ids choose from. Add new ones at the end only when it does not
/// matter that events change their pattern.
pub(super) const FAMILIES: [fn(&mut Dice) -> Tile; 11] = [
    rosette, strips, interlace, steps, hemp_leaf, sea_waves, stitches, triangles, ice_ray, basket,
    zigzag,
];

/// Girih: rosettes of twelve points that touch at their tips, with a lozenge between four.
fn rosette(dice: &mut Dice) -> Tile {
    let open = ["12", "15"][dice.below(2)];
    let hollow = if open == "12" { star(30., 30., 17., 12.) } else { star(30., 30., 19., 15.) };
    Tile::new("60", "60", &[0, 15, 45])
        .fill(1, &star(30., 30., 30., 20.))
        .fill(0, &hollow)
        .fill(3, &star(30., 30., 9., 6.))
        .fill(2, "M0 0H9L0 9zM60 0V9L51 0zM60 60H51L60 51zM0 60V51L9 60z")
}

/// Kente: narrow strips sewn side by side, every second one shifted by half a block.
fn strips(dice: &mut Dice) -> Tile {
    let tile = Tile::new("48", "64", &[0, 90]).fill(1, "M0 0H22V32H0zM26 32H48V64H26z").fill(
        2,
        "M0 36H22V40H0zM0 44H22V52H0zM0 56H22V60H0zM26 4H48V8H26zM26 12H48V20H26zM26 24H48V28H26z",
    );
    if dice.below(2) == 0 {
        tile.fill(3, "M11 4L20 16L11 28L2 16zM37 36L46 48L37 60L28 48z")
            .fill(0, "M11 11L15 16L11 21L7 16zM37 43L41 48L37 53L33 48z")
    } else {
        tile.fill(3, "M3 4H9V28H3zM13 4H19V28H13zM29 36H35V60H29zM39 36H45V60H39z")
    }
}

/// Interlace: bands that pass over and under each other.
fn interlace(dice: &mut Dice) -> Tile {
    let core = ["2", "4"][dice.below(2)];
    Tile::new("40", "40", &[45, 30, 60])
        .fill(1, "M0 3H40V17H0zM0 23H40V37H0z")
        .line(0, core, "M0 10H40M0 30H40")
        .fill(0, "M1 1H19V19H1zM21 21H39V39H21z")
        .fill(2, "M3 0H17V40H3zM23 0H37V40H23z")
        .line(0, core, "M10 0V40M30 0V40")
        .fill(0, "M21 1H39V19H21zM1 21H19V39H1z")
        .fill(1, "M20 3H40V17H20zM0 23H20V37H0z")
        .line(0, core, "M20 10H40M0 30H20")
}

/// Andean steps: stairs that climb and stairs that come down share every edge.
fn steps(dice: &mut Dice) -> Tile {
    let tile = Tile::new("48", "40", &[0, 90])
        .fill(1, "M0 40V32H6V24H12V16H18V8H30V16H36V24H42V32H48V40z")
        .fill(2, "M12 40V32H18V24H30V32H36V40z");
    if dice.below(2) == 0 {
        tile.fill(3, "M0 0H12V8H6V16H0zM48 0V16H42V8H36V0z")
    } else {
        tile.fill(3, "M0 3H48V6H0zM21 32H27V40H21z")
    }
}

/// Asanoha, the hemp leaf: triangles, each cut in three from its middle.
fn hemp_leaf(dice: &mut Dice) -> Tile {
    let width = ["1.6", "2.4"][dice.below(2)];
    Tile::new("48", "83.14", &[0, 30, 90])
        .fill(2, "M0 0H48L24 13.86zM0 83.14H48L24 69.28zM0 41.57H24L0 27.71zM48 41.57H24L48 27.71zM0 41.57H24L0 55.43zM48 41.57H24L48 55.43z")
        .fill(3, "M24 41.57L24 13.86L48 0zM0 0L24 41.57L0 27.71zM24 41.57L48 83.14L48 55.43zM0 83.14L24 69.28L24 41.57z")
        .line(1, width, "M0 0L24 41.57L48 0M0 83.14L24 41.57L48 83.14M0 0H48M0 41.57H48M0 83.14H48M24 13.86V69.28M0 0L24 13.86L48 0M0 83.14L24 69.28L48 83.14M0 0V83.14M48 0V83.14M0 27.71L24 41.57L48 27.71M0 55.43L24 41.57L48 55.43")
}

/// Seigaiha: the sea, wave behind wave.
fn sea_waves(dice: &mut Dice) -> Tile {
    let heart = [3, 2][dice.below(2)];
    Tile::new("48", "24", &[0])
        .with(&format!(r#"<defs><g id="shape"><circle class="m1" r="24"/><circle class="m0" r="20"/><circle class="m2" r="16"/><circle class="m0" r="12"/><circle class="m{heart}" r="8"/></g></defs>"#))
        .with(r##"<use href="#shape"/><use href="#shape" x="48"/><use href="#shape" x="24" y="12"/><use href="#shape" y="24"/><use href="#shape" x="48" y="24"/><use href="#shape" x="24" y="36"/><use href="#shape" y="48"/><use href="#shape" x="48" y="48"/>"##)
}

/// Cross-stitch: lozenges counted out on a linen grid.
fn stitches(dice: &mut Dice) -> Tile {
    let (outer, middle) = [(6, 4), (5, 4), (6, 5)][dice.below(3)];
    let ring = |wanted: &dyn Fn(i32) -> bool| {
        let mut d = String::new();
        for row in 0..12_i32 {
            for column in 0..12_i32 {
                if wanted((row - 6).abs() + (column - 6).abs()) {
                    d.push_str(&format!("M{} {}l4 4m0-4l-4 4", column * 6 + 1, row * 6 + 1));
                }
            }
        }
        d
    };
    Tile::new("72", "72", &[0, 45])
        .line(1, "2.6", &ring(&|distance| distance == outer))
        .line(2, "2.6", &ring(&|distance| distance == middle))
        .line(3, "2.6", &ring(&|distance| [0, 2, 10, 12].contains(&distance)))
}

/// Tapa: rows of triangles stamped on bark cloth.
fn triangles(dice: &mut Dice) -> Tile {
    let tile = Tile::new("48", "56", &[0, 90, 45])
        .fill(1, "M0 20L12 0L24 20zM24 20L36 0L48 20z")
        .fill(3, "M0 24H48V28H0z");
    if dice.below(2) == 0 {
        tile.fill(2, "M0 32H24V52zM24 32H48V52z").fill(1, "M0 32L24 52H0zM24 32L48 52H24z")
    } else {
        tile.fill(2, "M0 32H48L24 52z")
            .fill(1, "M0 52V32L24 52zM48 52V32L24 52z")
            .fill(0, "M14 36H34L24 45z")
    }
}

/// Ice-ray: a lattice that cracks like ice on a pond.
fn ice_ray(dice: &mut Dice) -> Tile {
    let width = ["2.5", "3.5"][dice.below(2)];
    Tile::new("80", "80", &[0, 20, 70])
        .fill(2, "M20 26.7L45 35L38 58L14 59.3zM65 0H80V20L58 29.6z")
        .fill(3, "M52 58.4L60 43L80 42V60L60 59zM0 0H30L26 10L0 12z")
        .line(1, width, "M0 20L45 35L80 20M30 0L20 26.7L14 59.3M65 0L58 29.6M45 35L38 58M0 60L38 58L80 60M30 80L24 58.7M65 80L60 59M0 42L17 43M80 42L60 43L52 58.4M60 43L50 33M27 70L0 76M80 76L63 69.5M26 10L0 12M80 12L62 14M44 80L62.5 69")
}

/// Basketwork: three canes across, three canes up.
fn basket(dice: &mut Dice) -> Tile {
    let edge = "M1 1H23V7H1zM1 17H23V23H1zM25 25H47V31H25zM25 41H47V47H25z";
    let tile = Tile::new("48", "48", &[0, 45, 30])
        .fill(1, edge)
        .fill(2, "M25 1H31V23H25zM41 1H47V23H41zM1 25H7V47H1zM17 25H23V47H17z");
    if dice.below(2) == 0 {
        tile.fill(3, "M1 9H23V15H1zM25 33H47V39H25z").fill(2, "M33 1H39V23H33zM9 25H15V47H9z")
    } else {
        tile.fill(3, "M33 1H39V23H33zM9 25H15V47H9z").fill(1, "M1 9H23V15H1zM25 33H47V39H25z")
    }
}

/// Zigzag: the line that every loom knows.
fn zigzag(dice: &mut Dice) -> Tile {
    let tile = Tile::new("40", "60", &[0, 90, 45])
        .line(1, "9", "M-5 20L20 -5L45 20M-5 80L20 55L45 80")
        .line(2, "4", "M-5 35L20 10L45 35")
        .line(3, "9", "M-5 50L20 25L45 50");
    if dice.below(2) == 0 {
        tile.line(2, "4", "M-5 65L20 40L45 65M-5 5L20 -20L45 5")
    } else {
        tile.fill(2, "M20 37L25 42L20 47L15 42zM0 57L5 62L0 67zM0 -3L5 2L0 7zM40 57L35 62V62L40 67zM40 -3L35 2L40 7z")
    }
}

/// A star of twelve points around (`x`, `y`).
fn star(x: f64, y: f64, outer: f64, inner: f64) -> String {
    let mut d = String::new();
    for point in 0..24_u8 {
        let radius = if point % 2 == 0 { outer } else { inner };
        let (sin, cos) = (f64::from(point) * std::f64::consts::PI / 12.).sin_cos();
        let command = if point == 0 { 'M' } else { 'L' };
        d.push_str(&format!("{command}{:.1} {:.1}", x + radius * cos, y + radius * sin));
    }
    d.push('z');
    d
}
