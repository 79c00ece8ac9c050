//! The proof of work of ALTCHA (altcha.org), as its libraries write it: find the number that, behind
//! the salt, has this SHA-256.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Sent;
use crate::secrets::Secrets;

/// The highest number that can be the one: a phone that is five years old tries them all in a second.
const HIGHEST: u32 = 30_000;

/// How long a challenge can be met.
const LIFETIME: SignedDuration = SignedDuration::from_mins(20);

const ALGORITHM: &str = "SHA-256";

/// What is to be proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// `SHA-256`.
    pub algorithm: String,
    /// The hash of the salt and the number, in hexadecimal digits.
    pub challenge: String,
    /// The highest number that can be the one.
    pub maxnumber: u32,
    /// What stands before the number.
    pub salt: String,
    /// That the challenge is ours.
    pub signature: String,
}

impl Challenge {
    /// As scripts read it.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What proves it, in base64.
#[derive(Debug, Serialize, Deserialize)]
struct Solution {
    algorithm: String,
    challenge: String,
    number: u64,
    salt: String,
    signature: String,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a form is known by in a salt.
fn name(secrets: &Secrets, sent: &Sent<'_>) -> String {
    let form = format!("{}\n{}\n{}", sent.slug, sent.date, sent.key);
    hex(&secrets.derive("proof-form", form.as_bytes())[..16])
}

fn sign(secrets: &Secrets, challenge: &str) -> String {
    hex(&secrets.derive("proof-challenge", challenge.as_bytes()))
}

fn hash(salt: &str, number: u64) -> String {
    hex(&Sha256::digest(format!("{salt}{number}")))
}

/// What this form has to prove.
pub(super) fn challenge(secrets: &Secrets, sent: &Sent<'_>, now: Timestamp) -> Challenge {
    let number = rand::random_range(0..=HIGHEST);
    let (random, until) = (hex(&rand::random::<[u8; 12]>()), (now + LIFETIME).as_second());
    let salt = format!("{random}?expires={until}&form={}&", name(secrets, sent));
    let challenge = hash(&salt, number.into());
    let signature = sign(secrets, &challenge);
    Challenge { algorithm: ALGORITHM.into(), challenge, maxnumber: HIGHEST, salt, signature }
}

/// Whether this proves what this form had to.
pub(super) fn proves(secrets: &Secrets, sent: &Sent<'_>, proof: &str, now: Timestamp) -> bool {
    let read = || {
        let json = STANDARD.decode(proof).ok().filter(|json| json.len() <= 2048)?;
        let solution: Solution = serde_json::from_slice(&json).ok()?;
        let Solution { algorithm, challenge, number, salt, signature } = &solution;
        // The mark at its end keeps the digits of the salt from those of the number.
        let (_, rest) = salt.strip_suffix('&')?.split_once("?expires=")?;
        let (until, form) = rest.split_once("&form=")?;
        let until: i64 = until.parse().ok()?;
        let is_right = algorithm == ALGORITHM
            && now.as_second() < until
            && form == name(secrets, sent)
            && *challenge == hash(salt, *number)
            // Of 256 bits that the key made: a comparison tells nothing by its time that helps.
            && Sha256::digest(signature) == Sha256::digest(sign(secrets, challenge));
        Some(is_right)
    };
    !proof.is_empty() && read().unwrap_or_default()
}

/// Meets a challenge as a browser does: for tests, and programs that have no other way.
#[must_use]
pub fn solve(challenge: &Challenge) -> Option<String> {
    let Challenge { algorithm, challenge, maxnumber, salt, signature } = challenge.clone();
    let number = (0..=u64::from(maxnumber)).find(|number| hash(&salt, *number) == challenge)?;
    let solution = Solution { algorithm, challenge, number, salt, signature };
    serde_json::to_vec(&solution).ok().map(|json| STANDARD.encode(json))
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use jiff::Timestamp;

    use super::super::Sent;
    use super::{LIFETIME, Solution, challenge, hash, proves, solve};
    use crate::secrets::Secrets;

    fn now() -> Timestamp {
        "2027-03-01T12:00:00Z".parse().expect("a time")
    }

    fn form(key: &str) -> Sent<'_> {
        let date = "2027-05-05T19:00:00".parse().expect("a date");
        Sent { slug: "cup", date, key, made_at: None, proof: "", code: "", email: "" }
    }

    /// The proof of the form `a` with something else in it.
    fn changed(change: impl Fn(&mut Solution)) -> String {
        let proof = solve(&challenge(&Secrets::new([7; 32]), &form("a"), now())).expect("a number");
        let json = STANDARD.decode(proof).expect("base64");
        let mut solution: Solution = serde_json::from_slice(&json).expect("a solution");
        change(&mut solution);
        STANDARD.encode(serde_json::to_vec(&solution).expect("JSON"))
    }

    #[track_caller]
    fn assert_proves(proof: &str, sent: &Sent<'_>, at: Timestamp, expected: bool) {
        assert_eq!(proves(&Secrets::new([7; 32]), sent, proof, at), expected);
    }

    #[test]
    fn a_proof_is_one_for_its_own_form_until_its_end() {
        let proof = changed(|_| ());
        assert_proves(&proof, &form("a"), now(), true);
        assert_proves(&proof, &form("b"), now(), false);
        assert_proves(&proof, &Sent { slug: "run", ..form("a") }, now(), false);
        let date = "2027-05-06T19:00:00".parse().expect("a date");
        assert_proves(&proof, &Sent { date, ..form("a") }, now(), false);
        let end = now() + LIFETIME;
        assert_proves(&proof, &form("a"), end - jiff::SignedDuration::from_secs(1), true);
        assert_proves(&proof, &form("a"), end, false);
        assert!(!proves(&Secrets::new([8; 32]), &form("a"), &proof, now()));
    }

    #[test]
    fn nothing_in_it_can_be_changed() {
        let changes: [fn(&mut Solution); 6] = [
            |one| one.number += 1,
            |one| one.algorithm = "SHA-1".into(),
            |one| one.salt = one.salt.replace("expires=1", "expires=2"),
            |one| one.signature.replace_range(0..1, "g"),
            |one| one.signature.clear(),
            // A challenge of one's own, which nobody signed.
            |one| one.challenge = hash(&one.salt, one.number + 1),
        ];
        for change in changes {
            assert_proves(&changed(change), &form("a"), now(), false);
        }
        for nothing in ["", "-", "e30=", "AAAA", &"A".repeat(9000)] {
            assert_proves(nothing, &form("a"), now(), false);
        }
    }

    /// Digits moved from the number into the salt give the same hash, and another end.
    #[test]
    fn digits_cannot_be_moved_into_the_salt() {
        let spliced = changed(|one| {
            let number = one.number.to_string();
            let (first, rest) = number.split_at(1);
            one.salt.push_str(first);
            one.number = rest.parse().unwrap_or_default();
        });
        assert_proves(&spliced, &form("a"), now(), false);
        let without_mark = changed(|one| {
            one.salt.pop();
        });
        assert_proves(&without_mark, &form("a"), now(), false);
    }
}
