//! When an event takes place.

use domain::accounts::Actor;
use domain::ids::OccurrenceId;
use domain::invalid::{Code, Field};
use domain::organisations::Role;
use services::Error;
use services::events::editing::{DateChange, WrittenDate};

use super::{CLUB, date, edited, target, version, written};
use crate::support::{House, NewEvent, refused};

async fn only_date(house: &House, actor: &Actor) -> WrittenDate {
    written(house, actor).await.dates.remove(0)
}

async fn change(
    house: &House,
    actor: &Actor,
    date: OccurrenceId,
    change: DateChange,
) -> Result<(), Error> {
    let version = version(house, actor).await;
    house.events.change_date(&target(actor, version), date, change).await
}

both! {
    async fn a_new_date_offers_every_ticket_type(house: House) {
        let tickets = vec![("player", Some(8)), ("spectator", None)];
        house.announce(NewEvent { tickets, ..NewEvent::default() }).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let new = date("2027-06-01T10:00", "2027-06-01T12:00", "20");
        let moved = house.events.write_date(&target(&organiser, 1), None, &new).await;
        assert!(!moved.expect("saved"));
        let dates = edited(&house, &organiser).await.dates;
        assert_eq!(dates.len(), 2);
        let own: Vec<_> = dates[1].tickets.iter().map(|(kind, own, _)| (kind.code(), *own)).collect();
        assert_eq!(own, [("player", Some(8)), ("spectator", None)]);
        let same = house.events.write_date(&target(&organiser, 2), None, &new).await;
        assert_eq!(refused(same), [(Field::Starts, Code::SameTime)]);
        house.assert_whole().await;
    }

    async fn a_time_that_clocks_leave_out_is_moved_and_that_is_told(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let id = only_date(&house, &organiser).await.id;
        let gap = date("2027-03-28T02:30", "2027-03-28T05:00", "50");
        let moved = house.events.write_date(&target(&organiser, 1), Some(id), &gap).await;
        assert!(moved.expect("saved"));
        let now = only_date(&house, &organiser).await;
        assert_eq!(now.starts.to_string(), "2027-03-28T03:30:00");
        assert_eq!(now.starts_at.to_string(), "2027-03-28T01:30:00Z");
    }

    async fn calendars_hear_of_time_and_state_and_not_of_places(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let id = only_date(&house, &organiser).await.id;
        let write = async |draft: &_, version| {
            house.events.write_date(&target(&organiser, version), Some(id), draft).await.expect("saved");
            only_date(&house, &organiser).await.sequence
        };
        let mut draft = date("2027-06-01T10:00", "2027-06-01T12:00", "50");
        assert_eq!(write(&draft, 1).await, 1);
        draft.capacity = "60".into();
        assert_eq!(write(&draft, 2).await, 1);
        draft.zone = "Europe/Paris".into();
        assert_eq!(write(&draft, 3).await, 2);
        change(&house, &organiser, id, DateChange::Cancel).await.expect("cancelled");
        let now = only_date(&house, &organiser).await;
        assert_eq!((now.cancelled, now.sequence), (true, 3));
        change(&house, &organiser, id, DateChange::Cancel).await.expect("nothing to do");
        assert_eq!(version(&house, &organiser).await, 5);
        change(&house, &organiser, id, DateChange::Hold).await.expect("held");
        let now = only_date(&house, &organiser).await;
        assert_eq!((now.cancelled, now.sequence), (false, 4));
    }

    async fn places_never_fall_below_what_is_taken(house: House) {
        let event = house.announce(NewEvent::with_places(10)).await;
        house.register(&event, &["Ada", "Grace"]).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let id = only_date(&house, &organiser).await.id;
        let mut draft = date("2027-05-05T19:00", "2027-05-05T21:30", "1");
        let write = async |draft: &_| {
            house.events.write_date(&target(&organiser, 1), Some(id), draft).await
        };
        assert_eq!(refused(write(&draft).await), [(Field::Capacity, Code::BelowTaken)]);
        draft.capacity = "2".into();
        write(&draft).await.expect("saved");
        let full = house.registrations.register(house.form(&event, &["Marie"])).await;
        crate::support::assert_refused(full, Code::Full);
        house.assert_whole().await;
    }

    async fn people_who_register_while_places_go_still_fit(house: House) {
        let event = house.announce(NewEvent::with_places(3)).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let id = only_date(&house, &organiser).await.id;
        let draft = date("2027-05-05T19:00", "2027-05-05T21:30", "1");
        let target = target(&organiser, 1);
        let register = async || house.registrations.register(house.form(&event, &["Ada"])).await;
        let (a, b, lowered) = tokio::join!(
            register(),
            register(),
            house.events.write_date(&target, Some(id), &draft),
        );
        let people = [a.is_ok(), b.is_ok()].iter().filter(|came| **came).count();
        assert_eq!(house.taken().await, i64::try_from(people).expect("two"));
        assert!(lowered.is_err() || people <= 1, "{people} came, {lowered:?}");
        house.assert_whole().await;
    }

    async fn a_date_is_deleted_only_from_a_draft_that_nobody_registered_for(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let id = only_date(&house, &organiser).await.id;
        let wrong = change(&house, &organiser, id, DateChange::Delete).await;
        assert_eq!(refused(wrong), [(Field::Starts, Code::Announced)]);
        house.register(&event, &["Ada"]).await;
        house.change("update events set status = 'draft'").await.expect("a draft");
        let wrong = change(&house, &organiser, id, DateChange::Delete).await;
        assert_eq!(refused(wrong), [(Field::Starts, Code::HasRegistrations)]);
        let new = date("2027-06-01T10:00", "2027-06-01T12:00", "20");
        house.events.write_date(&target(&organiser, 1), None, &new).await.expect("saved");
        let second = written(&house, &organiser).await.dates[1].id;
        change(&house, &organiser, second, DateChange::Delete).await.expect("deleted");
        assert_eq!(written(&house, &organiser).await.dates.len(), 1);
        let gone = change(&house, &organiser, second, DateChange::Cancel).await;
        assert!(matches!(gone, Err(Error::NotFound)));
        house.assert_whole().await;
    }

    async fn an_event_has_fifty_dates_at_most(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let write = async |minute: i64| {
            let starts = format!("2027-06-01T10:{minute:02}");
            let new = date(&starts, "2027-06-01T12:00", "20");
            house.events.write_date(&target(&organiser, minute + 1), None, &new).await
        };
        for minute in 0..49 {
            write(minute).await.expect("saved");
        }
        assert_eq!(refused(write(49).await), [(Field::Starts, Code::TooManyDates)]);
    }
}
