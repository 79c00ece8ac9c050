//! Whether the record of an organisation is as it was written.

use leptos::prelude::*;
use services::accounts::SignedIn;
use services::audit::{Chain, Verified};

use crate::context::{self, language, services, texts};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// Whether the record of an organisation is as it was written.
#[component]
pub fn ChainPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let slug = context::param("organisation");
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let chain = services.audit.chain(&me.actor, &slug, language).await?;
        Ok(view! { <Shown me chain /> })
    })
}

#[component]
fn Shown(me: SignedIn, chain: Chain) -> impl IntoView {
    let texts = texts();
    let back = context::page(&format!("organise/{}/audit", chain.organisation.slug));
    let (class, words) = match chain.found {
        Verified::Whole(acts) => {
            ("notice good", texts.with("audit-chain-whole", &[("count", acts.into())]))
        }
        Verified::Broken(at) => {
            ("notice bad", texts.with("audit-chain-broken", &[("number", at.into())]))
        }
    };
    view! {
        <Workspace
            place=Place::organisation(me.actor, chain.organisation)
            title=texts.get("audit-chain-title")
        >
            <p class=class role="status">
                {words}
            </p>
            <p class="section-top">{texts.get("audit-chain-text")}</p>
            <p>
                <a class="crumb" href=back>
                    {texts.get("audit-back")}
                </a>
            </p>
        </Workspace>
    }
}
