//! Letters of the house to an account: each with a code of its own, for one purpose and one session.
//!
//! A code lives for ten minutes, works once, and five wrong ones end it. Links to sign in are
//! letters too; they have a file of their own (`accounts.rs`), because they work for a browser that
//! has no session yet.

pub(super) mod store;

use domain::ids::{AccountId, SessionId, SignInId};
use domain::language::Language;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{LINK_LIFETIME, TRIES, digits};
use crate::db::Tx;
use crate::secrets::BrowserToken;
use crate::{Context, Error, mail};

/// How many letters of one purpose an account may have in an hour.
const LETTERS_AN_HOUR: i64 = 5;

/// What a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Signing in: the letter has a link too.
    SignIn,
    /// Showing again who one is.
    Proof,
    /// To the old address: that it is to be replaced.
    AddressOld,
    /// To the new address: that it is to be the address of an account.
    AddressNew,
    /// To both: that it was done. There is no code in it.
    AddressChanged,
}

impl Purpose {
    /// The stable code: in the table and in Fluent keys.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Proof => "proof",
            Self::AddressOld => "address-old",
            Self::AddressNew => "address-new",
            Self::AddressChanged => "address-changed",
        }
    }

    /// What its codes are derived for: no code of one purpose is one of another.
    pub(crate) const fn derivation(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in-code",
            Self::Proof => "proof-code",
            Self::AddressOld => "address-old-code",
            Self::AddressNew => "address-new-code",
            Self::AddressChanged => "address-changed-code",
        }
    }
}

impl std::str::FromStr for Purpose {
    type Err = domain::codes::UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        [Self::SignIn, Self::Proof, Self::AddressOld, Self::AddressNew, Self::AddressChanged]
            .into_iter()
            .find(|purpose| purpose.code() == text)
            .ok_or_else(|| domain::codes::UnknownCode { list: "Purpose", found: text.to_owned() })
    }
}

/// A letter that is to be written.
pub(super) struct NewLetter<'a> {
    pub purpose: Purpose,
    pub account: AccountId,
    /// Where its code works.
    pub session: SessionId,
    /// Where it goes, if not to the address of the account.
    pub address: Option<&'a str>,
    pub language: Language,
    /// Whether it is sent: one that nobody may know of is written and stays.
    pub is_sent: bool,
}

/// Writes a letter and queues its mail.
pub(super) async fn write(
    context: &Context,
    tx: &mut Tx,
    letter: &NewLetter<'_>,
    now: Timestamp,
) -> Result<SignInId, Error> {
    let id = SignInId(Uuid::now_v7());
    let row = store::NewRow {
        id,
        // Nothing opens with these: they are what makes a row of a link.
        token_hash: &context.secrets.sign_in_token(id).hash(),
        browser_hash: &BrowserToken::from(rand::random::<[u8; 32]>()).hash(),
        account: letter.account,
        language: letter.language.code(),
        at: now.as_microsecond(),
        expires_at: (now + LINK_LIFETIME).as_microsecond(),
        purpose: letter.purpose.code(),
        session: letter.session,
        address: letter.address,
    };
    store::insert(tx, &row).await?;
    if letter.is_sent {
        mail::enqueue_sign_in(tx, id, now).await?;
    }
    Ok(id)
}

/// Whether an account had as many letters of this purpose in the last hour as it may have.
pub(super) async fn too_many(
    tx: &mut Tx,
    account: AccountId,
    purpose: Purpose,
    now: Timestamp,
) -> Result<bool, Error> {
    let hour_ago = (now - SignedDuration::from_hours(1)).as_microsecond();
    Ok(store::since(tx, account, purpose.code(), hour_ago).await? >= LETTERS_AN_HOUR)
}

/// What came of a code that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed {
    /// It is the code of the letter.
    Right,
    /// It is not, which is counted: the transaction has to be committed.
    Wrong,
    /// There is no such letter, or no longer.
    Over,
}

/// Whether this is the code of the letter. A try is taken before anything is compared, so that many
/// at once are no way around their number. A right code is not used up by that.
pub(super) async fn compare(
    context: &Context,
    tx: &mut Tx,
    letter: Option<SignInId>,
    purpose: Purpose,
    code: &str,
    now: Timestamp,
) -> Result<Typed, Error> {
    let Some(id) = letter else { return Ok(Typed::Over) };
    if !super::store::take_try(tx, id, TRIES, now.as_microsecond()).await? {
        return Ok(Typed::Over);
    }
    let is_right = digits(code) == context.secrets.code(purpose.derivation(), id);
    Ok(if is_right { Typed::Right } else { Typed::Wrong })
}
