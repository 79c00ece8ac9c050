//! What follows from the secret key: tokens of links, and keys that seal what people typed.
//!
//! The token of a manage link is computed from the key and the registration's id, so that a mail
//! can carry the link at any time while the database holds its hash alone: who reads the database
//! (or its backup) cannot open a single registration.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::ids::{AccountId, InvitationId, Reference, RegistrationId, SignInId};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The secret key of this installation: 32 random bytes, kept outside the database.
#[derive(Clone)]
pub struct Secrets([u8; 32]);

impl fmt::Debug for Secrets {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secrets(…)")
    }
}

macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// 256 bits, in the letters of RFC 4648, 5. The database keeps its hash alone.
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(String);

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl $name {
            /// The token as it stands in a link or cookie, if it has the right form.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                let is_letter = |c: u8| c.is_ascii_alphanumeric() || c == b'-' || c == b'_';
                (text.len() == 43 && text.bytes().all(is_letter)).then(|| Self(text.to_owned()))
            }

            /// The text that a link or cookie carries.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// What the database keeps of it. Looking up a hash of 256 random bits tells nothing by
            /// its timing, so no comparison in constant time is needed.
            pub(crate) fn hash(&self) -> Vec<u8> {
                Sha256::digest(self.0.as_bytes()).to_vec()
            }
        }

        impl From<[u8; 32]> for $name {
            fn from(bytes: [u8; 32]) -> Self {
                Self(URL_SAFE_NO_PAD.encode(bytes))
            }
        }
    )*};
}

tokens! {
    /// The secret part of a manage link.
    ManageToken;
    /// The secret part of a link to sign in.
    SignInToken;
    /// The secret part of an invitation.
    InvitationToken;
    /// Shows that whoever registered reads mail at the address that they gave.
    AddressCode;
    /// What the cookie of a browser that is signed in holds.
    SessionToken;
    /// What the cookie of a browser that asked for a link to sign in holds.
    BrowserToken;
}

impl Secrets {
    /// The secrets that follow from this key.
    #[must_use]
    pub const fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// The token of the manage link of this registration.
    #[must_use]
    pub fn manage_token(&self, registration: RegistrationId) -> ManageToken {
        self.derive("manage-link", registration.0.as_bytes()).into()
    }

    /// The code that confirms the address of this registration: it stands in mails alone.
    #[must_use]
    pub fn address_code(&self, registration: RegistrationId) -> AddressCode {
        self.derive("registration-address", registration.0.as_bytes()).into()
    }

    /// The token of this link to sign in.
    #[must_use]
    pub(crate) fn sign_in_token(&self, sign_in: SignInId) -> SignInToken {
        self.derive("sign-in", sign_in.0.as_bytes()).into()
    }

    /// The code of this letter, for this purpose alone: eight digits.
    #[must_use]
    pub(crate) fn code(&self, purpose: &'static str, letter: SignInId) -> String {
        let bytes = self.derive(purpose, letter.0.as_bytes());
        let number = bytes[..8].iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        format!("{:08}", number % 100_000_000)
    }

    /// The token of this invitation.
    #[must_use]
    pub(crate) fn invitation_token(&self, invitation: InvitationId) -> InvitationToken {
        self.derive("invitation", invitation.0.as_bytes()).into()
    }

    /// What the database keeps of a recovery code. Fifty bits could be guessed from a bare hash; not
    /// from one that takes the key.
    #[must_use]
    pub(crate) fn recovery_hash(&self, account: AccountId, code: &str) -> Vec<u8> {
        self.derive("recovery-code", &[account.0.as_bytes(), code.as_bytes()].concat()).to_vec()
    }

    /// Seals what the database holds and who reads it is not to know. It opens for the same purpose
    /// and the same row alone.
    pub(crate) fn seal(&self, purpose: &'static str, row: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
        let nonce: [u8; 24] = rand::random();
        let payload = Payload { msg: plain, aad: row };
        let sealed = self.cipher(purpose).encrypt(&XNonce::from(nonce), payload).ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    /// What was sealed; none if it is another row's, or of another key.
    pub(crate) fn open(&self, purpose: &'static str, row: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<24>()?;
        let payload = Payload { msg: sealed, aad: row };
        self.cipher(purpose).decrypt(&XNonce::from(*nonce), payload).ok()
    }

    fn cipher(&self, purpose: &'static str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.derive(purpose, b"seal").into())
    }

    /// What the QR code of a ticket says: the reference, and a signature that only this
    /// installation can make, so that a door can tell a ticket from an invention.
    #[must_use]
    pub fn ticket_code(&self, reference: &Reference) -> String {
        let signature = self.derive("ticket", reference.as_str().as_bytes());
        format!("{reference}.{}", URL_SAFE_NO_PAD.encode(&signature[..12]))
    }

    /// 32 bytes that only this installation can compute, one purpose never the same as another.
    pub(crate) fn derive(&self, purpose: &'static str, input: &[u8]) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0)
            .expect("HMAC takes keys of any length");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(input);
        mac.finalize().into_bytes().into()
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::RegistrationId;
    use uuid::Uuid;

    use super::{ManageToken, Secrets};

    #[test]
    fn a_token_belongs_to_one_registration_and_one_key() {
        let id = |n| RegistrationId(Uuid::from_u128(n));
        let token = Secrets::new([1; 32]).manage_token(id(1));
        assert_eq!(ManageToken::parse(token.as_str()), Some(token.clone()));
        assert_ne!(token, Secrets::new([1; 32]).manage_token(id(2)));
        assert_ne!(token, Secrets::new([2; 32]).manage_token(id(1)));
    }

    #[test]
    fn what_is_sealed_opens_in_its_own_row_alone() {
        let secrets = Secrets::new([7; 32]);
        let sealed = secrets.seal("test", b"row", b"plain").unwrap();
        assert!(!sealed.windows(5).any(|part| part == b"plain"));
        assert_ne!(sealed, secrets.seal("test", b"row", b"plain").unwrap());
        assert_eq!(secrets.open("test", b"row", &sealed).as_deref(), Some(b"plain".as_slice()));
        assert_eq!(secrets.open("test", b"other", &sealed), None);
        assert_eq!(secrets.open("other", b"row", &sealed), None);
        assert_eq!(Secrets::new([8; 32]).open("test", b"row", &sealed), None);
        assert_eq!(secrets.open("test", b"row", b"short"), None);
    }

    #[test]
    fn secrets_are_not_shown() {
        let secrets = Secrets::new([7; 32]);
        let token = secrets.manage_token(RegistrationId(Uuid::nil()));
        assert_eq!(format!("{secrets:?} {token:?}"), "Secrets(…) ManageToken(…)");
        assert!(ManageToken::parse("../../etc/passwd").is_none());
    }
}
