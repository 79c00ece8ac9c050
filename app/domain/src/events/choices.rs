//! What those who hold an event decide about registering for it: who gets a place, and how.

use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::registrations::MAX_ATTENDEES;

codes! {
    /// What it takes to have a place.
    Confirms {
        /// Sending the form.
        AtOnce = "at-once",
        /// Confirming the address, by the link in a mail.
        Address = "address",
        /// The word of an organiser.
        Approval = "approval",
    }
}

codes! {
    /// What is chosen from a list.
    ChoicePart {
        /// What it takes to have a place.
        Confirms = "confirms",
        /// For how many minutes places are held.
        HoldMinutes = "hold-minutes",
        /// For how many hours an offer lasts.
        OfferHours = "offer-hours",
        /// How many attendees a registration may have.
        People = "people",
    }
}

/// For how many minutes a place can be held until the address is confirmed.
pub const HOLD_MINUTES: [i64; 6] = [15, 30, 60, 180, 720, 1440];

/// For how many hours an offer can last.
pub const OFFER_HOURS: [i64; 7] = [1, 3, 6, 12, 24, 48, 72];

/// What those who hold an event decide about registering for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// What it takes to have a place.
    pub confirms: Confirms,
    /// For how many minutes places are held until the address is confirmed.
    pub hold_minutes: i64,
    /// Whether people wait for places where there are none.
    pub waitlist: bool,
    /// For how many hours an offer lasts.
    pub offer_hours: i64,
    /// How many attendees a registration may have.
    pub people: i64,
    /// Whether the number of free places is not shown.
    pub hides_places: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            confirms: Confirms::AtOnce,
            hold_minutes: 30,
            waitlist: false,
            offer_hours: 24,
            people: MAX_ATTENDEES as i64,
            hides_places: false,
        }
    }
}
