//! How long to wait before a mail is tried again.

use jiff::SignedDuration;

/// No wait is longer.
const LONGEST: SignedDuration = SignedDuration::from_hours(6);

/// The wait after so many attempts: it doubles each time, up to six hours. `chance` (0 to 1) moves
/// it by up to a fifth, so that mails that failed together do not come back together.
pub fn wait(first: SignedDuration, attempts: i64, chance: f64) -> SignedDuration {
    let doublings = u32::try_from(attempts.saturating_sub(1).clamp(0, 30)).unwrap_or(0);
    let factor = 2_i32.pow(doublings);
    let doubled = first.checked_mul(factor).unwrap_or(LONGEST).min(LONGEST);
    let moved = doubled.as_secs_f64() * (0.8 + 0.4 * chance.clamp(0.0, 1.0));
    SignedDuration::try_from_secs_f64(moved).unwrap_or(doubled).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::wait;

    #[track_caller]
    fn assert_wait(attempts: i64, chance: f64, seconds: i64) {
        assert_eq!(wait(SignedDuration::from_mins(1), attempts, chance).as_secs(), seconds);
    }

    #[test]
    fn waits_double_up_to_six_hours() {
        assert_wait(1, 0.5, 60);
        assert_wait(2, 0.5, 120);
        assert_wait(5, 0.5, 960);
        assert_wait(9, 0.5, 15_360);
        assert_wait(10, 0.5, 21_600);
        assert_wait(i64::MAX, 1.0, 21_600);
        assert_wait(0, 0.5, 60);
        assert_wait(i64::MIN, 0.5, 60);
    }

    #[test]
    fn chance_moves_a_wait_by_a_fifth() {
        assert_wait(2, 0.0, 96);
        assert_wait(2, 1.0, 144);
        assert_wait(2, f64::INFINITY, 144);
    }
}
