//! Names of things: internal ids, and the codes that people see.
//!
//! Internal ids are UUIDs of version 7 (made in `services`): they sort by time, which indexes like
//! and which is why they are never shown. What is shown (`Reference`, slugs, calendar UIDs) is
//! random or chosen, so that nobody can read order or time from it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);
    )*};
}

ids! {
    /// An organisation; first part of the key of everything that belongs to it.
    OrganisationId;
    /// An event.
    EventId;
    /// One date of an event.
    OccurrenceId;
    /// A capacity in which one comes to an event.
    TicketTypeId;
    /// One contact person's booking.
    RegistrationId;
    /// One person inside a registration.
    AttendeeId;
    /// A question of an event.
    QuestionId;
    /// A mail in the outbox.
    MailId;
    /// A person who signs in.
    AccountId;
    /// A link by which someone signs in.
    SignInId;
    /// A browser that is signed in.
    SessionId;
    /// A key with which someone signs in.
    PasskeyId;
    /// Somebody who was asked to act for an organisation.
    InvitationId;
    /// A picture; 128 random bits, because it stands in the picture's public address.
    PictureId;
}

/// Letters of a reference: Crockford's base 32, which has no I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The public code of a registration, as people read it aloud: `7QK3M-X9T2B`.
///
/// Fifty random bits: unique inside an organisation (the database refuses a second one), not a
/// secret, and it says nothing about when or after whom someone registered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference(String);

impl Reference {
    /// The reference that stands for the lowest fifty of these random bits.
    #[must_use]
    pub fn from_random(bits: u64) -> Self {
        let letter = |index: u32| char::from(ALPHABET[(bits >> (5 * index)) as usize & 31]);
        let half = |from: u32| (from..from + 5).map(letter).collect::<String>();
        Self(format!("{}-{}", half(0), half(5)))
    }

    /// The reference as it was stored.
    #[must_use]
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// The text that people see.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Reference;

    #[test]
    fn a_reference_has_two_groups_of_five_letters() {
        assert_eq!(Reference::from_random(0).as_str(), "00000-00000");
        assert_eq!(Reference::from_random(u64::MAX).as_str(), "ZZZZZ-ZZZZZ");
    }

    #[test]
    fn only_the_lowest_fifty_bits_count() {
        assert_eq!(Reference::from_random(1 << 50), Reference::from_random(0));
        assert_ne!(Reference::from_random(1 << 49), Reference::from_random(0));
    }
}
