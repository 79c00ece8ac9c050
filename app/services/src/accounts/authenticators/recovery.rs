//! Recovery codes: ten letters and digits in two groups, fifty random bits each.

use domain::ids::AccountId;

use super::store;
use crate::db::Tx;
use crate::{Context, Error};

/// How many are made at once.
const HOW_MANY: usize = 10;

/// How many letters one has.
const LENGTH: usize = 10;

/// Crockford's base 32, which has no I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Makes new ones, and writes down what is kept of them.
pub(super) async fn make(
    context: &Context,
    tx: &mut Tx,
    account: AccountId,
) -> Result<Vec<String>, Error> {
    let mut codes = Vec::with_capacity(HOW_MANY);
    for _ in 0..HOW_MANY {
        let bits: u64 = rand::random();
        let letter = |index| char::from(ALPHABET[(bits >> (5 * index)) as usize & 31]);
        let code: String = (0..LENGTH).map(letter).collect();
        store::insert_code(tx, account, &context.secrets.recovery_hash(account, &code)).await?;
        codes.push(format!("{}-{}", &code[..5], &code[5..]));
    }
    Ok(codes)
}

/// Whether what was typed can be a recovery code: it is longer than a code of an app.
pub(super) fn is_one(typed: &str) -> bool {
    read(typed).len() == LENGTH
}

/// Takes a code; whether it was one of the account's that nobody used.
pub(super) async fn take(
    context: &Context,
    tx: &mut Tx,
    account: AccountId,
    typed: &str,
    now: i64,
) -> Result<bool, Error> {
    let hash = context.secrets.recovery_hash(account, &read(typed));
    Ok(store::take_code(tx, account, &hash, now).await?)
}

/// As it was made: in capitals, without what parts it, and with digits for the letters that look
/// like them.
fn read(typed: &str) -> String {
    let letter = |letter: char| match letter.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        letter if letter.is_ascii_alphanumeric() => Some(letter),
        _ => None,
    };
    typed.chars().take(40).filter_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_one, read};

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(read(" o1il2-abcde "), "01112ABCDE");
        assert!(is_one("01112-ABCDE") && is_one("01112abcde"));
        assert!(!is_one("123 456") && !is_one("01112-ABCD") && !is_one(""));
    }
}
