//! Codes of apps and recovery codes, as they are checked.

use domain::ids::AccountId;
use jiff::{SignedDuration, Timestamp};
use totp_rs::{Algorithm, Builder, Totp};

use super::{SEAL, STEP, recovery, store};
use crate::accounts::digits;
use crate::accounts::letters::Typed;
use crate::db::Tx;
use crate::{Context, Error};

/// How many wrong codes an account takes before it has to wait.
const TRIES: i64 = 5;

/// How long it waits.
const WAIT: SignedDuration = SignedDuration::from_mins(15);

/// Whether this is a code of the account's app, or one of its recovery codes.
///
/// A try is taken before anything is compared, so that many at once are no way around their number;
/// the transaction has to be committed, whatever comes of it.
pub(in crate::accounts) async fn check(
    context: &Context,
    tx: &mut Tx,
    account: AccountId,
    typed: &str,
    now: Timestamp,
) -> Result<Typed, Error> {
    let (micros, since) = (now.as_microsecond(), (now - WAIT).as_microsecond());
    if !store::take_try(tx, account, TRIES, micros, since).await? {
        return Ok(Typed::Over);
    }
    let is_right = if recovery::is_one(typed) {
        recovery::take(context, tx, account, typed, micros).await?
    } else {
        let sealed = store::sealed(tx, account).await?.ok_or(Error::NotFound)?;
        let secret = context.secrets.open(SEAL, account.0.as_bytes(), &sealed);
        let secret = secret.and_then(|secret| <[u8; 20]>::try_from(secret).ok());
        let secret = secret.ok_or_else(|| {
            Error::Internal(anyhow::anyhow!("a secret was sealed with another key"))
        })?;
        match matching_step(&secret, &digits(typed), now) {
            Some(step) => store::take_step(tx, account, step).await?,
            None => false,
        }
    };
    if is_right {
        store::forgive(tx, account).await?;
        return Ok(Typed::Right);
    }
    Ok(Typed::Wrong)
}

/// The time step whose code this is: the present one, the one before or the one after.
pub(super) fn matching_step(secret: &[u8; 20], code: &str, now: Timestamp) -> Option<i64> {
    let seconds = u64::try_from(now.as_second()).ok()?;
    totp(secret).check(code, seconds).and_then(|step| i64::try_from(step).ok())
}

fn totp(secret: &[u8; 20]) -> Totp {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(STEP)
        .with_secret(secret.as_slice())
        .build_noncompliant()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{matching_step, totp};

    /// The secret of both RFCs.
    const SECRET: &[u8; 20] = b"12345678901234567890";

    #[test]
    fn codes_are_those_of_rfc_4226() {
        let expected = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489",
        ];
        for (counter, code) in (0..).zip(expected) {
            assert_eq!(totp(SECRET).generate(counter * 30).to_string(), code);
        }
    }

    /// Appendix B has eight digits; six are the end of them.
    #[test]
    fn codes_are_those_of_rfc_6238() {
        for (seconds, code) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            let now = Timestamp::from_second(seconds).unwrap();
            assert_eq!(matching_step(SECRET, &code[2..], now), Some(seconds / 30), "{seconds}");
        }
    }

    #[test]
    fn a_code_counts_one_step_early_or_late_and_no_longer() {
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let code = |seconds: u64| totp(SECRET).generate(seconds).to_string();
        for (seconds, expected) in [
            (1_799_999_969, None),
            (1_799_999_970, Some(59_999_999)),
            (1_800_000_000, Some(60_000_000)),
            (1_800_000_059, Some(60_000_001)),
            (1_800_000_060, None),
        ] {
            assert_eq!(matching_step(SECRET, &code(seconds), now), expected, "{seconds}");
        }
        for wrong in ["", "12345", "0000000", "abcdef"] {
            assert_eq!(matching_step(SECRET, wrong, now), None);
        }
    }
}
