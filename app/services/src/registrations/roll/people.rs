//! The people of a roll, in both orders, and who of them passes a filter.

use domain::language::Language;
use domain::registrations::RegistrationStatus;
use domain::registrations::states::STATE_MARKS;
use memchr::memmem::Finder;
use uuid::Uuid;

use super::Found;
use crate::Error;
use crate::db::Db;
use crate::events::stored;
use crate::registrations::store::list::ListFilter;
use crate::registrations::store::roll::{self as store, RollRow};

/// What is looked for.
pub(super) struct Asked<'a> {
    filter: &'a ListFilter,
    /// `None` of the two lets everyone pass; a date or a ticket type that the event does not have,
    /// nobody.
    date: Option<Uuid>,
    ticket: Option<Uuid>,
    language: Option<Language>,
    words: Vec<Finder<'a>>,
}

impl<'a> Asked<'a> {
    pub(super) async fn new(db: &Db, filter: &'a ListFilter) -> Result<Self, Error> {
        let of = (filter.organisation, filter.event);
        let date = match &filter.date {
            Some(date) => Some(store::date(db, of, date).await?.unwrap_or_default()),
            None => None,
        };
        let ticket = match filter.ticket {
            Some(ticket) => Some(store::ticket(db, of, ticket).await?.unwrap_or_default()),
            None => None,
        };
        let words = filter.words.iter().flatten().map(Finder::new).collect();
        Ok(Self { filter, date, ticket, language: filter.language.map(stored).transpose()?, words })
    }

    /// The same as `matching!` says of a row: a new filter stands in both.
    fn lets_pass(&self, person: &Person) -> bool {
        let Self { filter, date, ticket, language, words } = self;
        let (from, to) = filter.registered;
        let marks = filter.marks.unwrap_or(0);
        date.is_none_or(|date| person.date == date)
            && ticket.is_none_or(|ticket| person.ticket == ticket)
            && filter.state.is_none_or(|state| person.is_in(state))
            && filter.here.is_none_or(|here| (here == "yes") == person.is_here)
            && language.is_none_or(|language| person.language == language)
            && person.marks & marks == marks
            && from.is_none_or(|from| person.registered_at >= from)
            && to.is_none_or(|to| person.registered_at < to)
            && words.iter().all(|word| word.find(person.searched(filter.whole)).is_some())
    }
}

/// What decides whether somebody is found.
struct Person {
    id: Uuid,
    date: Uuid,
    ticket: Uuid,
    marks: i64,
    registered_at: i64,
    /// The folded name, and after a line break, which stands in no word, the folded contact.
    text: Box<str>,
    /// How many octets of it are the name.
    name: usize,
    language: Language,
    is_gone: bool,
    is_here: bool,
}

impl Person {
    fn new(row: RollRow) -> Result<Self, Error> {
        Ok(Self {
            id: row.id,
            date: row.occurrence_id,
            ticket: row.ticket_type_id,
            marks: row.marks,
            registered_at: row.registered_at,
            name: row.folded_name.len(),
            text: format!("{}\n{}", row.folded_name, row.folded_contact).into(),
            language: stored(&row.language)?,
            is_gone: row.cancelled_at.is_some(),
            is_here: row.checked_in_at.is_some(),
        })
    }

    /// In the state of this word.
    fn is_in(&self, state: &str) -> bool {
        const OVER: i64 = RegistrationStatus::Declined.mark() | RegistrationStatus::Expired.mark();
        match state {
            "coming" => !self.is_gone && self.marks & STATE_MARKS == 0,
            "given-back" => self.is_gone && self.marks & OVER == 0,
            _ => !self.is_gone,
        }
    }

    fn octets(&self) -> usize {
        // With the two orders.
        size_of::<Self>() + self.text.len() + 2 * size_of::<usize>()
    }

    fn name(&self) -> &[u8] {
        &self.text.as_bytes()[..self.name]
    }

    /// What is searched for those who see contact data, and for those who do not.
    fn searched(&self, whole: bool) -> &[u8] {
        if whole { self.text.as_bytes() } else { self.name() }
    }
}

/// The people of an event.
#[derive(Default)]
pub(super) struct People {
    all: Vec<Person>,
    /// Their places in `all`, by id and so by time, and by name.
    by_time: Vec<usize>,
    by_name: Vec<usize>,
    octets: usize,
}

impl People {
    /// How much memory they take.
    pub(super) fn octets(&self) -> usize {
        self.octets
    }

    /// Adds somebody whose id comes after all others. [`People::sort_names`] follows.
    pub(super) fn put_last(&mut self, row: RollRow) -> Result<(), Error> {
        let person = Person::new(row)?;
        self.octets += person.octets();
        self.by_time.push(self.all.len());
        self.by_name.push(self.all.len());
        self.all.push(person);
        Ok(())
    }

    /// Puts the names in their order.
    pub(super) fn sort_names(&mut self) {
        let Self { all, by_name, .. } = self;
        by_name.sort_unstable_by_key(|at| (all[*at].name(), all[*at].id));
    }

    /// Adds somebody, or changes who is there.
    pub(super) fn put(&mut self, row: RollRow) -> Result<(), Error> {
        let person = Person::new(row)?;
        let Self { all, by_time, by_name, octets } = self;
        let in_names = |all: &[Person], by_name: &[usize], person: &Person| {
            let key = (person.name(), person.id);
            by_name.binary_search_by_key(&key, |at| (all[*at].name(), all[*at].id))
        };
        let at = match by_time.binary_search_by_key(&person.id, |at| all[*at].id) {
            Ok(place) => {
                let at = by_time[place];
                *octets -= all[at].octets();
                if all[at].name() == person.name() {
                    *octets += person.octets();
                    all[at] = person;
                    return Ok(());
                }
                if let Ok(place) = in_names(all, by_name, &all[at]) {
                    by_name.remove(place);
                }
                at
            }
            Err(place) => {
                by_time.insert(place, all.len());
                all.len()
            }
        };
        *octets += person.octets();
        let (Ok(place) | Err(place)) = in_names(all, by_name, &person);
        by_name.insert(place, at);
        match all.get_mut(at) {
            Some(there) => *there = person,
            None => all.push(person),
        }
        Ok(())
    }

    /// So many after so many of those whom the filter lets pass, in its order, and how many pass.
    pub(super) fn find(&self, asked: &Asked<'_>, limit: usize, offset: usize) -> Found {
        let order = if asked.filter.by_name { &self.by_name } else { &self.by_time };
        let (mut ids, mut total) = (Vec::with_capacity(limit), 0);
        for person in order.iter().map(|at| &self.all[*at]) {
            if asked.lets_pass(person) {
                if total >= offset && ids.len() < limit {
                    ids.push(person.id);
                }
                total += 1;
            }
        }
        Found { ids, total }
    }
}

#[cfg(test)]
mod tests {
    use rand::rngs::StdRng;
    use rand::{RngExt as _, SeedableRng as _};
    use uuid::Uuid;

    use super::{People, Person, RollRow};

    fn row(random: &mut StdRng, ids: u128) -> RollRow {
        RollRow {
            id: Uuid::from_u128(random.random_range(1..=ids)),
            occurrence_id: Uuid::nil(),
            ticket_type_id: Uuid::nil(),
            language: "en".into(),
            cancelled_at: None,
            checked_in_at: None,
            marks: 0,
            registered_at: 0,
            folded_name: "x".repeat(random.random_range(1..9)),
            folded_contact: "y".repeat(random.random_range(1..9)),
        }
    }

    #[test]
    fn people_stay_in_both_orders_and_are_weighed_however_they_come() {
        let mut random = StdRng::seed_from_u64(1);
        let mut people = People::default();
        for _ in 0..2_000 {
            people.put(row(&mut random, 300)).expect("a row");
        }
        let in_order =
            |order: &[usize]| order.iter().map(|at| &people.all[*at]).collect::<Vec<_>>();
        let (by_time, by_name) = (in_order(&people.by_time), in_order(&people.by_name));
        assert_eq!((by_time.len(), by_name.len()), (people.all.len(), people.all.len()));
        assert!(by_time.windows(2).all(|two| two[0].id < two[1].id));
        let key = |person: &Person| (person.name().to_vec(), person.id);
        assert!(by_name.windows(2).all(|two| key(two[0]) < key(two[1])));
        assert_eq!(people.octets(), people.all.iter().map(Person::octets).sum::<usize>());
    }
}
