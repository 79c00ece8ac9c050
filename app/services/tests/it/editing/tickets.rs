//! In which capacities one comes.

use domain::events::TicketKind;
use domain::invalid::{Code, Field};
use domain::organisations::Role;

use super::{CLUB, target, tickets, written};
use crate::support::{House, NewDate, NewEvent, refused};

both! {
    async fn what_is_offered_is_offered_on_every_date_that_is_not_over(house: House) {
        let past = NewDate {
            starts: "2027-02-01T10:00:00",
            ends: "2027-02-01T11:00:00",
            ..NewDate::default()
        };
        let dates = vec![NewDate::default(), past];
        house.announce(NewEvent { dates, ..NewEvent::default() }).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let draft = tickets(&[("participant", "20"), ("volunteer", "")]);
        house.events.write_tickets(&target(&organiser, 1), &draft).await.expect("saved");
        let now = written(&house, &organiser).await;
        let expected = [(TicketKind::Participant, Some(20)), (TicketKind::Volunteer, None)];
        assert_eq!(now.tickets, expected);
        assert_eq!(house.number("select count(*) from places").await, 3);
        assert_eq!(house.number("select count(*) from places where capacity = 20").await, 1);
        let draft = tickets(&[("volunteer", "5")]);
        house.events.write_tickets(&target(&organiser, 2), &draft).await.expect("saved");
        let now = written(&house, &organiser).await;
        assert_eq!(now.tickets, [(TicketKind::Volunteer, Some(5))]);
        assert_eq!(house.number("select count(*) from places").await, 1);
    }

    async fn what_people_have_stays_and_never_gets_smaller_than_they_are(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada", "Grace"]).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let write = async |offered: &[(&str, &str)]| {
            house.events.write_tickets(&target(&organiser, 1), &tickets(offered)).await
        };
        let field = Field::TicketOffered(TicketKind::Participant);
        let gone = write(&[("volunteer", "")]).await;
        assert_eq!(refused(gone), [(field, Code::HasRegistrations)]);
        let field = Field::TicketCapacity(TicketKind::Participant);
        let few = write(&[("participant", "1")]).await;
        assert_eq!(refused(few), [(field, Code::BelowTaken)]);
        assert_eq!(refused(write(&[]).await), [(Field::Tickets, Code::Required)]);
        let now = written(&house, &organiser).await;
        assert_eq!(now.tickets, [(TicketKind::Participant, None)], "nothing was changed");
        write(&[("participant", "2")]).await.expect("saved");
        house.assert_whole().await;
    }
}
