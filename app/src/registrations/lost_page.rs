//! For those who lost the link of their registration: it comes by mail, if there is one.
//!
//! The answer is the same whether the address is known or not.

use domain::invalid::{Field, Invalid};
use leptos::prelude::*;
use services::Error;

use super::LostForm;
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::{Kind, Problems, TextField};
use crate::ui::head::PageTitle;
use crate::ui::page::{Frame, when_ready};

/// What a returned form is called.
const FORM: &str = "lost-links";

/// Links were asked for.
pub async fn ask(form: LostForm) -> Result<(), AppError> {
    let page = format!("/{}/registrations", context::language_of(&form.language).code());
    match context::services().registrations.links_are_lost(&form.email).await {
        Ok(()) => {
            returned::forget();
            context::see_other(&format!("{page}?sent=1"));
        }
        Err(Error::Invalid(invalid)) => {
            returned::keep(FORM, form, invalid).await?;
            context::see_other(&format!("{page}?form=returned#problems"));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// The page that asks for the address.
#[component]
pub fn LostPage() -> impl IntoView {
    let services = services();
    let sent = !context::query("sent").is_empty();
    let asked = returned::asked();
    context::no_store();
    when_ready(async move {
        let back: Option<Returned<LostForm>> = returned::see(&services, FORM, asked).await;
        let (email, invalid) =
            back.map_or_else(Default::default, |back| (back.values.email, back.invalid));
        Ok(view! { <Shown sent email invalid /> })
    })
}

#[component]
fn Shown(sent: bool, email: String, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let title = texts.get(if sent { "lost-sent-title" } else { "lost-title" });
    let lead = texts.get(if sent { "lost-sent-text" } else { "lost-text" });
    view! {
        <PageTitle text=title.clone() />
        <Frame narrow=true>
            <div class="hello" role="status">
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
            </div>
            <Problems invalid=invalid.clone() />
            <form class="form" method="post" action="/api/lost-links" novalidate>
                <input type="hidden" name="form[language]" value=language().code() />
                <TextField
                    field=Field::Email
                    name="form[email]"
                    label="lost-email"
                    value=email
                    invalid
                    kind=Kind::Email
                    autocomplete="email"
                />
                <button class=if sent { "button second" } else { "button" } type="submit">
                    {texts.get("lost-send")}
                </button>
            </form>
        </Frame>
    }
}
