//! Changing the address of one's account: a new one is named, then both mailboxes agree.

use domain::invalid::{Field, Invalid};
use leptos::prelude::*;
use services::Error;
use services::accounts::SignedIn;
use services::accounts::address::BothCodes;

use super::sign_in_page::remember;
use super::{AddressForm, AskForm, confirm_page};
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::{Kind, Problems, TextField};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// What returned forms are called.
const ASK: &str = "address-change";
const CODES: &str = "address";

/// A new address was named.
pub async fn ask(form: AskForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let page = format!("/{}/organise/account/address", language.code());
    let (services, me) = (context::services(), context::signed_in().await?);
    match services.accounts.ask_to_change_address(&me, &form.email, language).await {
        Ok(()) => {
            returned::forget();
            context::see_other(&page);
        }
        Err(Error::Unproved) => {
            returned::keep(ASK, form, Vec::new()).await?;
            let back = format!("{page}?form=returned");
            context::see_other(&confirm_page::address(language, &back));
        }
        Err(Error::Invalid(invalid)) => {
            returned::keep(ASK, form, invalid).await?;
            context::see_other(&format!("{page}?form=returned#problems"));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// The codes of both mailboxes were typed.
pub async fn change(form: AddressForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let code = language.code();
    let (services, me) = (context::services(), context::signed_in().await?);
    let codes = BothCodes { old: form.code.clone(), new: form.other.clone() };
    match services.accounts.change_address(&me, &codes, language).await {
        Ok(session) => {
            remember(&session);
            returned::forget();
            context::see_other(&format!("/{code}/organise/account?changed=1"));
        }
        Err(Error::Invalid(invalid)) => {
            returned::keep(CODES, form, invalid).await?;
            let page = format!("/{code}/organise/account/address");
            context::see_other(&format!("{page}?form=returned#problems"));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// The page.
#[component]
pub fn AddressPage() -> impl IntoView {
    let (services, session, asked) = (services(), context::session(), returned::asked());
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let new = services.accounts.new_address(&me).await?;
        let named: Option<Returned<AskForm>> = returned::see(&services, ASK, asked.clone()).await;
        let typed: Option<Returned<AddressForm>> = returned::see(&services, CODES, asked).await;
        Ok(view! {
            <Shown
                me
                new
                named=named.unwrap_or_default()
                typed=typed.unwrap_or_default()
            />
        })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    new: Option<String>,
    named: Returned<AskForm>,
    typed: Returned<AddressForm>,
) -> impl IntoView {
    let texts = texts();
    let problems: Vec<Invalid> = named.invalid.iter().chain(&typed.invalid).copied().collect();
    let old = me.email.clone();
    let codes = new.map(|new| view! { <Codes old=old.clone() new typed /> });
    let is_again = codes.is_some();
    view! {
        <Workspace place=Place::home(me.actor) title=texts.get("address-title")>
            <Problems invalid=problems />
            {codes}
            <section class="section" aria-labelledby="name">
                <h2 id="name">
                    {texts.get(if is_again { "address-again-title" } else { "address-name-title" })}
                </h2>
                <p>{texts.with("account-email", &[("email", old.into())])}</p>
                <p>{texts.get("address-text")}</p>
                <form class="form" method="post" action="/api/address-change" novalidate>
                    <input type="hidden" name="form[language]" value=language().code() />
                    <TextField
                        field=Field::Email
                        name="form[email]"
                        label="address-new"
                        value=named.values.email
                        invalid=named.invalid
                        kind=Kind::Email
                        autocomplete="email"
                    />
                    <button class=if is_again { "button second" } else { "button" } type="submit">
                        {texts.get("address-ask")}
                    </button>
                </form>
            </section>
        </Workspace>
    }
}

/// Where both codes are typed.
#[component]
fn Codes(old: String, new: String, typed: Returned<AddressForm>) -> impl IntoView {
    let texts = texts();
    let sent = [("old", old.into()), ("new", new.into())];
    view! {
        <section class="section" aria-labelledby="codes">
            <h2 id="codes">{texts.get("sign-in-sent-title")}</h2>
            <p>{texts.with("address-sent", &sent)}</p>
            <form class="form" method="post" action="/api/address" novalidate>
                <input type="hidden" name="form[language]" value=language().code() />
                <TextField
                    field=Field::SignInCode
                    name="form[code]"
                    label="address-old-code"
                    value=typed.values.code
                    invalid=typed.invalid.clone()
                    kind=Kind::Code
                    max=40
                />
                <TextField
                    field=Field::OtherCode
                    name="form[other]"
                    label="address-new-code"
                    value=typed.values.other
                    invalid=typed.invalid
                    kind=Kind::Code
                    max=40
                />
                <button class="button" type="submit">
                    {texts.get("address-change")}
                </button>
            </form>
        </section>
    }
}
