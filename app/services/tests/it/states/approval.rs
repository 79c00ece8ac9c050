//! Registrations that need an organiser's word.

use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::registrations::RegistrationStatus::{
    Confirmed, Declined, Offered, PendingApproval, Waitlisted,
};
use services::registrations::list::{Filter, PlaceState};

use super::{chosen, kinds, owner, read_all, reference, status};
use crate::support::{House, assert_refused, refused};

const BY_APPROVAL: &str = "confirms = 'approval'";

both! {
    async fn an_organiser_says_yes_or_no(house: House) {
        let event = chosen(&house, 5, BY_APPROVAL).await;
        let (yes, no) = (house.register(&event, &["Ada"]).await, house.register(&event, &["Mary"]).await);
        assert_eq!((status(&house, &yes).await, house.taken().await), (PendingApproval, 2));
        let (owner, own) = owner(&house, &event).await;
        let attention = house.events.attention(&owner, Language::English).await.expect("a look");
        assert_eq!(attention[0].1.approvals[0].registrations, 2);
        let filter = Filter { state: Some(PlaceState::Asked(PendingApproval)), ..Filter::default() };
        let listed = house.registrations.attendance(&owner, &own, &filter, 1).await.expect("a list");
        assert_eq!((listed.total, listed.listed[0].state), (2, PlaceState::Asked(PendingApproval)));
        let coming = Filter { state: Some(PlaceState::Coming), ..Filter::default() };
        let coming = house.registrations.attendance(&owner, &own, &coming, 1).await.expect("a list");
        assert_eq!(coming.total, 0);

        let (first, second) = (reference(&house, &yes).await, reference(&house, &no).await);
        house.registrations.approve(&owner, &own, &first).await.expect("approved");
        let reason = "There is room for players alone.\r\n";
        house.registrations.decline(&owner, &own, &second, reason).await.expect("declined");
        assert_eq!((status(&house, &yes).await, status(&house, &no).await), (Confirmed, Declined));
        assert_eq!(house.taken().await, 1);
        assert_eq!(
            kinds(&house).await,
            ["pending-approval", "pending-approval", "confirmed", "declined"]
        );
        let mails = read_all(&house).await;
        let reasons = mails.iter().filter(|mail| mail.contains("There is room for players alone."));
        assert_eq!(reasons.count(), 1, "{mails:#?}");
        house.assert_whole().await;

        // What was decided stays so.
        for reference in [&first, &second] {
            let again = house.registrations.approve(&owner, &own, reference).await;
            assert_refused(again, Code::StateChanged);
            let again = house.registrations.decline(&owner, &own, reference, "").await;
            assert_refused(again, Code::StateChanged);
        }
        house.assert_whole().await;
    }

    async fn a_reason_is_short_and_can_be_read(house: House) {
        let event = chosen(&house, 5, BY_APPROVAL).await;
        let token = house.register(&event, &["Ada"]).await;
        let (owner, own) = owner(&house, &event).await;
        let reference = reference(&house, &token).await;
        let long = house.registrations.decline(&owner, &own, &reference, &"x".repeat(501)).await;
        assert_eq!(refused(long), [(Field::Reason, Code::OverLimit)]);
        let turned = house.registrations.decline(&owner, &own, &reference, "\u{202e}no").await;
        assert_eq!(refused(turned), [(Field::Reason, Code::Control)]);
        assert_eq!(status(&house, &token).await, PendingApproval);
    }

    async fn what_a_no_frees_is_offered_and_accepted_places_need_a_yes_too(house: House) {
        let event = chosen(&house, 1, "confirms = 'approval', waitlist = true").await;
        let first = house.register(&event, &["Ada"]).await;
        let second = house.register(&event, &["Mary"]).await;
        assert_eq!(status(&house, &second).await, Waitlisted);
        let (owner, own) = owner(&house, &event).await;
        let of_first = reference(&house, &first).await;
        house.registrations.decline(&owner, &own, &of_first, "").await.expect("declined");
        assert_eq!((status(&house, &second).await, house.taken().await), (Offered, 1));
        house.registrations.accept(&second, None).await.expect("accepted");
        assert_eq!(status(&house, &second).await, PendingApproval);
        let of_second = reference(&house, &second).await;
        house.registrations.approve(&owner, &own, &of_second).await.expect("approved");
        assert_eq!(status(&house, &second).await, Confirmed);
        house.assert_whole().await;
    }
}
