//! How often one mailbox may be written to: a form must not be a way to fill someone's mailbox.
//!
//! A mailbox is one however it is spelt, as far as that is known of its host (`Email::mailbox`).
//! Counted in memory, so each process of a larger house allows as many; forgotten after an hour.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use domain::text::Email;
use moka::sync::Cache;

/// The most registrations with one address in an hour (ASVS 2.4.1).
const PER_HOUR: u32 = 5;

/// Registrations of the last hour by address.
#[derive(Clone)]
pub(crate) struct Senders(Cache<String, Arc<AtomicU32>>);

impl Senders {
    pub(crate) fn new() -> Self {
        let hour = Duration::from_secs(60 * 60);
        Self(Cache::builder().max_capacity(100_000).time_to_live(hour).build())
    }

    /// Whether one more registration with this address is allowed.
    pub(crate) fn may_send(&self, email: &Email) -> bool {
        let count = self.0.get(&email.mailbox());
        count.is_none_or(|count| count.load(Ordering::Relaxed) < PER_HOUR)
    }

    /// Counts a registration with this address.
    pub(crate) fn sent(&self, email: &Email) {
        self.0.get_with(email.mailbox(), Arc::default).fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use domain::text::Email;

    use super::{PER_HOUR, Senders};

    #[test]
    fn a_mailbox_is_written_to_a_few_times_an_hour_however_it_is_spelt() {
        let senders = Senders::new();
        let email = |text| Email::parse(text).expect("an address");
        for _ in 0..PER_HOUR {
            assert!(senders.may_send(&email("ada@example.org")));
            senders.sent(&email("Ada@example.org"));
        }
        assert!(!senders.may_send(&email("ADA@EXAMPLE.ORG")));
        assert!(senders.may_send(&email("bob@example.org")));
        for spelling in ["o.le@gmail.com", "ole+a@googlemail.com", "ole@gmail.com"] {
            senders.sent(&email(spelling));
            senders.sent(&email(spelling));
        }
        assert!(!senders.may_send(&email("O.L.E+new@gmail.com")));
    }
}
