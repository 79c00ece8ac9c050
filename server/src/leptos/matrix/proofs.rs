//! Which forms are taken only from those who showed a short time ago who they are (S27).

use std::sync::atomic::Ordering;

use axum::http::{Method, header};

use super::{AT, FILES, FORMS, House, OF_ONESELF, OWN, PAGES, filled};

/// Those forms. Every other one, and every page, asks for no proof.
const NEEDS_PROOF: &[&str] = &[
    "/api/invitation",
    "/api/invitation-withdrawal",
    "/api/membership-role",
    "/api/membership-end",
    "/api/passkey-creation",
    "/api/passkey",
    "/api/passkey-end",
    "/api/authenticator-request",
    "/api/authenticator",
    "/api/authenticator-end",
    "/api/recovery-codes",
    "/api/address-change",
];

/// Where a form or page leads the owner on to.
async fn leads_to(house: &House, method: Method, path: &str, body: &str) -> Option<String> {
    let owner = Some(house.people[0].1.as_str());
    let answer = house.answer(method, path, owner, body).await;
    let to = answer.headers().get(header::LOCATION)?;
    Some(to.to_str().unwrap().to_owned())
}

fn is_asked(to: Option<&String>) -> bool {
    // What a proof itself answers leads to the same page, and not to where it was sent from.
    to.is_some_and(|to| to.contains("/organise/confirm?then=/") && !to.ends_with("#problems"))
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_fresh_is_asked_wherever_it_matters_and_nowhere_else() {
    let house = House::open().await;
    house.hands.0.store(601, Ordering::SeqCst);
    for (page, _) in PAGES {
        let path = filled(page, OWN, &house.reference);
        let to = leads_to(&house, Method::GET, &path, "").await;
        assert!(!is_asked(to.as_ref()), "{page} leads to {to:?}");
    }
    let forms = FORMS.iter().map(|(path, typed, _)| {
        let id = "00000000-0000-7000-8000-000000000000";
        let body = format!("form[language]=en&form[organisation]={{organisation}}&{typed}");
        (*path, filled(&body.replace("{at}", AT).replace("{id}", id), OWN, "00000-00000"))
    });
    let of_oneself = OF_ONESELF.iter().map(|(path, typed)| (*path, (*typed).to_owned()));
    let (needing, others): (Vec<_>, Vec<_>) =
        forms.chain(of_oneself).partition(|(path, _)| NEEDS_PROOF.contains(path));
    assert_eq!(needing.len(), NEEDS_PROOF.len());
    let before = house.acts().await;
    // Files leave the house; a stream of numbers does not.
    for (file, _) in FILES.iter().filter(|(file, _)| !file.ends_with("/arrivals")) {
        let path = filled(file, OWN, &house.reference);
        let to = leads_to(&house, Method::GET, &path, "").await;
        assert!(is_asked(to.as_ref()), "{file} leads to {to:?}");
    }
    let other = "form[session]=00000000-0000-4000-8000-000000000000";
    let to = leads_to(&house, Method::POST, "/api/session-end", other).await;
    assert!(is_asked(to.as_ref()), "ending another session leads to {to:?}");
    for (path, body) in needing {
        let to = leads_to(&house, Method::POST, path, &body).await;
        assert!(is_asked(to.as_ref()), "{path} leads to {to:?}");
    }
    assert_eq!(house.acts().await, before, "nothing was done");
    for (path, body) in others.iter().filter(|(path, _)| *path != "/api/proof-mail") {
        let to = leads_to(&house, Method::POST, path, body).await;
        assert!(!is_asked(to.as_ref()), "{path} leads to {to:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_leads_back_to_its_own_page() {
    let house = House::open().await;
    house.hands.0.store(601, Ordering::SeqCst);
    let to =
        leads_to(&house, Method::POST, "/api/authenticator-request", "form[language]=en").await;
    let page = "/fr/organise/confirm?then=/fr/organise/account%3Fa%3Db";
    assert_eq!(to.as_deref(), Some(page));
    // What was typed waits there.
    let typed = "form[language]=en&form[organisation]=atlas-bridge&form[email]=new";
    let to = leads_to(&house, Method::POST, "/api/invitation", typed).await;
    let page = "/en/organise/confirm?then=/en/organise/atlas-bridge/members%3Fform%3Dreturned";
    assert_eq!(to.as_deref(), Some(page));
}
