//! Whatever happens in whatever order: random sequences, and after each step what must always hold.
//!
//! What is expected of a registration does not come from the services but from the table in
//! `domain`: the acts in the record, in their order, must lead from a new registration to the state
//! that it is in, and the mails must be those of the rows on that way.

use domain::registrations::RegistrationStatus;
use domain::registrations::states::{Happening, TABLE};
use jiff::SignedDuration;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use services::Error;
use services::registrations::{GiveBack, Submission, Wish};
use services::secrets::ManageToken;
use tokio::runtime::Handle;

use super::{owner, reference};
use crate::support::{Event, House, NewDate, NewEvent};

/// How many sequences are played on each database, and how many steps they have at most.
const SEQUENCES: u32 = 24;
const STEPS: usize = 30;

/// One step. Numbers choose among what there is.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// So many people, those after the first three as spectators.
    Register {
        people: usize,
        partly: bool,
        also: bool,
        second: bool,
    },
    ConfirmAddress(usize),
    Approve(usize),
    Decline(usize),
    Accept(usize),
    GiveBackOne(usize, i64),
    GiveBackAll(usize),
    Wait {
        minutes: i64,
    },
    Capacity {
        second: bool,
        places: i64,
    },
    Players(i64),
    Choose(&'static str),
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    let choices = ["confirms = 'at-once'", "confirms = 'address'", "confirms = 'approval'"];
    prop_oneof![
        8 => (1..5_usize, any::<bool>(), any::<bool>(), any::<bool>())
            .prop_map(|(people, partly, also, second)| Step::Register { people, partly, also, second }),
        2 => any::<usize>().prop_map(Step::ConfirmAddress),
        2 => any::<usize>().prop_map(Step::Approve),
        1 => any::<usize>().prop_map(Step::Decline),
        4 => any::<usize>().prop_map(Step::Accept),
        2 => (any::<usize>(), 0..4_i64).prop_map(|(of, position)| Step::GiveBackOne(of, position)),
        4 => any::<usize>().prop_map(Step::GiveBackAll),
        2 => (1..2_000_i64).prop_map(|minutes| Step::Wait { minutes }),
        1 => (any::<bool>(), 0..9_i64)
            .prop_map(|(second, places)| Step::Capacity { second, places }),
        1 => (0..6_i64).prop_map(Step::Players),
        1 => prop::sample::select(choices.to_vec()).prop_map(Step::Choose),
    ]
}

/// An event with two dates of a few places, one of its ticket types with its own, and a waitlist.
pub(super) async fn small_event(house: &House, number: usize) -> Event {
    let other = NewDate {
        starts: "2027-05-06T19:00:00",
        ends: "2027-05-06T21:00:00",
        ..NewDate::default()
    };
    let dates = [NewDate::default(), other].map(|date| NewDate { places: 5, ..date }).to_vec();
    let tickets = vec![("participant", Some(4)), ("spectator", None)];
    let slug = format!("cup-{number}");
    let event = house.announce(NewEvent { slug, dates, tickets, ..NewEvent::default() }).await;
    house.change("update events set waitlist = true").await.expect("a waitlist");
    event
}

/// A form for so many people, on the first date or the second.
pub(super) fn form(
    house: &House,
    event: &Event,
    (people, partly, also, second): (usize, bool, bool, bool),
) -> Submission {
    let names = ["Ada", "Grace", "Mary", "Zoe", "Ines"];
    let other = "2027-05-06T19:00:00".parse().expect("a date");
    let mut form = house.form(event, &names[..people]);
    for attendee in form.draft.attendees.iter_mut().skip(2) {
        attendee.ticket = "spectator".into();
    }
    let (date, would_do) = if second { (other, event.date) } else { (event.date, other) };
    let also = if also { vec![would_do] } else { Vec::new() };
    Submission { date, wish: Wish { partly, also }, ..form }
}

/// What comes of a step is looked at in the database; here, only that nothing breaks.
pub(super) fn is_answer<T>(result: Result<T, Error>) -> Option<T> {
    match result {
        Ok(answer) => Some(answer),
        Err(Error::Invalid(_) | Error::NotFound) => None,
        Err(error) => panic!("no answer: {error:?}"),
    }
}

/// Takes a step; who registered is added to the tokens.
pub(super) async fn take(house: &House, event: &Event, tokens: &mut Vec<ManageToken>, step: &Step) {
    let of = |index: usize| (!tokens.is_empty()).then(|| tokens[index % tokens.len()].clone());
    let registrations = &house.registrations;
    match step {
        Step::Register { people, partly, also, second } => {
            let form = form(house, event, (*people, *partly, *also, *second));
            tokens.extend(is_answer(registrations.register(form).await));
        }
        Step::ConfirmAddress(index) => {
            let Some(token) = of(*index) else { return };
            let code = house.address_code(&token).await;
            is_answer(registrations.confirm_address(&token, &code).await);
        }
        Step::Accept(index) => {
            let Some(token) = of(*index) else { return };
            let code = house.address_code(&token).await;
            is_answer(registrations.accept(&token, Some(&code)).await);
        }
        Step::Approve(index) | Step::Decline(index) => {
            let Some(token) = of(*index) else { return };
            let (owner, own) = owner(house, event).await;
            let reference = reference(house, &token).await;
            is_answer(match step {
                Step::Approve(_) => registrations.approve(&owner, &own, &reference).await,
                _ => registrations.decline(&owner, &own, &reference, "No room.").await,
            });
        }
        Step::GiveBackOne(index, position) => {
            let Some(token) = of(*index) else { return };
            is_answer(registrations.give_back(&token, GiveBack::One(*position)).await);
        }
        Step::GiveBackAll(index) => {
            let Some(token) = of(*index) else { return };
            is_answer(registrations.give_back(&token, GiveBack::All).await);
        }
        Step::Wait { minutes } => house.clock.advance(SignedDuration::from_mins(*minutes)),
        Step::Capacity { second, places } => {
            let date = if *second { "2027-05-06T19:00:00" } else { "2027-05-05T19:00:00" };
            // As the editor does it: refused below what is taken.
            let sql = format!(
                "update occurrences set capacity = {places}
                where starts_local = '{date}' and taken <= {places} and {}",
                of_event(event)
            );
            house.change(&sql).await.expect("a capacity");
        }
        Step::Players(places) => {
            let sql = format!(
                "update places set capacity = {places}
                where capacity is not null and taken <= {places}
                    and occurrence_id in (select id from occurrences where {})",
                of_event(event)
            );
            house.change(&sql).await.expect("a capacity");
        }
        Step::Choose(choice) => {
            let sql = format!("update events set {choice} where slug = '{}'", event.slug);
            house.change(&sql).await.expect("a choice");
        }
    }
}

fn of_event(event: &Event) -> String {
    format!("event_id in (select event_id from event_slugs where slug = '{}')", event.slug)
}

/// What the worker does, until there is nothing left to do.
pub(super) async fn settle(house: &House) {
    for _ in 0..50 {
        if !house.registrations.work_on_states().await.expect("an answer") {
            return;
        }
    }
    panic!("the worker never comes to an end");
}

/// What must hold after each step.
pub(super) async fn check(house: &House) {
    assert_eq!(house.wrong_rows().await, 0, "rows that do not fit together");
    let over = "select count(*) from occurrences where taken > capacity or taken < 0";
    assert_eq!(house.number(over).await, 0, "above capacity");
    let over = "select count(*) from places where taken > capacity";
    assert_eq!(house.number(over).await, 0, "above the capacity of a ticket type");
    let stale = "select count(*) from waits w
        join registrations r on r.id = w.registration_id
        where r.status <> 'waitlisted'";
    assert_eq!(house.number(stale).await, 0, "in a queue without waiting");
    let lost = "select count(*) from registrations r
        where r.status = 'waitlisted'
            and not exists (select 1 from waits w where w.registration_id = r.id)";
    assert_eq!(house.number(lost).await, 0, "waiting in no queue");
    assert_eq!(house.texts(FORGOTTEN).await, Vec::<String>::new(), "free places, and who fits");
    every_way_is_in_the_table(house).await;
}

/// Registrations that wait and fit whole into what is free on a date, while nobody before them has
/// places kept for them.
const FORGOTTEN: &str = "
    select r.reference
    from waits w
    join registrations r on r.id = w.registration_id
    join occurrences o on o.id = w.occurrence_id
    join events e on e.id = o.event_id
    where o.cancelled_at is null and e.status = 'published'
        and not exists (
            select 1 from waits b
            where b.occurrence_id = w.occurrence_id and b.passed >= 3
                and (b.since < w.since
                    or (b.since = w.since and b.registration_id < w.registration_id)))
        and (
            select count(*) from attendees a
            where a.registration_id = r.id and a.cancelled_at is null) <= o.capacity - o.taken
        and not exists (
            select 1 from places p
            where p.occurrence_id = o.id and p.capacity is not null
                and p.capacity - p.taken < (
                    select count(*) from attendees a
                    where a.registration_id = r.id and a.cancelled_at is null
                        and a.ticket_type_id = p.ticket_type_id))";

/// A way through the table: where it has come to, and the mails on it.
type Way = (Option<RegistrationStatus>, Vec<&'static str>);

/// The acts of each registration lead through the table to its state, and its mails are those on the
/// way.
async fn every_way_is_in_the_table(house: &House) {
    let told = house.texts(TOLD).await;
    for line in told {
        let mut parts = line.split('|');
        let [id, status, acts, mails] = [(); 4].map(|()| parts.next().unwrap_or_default());
        let mut ways: Vec<Way> = vec![(None, Vec::new())];
        for act in acts.split_whitespace() {
            let mut next = Vec::new();
            for (from, mails) in &ways {
                for row in TABLE.iter().filter(|row| row.from == *from && row.act == act) {
                    // Moving and bringing back is what organisers do to many: not in these steps.
                    if !matches!(row.happening, Happening::Move | Happening::BringBack) {
                        let mut mails = mails.clone();
                        mails.extend(row.mail.map(|told| told.code()));
                        next.push((Some(row.to), mails));
                    }
                }
            }
            ways = next;
        }
        let mails: Vec<&str> = mails.split_whitespace().collect();
        let is_way = |(to, told): &Way| to.is_some_and(|to| to.code() == status) && *told == mails;
        assert!(ways.iter().any(is_way), "{id}: {acts} leads to {ways:?}, not {status} {mails:?}");
    }
}

/// Reference, state, acts and kinds of mails of every registration, in their order.
const TOLD: &str = "
    select r.reference || '|' || r.status || '|' || coalesce((
            select string_agg(x.action, ' ') from (
                select d.action from audit d where d.object_id = r.id order by d.number) x), '')
        || '|' || coalesce((
            select string_agg(y.kind, ' ') from (
                select m.kind from outbox m where m.registration_id = r.id order by m.revision) y), '')
    from registrations r";

/// Plays random sequences in this house; the shortest that breaks something is shown.
fn play(house: &House) {
    let config = Config { cases: SEQUENCES, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let steps = prop::collection::vec(step(), 1..STEPS);
    let number = std::cell::Cell::new(0);
    let played = runner.run(&steps, |steps| {
        number.set(number.get() + 1);
        tokio::task::block_in_place(|| {
            Handle::current().block_on(async {
                house.clock.set(crate::support::NOW);
                // There is nothing to do of an earlier sequence.
                house.change("update events set status = 'cancelled'").await.expect("over");
                let event = small_event(house, number.get()).await;
                let mut tokens = Vec::new();
                for step in &steps {
                    take(house, &event, &mut tokens, step).await;
                    settle(house).await;
                    check(house).await;
                }
            });
        });
        Ok(())
    });
    if let Err(error) = played {
        panic!("{error}");
    }
}

both! {
    async fn whatever_happens_in_whatever_order(house: House) {
        play(&house);
    }
}
