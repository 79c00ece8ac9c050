//! A browser that goes away while its form is answered.

use crate::support::{House, NewEvent};

const FORMS: usize = 60;

/// Drops requests at many moments; whatever was written is whole at every moment, and each form
/// can be sent again.
pub(super) async fn forms_whose_browser_goes_away(house: &House) {
    let event = house.announce(NewEvent::with_places(FORMS as i64 * 2)).await;
    let forms: Vec<_> = (0..FORMS).map(|_| house.form(&event, &["Ada", "Grace"])).collect();
    for (number, form) in forms.iter().enumerate() {
        let (registrations, form) = (house.registrations.clone(), form.clone());
        let request = tokio::spawn(async move { registrations.register(form).await });
        for _ in 0..number * number * 4 {
            tokio::task::yield_now().await;
        }
        request.abort();
        house.assert_whole().await;
    }
    for form in forms {
        house.registrations.register(form).await.expect("a registration, old or new");
    }
    let all = FORMS as i64;
    assert_eq!(house.rows().await, [all, all * 2, all, all, all]);
    house.assert_whole().await;
    house.assert_no_transaction_is_open().await;
}
