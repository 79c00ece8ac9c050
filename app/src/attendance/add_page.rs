//! An organiser registers people for someone.

use domain::accounts::Action;
use domain::events::TicketKind;
use domain::invalid::{Field, Invalid};
use domain::language::Language;
use domain::registrations::{Draft, MAX_ATTENDEES};
use leptos::prelude::*;
use services::Error;
use services::accounts::SignedIn;
use services::events::own::{OwnDate, OwnEvent};
use services::registrations::by_hand::ByHand;

use super::AddForm;
use super::forms::{list, sent};
use crate::context::{self, dates, form_key, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::{Choice, Kind, Problems, TextField};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// What the returned form is called.
const FORM: &str = "registration-by-hand";

/// How many people there is room for before more is asked for.
const AT_FIRST: usize = 3;

/// What the fields of each person are sent as: the name, and in which capacity they come.
const PEOPLE: [(&str, &str); MAX_ATTENDEES] = [
    ("form[attendees][0][name]", "form[attendees][0][ticket]"),
    ("form[attendees][1][name]", "form[attendees][1][ticket]"),
    ("form[attendees][2][name]", "form[attendees][2][ticket]"),
    ("form[attendees][3][name]", "form[attendees][3][ticket]"),
    ("form[attendees][4][name]", "form[attendees][4][ticket]"),
    ("form[attendees][5][name]", "form[attendees][5][ticket]"),
    ("form[attendees][6][name]", "form[attendees][6][ticket]"),
    ("form[attendees][7][name]", "form[attendees][7][ticket]"),
    ("form[attendees][8][name]", "form[attendees][8][ticket]"),
    ("form[attendees][9][name]", "form[attendees][9][ticket]"),
];

/// People are registered.
pub(super) async fn add(form: AddForm) -> Result<(), AppError> {
    let action = Action::ChangeRegistrations;
    let sent = sent(&form.language, &form.organisation, &form.event, action).await?;
    let services = context::services();
    let registrations = &services.registrations;
    let by_hand = by_hand(&form)?;
    match registrations.add_by_hand(&sent.me.actor, &sent.event, by_hand).await {
        Ok(reference) => {
            returned::forget();
            context::see_other(&format!("{}/{reference}?done=added#done", sent.list));
            Ok(())
        }
        Err(Error::Invalid(invalid)) => {
            returned::keep(FORM, form, invalid).await?;
            context::see_other(&format!("{}/new?form=returned#problems", sent.list));
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

fn by_hand(form: &AddForm) -> Result<ByHand, AppError> {
    let mut attendees = form.attendees.clone();
    // Room that was not needed at the end of the form is not somebody without a name.
    while attendees.len() > 1 && attendees.last().is_some_and(|one| one.name.trim().is_empty()) {
        attendees.pop();
    }
    Ok(ByHand {
        date: form.date.parse().ok(),
        key: form.key.parse().map_err(|_| AppError::Unreadable)?,
        language: form.mail_language.parse().ok(),
        mail: !form.mail.is_empty(),
        draft: Draft {
            contact_name: form.contact_name.clone(),
            contact_email: form.contact_email.clone(),
            attendees,
        },
    })
}

/// The page with the form.
#[component]
pub fn AddPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let (asked, key) = (returned::asked(), form_key());
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let action = Action::ChangeRegistrations;
        let events = &services.events;
        let event = events.own(&me.actor, &organisation, &slug, action, language).await?;
        let own_dates = events.own_dates(&event).await?;
        let fresh = || AddForm {
            key,
            mail: "on".into(),
            mail_language: language.code().into(),
            ..AddForm::default()
        };
        let returned: Option<Returned<AddForm>> = returned::see(&services, FORM, asked).await;
        let (values, invalid) =
            returned.map_or_else(|| (fresh(), Vec::new()), |back| (back.values, back.invalid));
        Ok(view! { <Shown me event own_dates values invalid /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    event: OwnEvent,
    own_dates: Vec<OwnDate>,
    values: AddForm,
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let texts = texts();
    let list = list(language(), &event);
    let now = services().now();
    let open = own_dates.iter().filter(|date| date.when.ends_at > now && !date.cancelled);
    let open: Vec<(String, String)> =
        open.map(|date| (date.when.starts.to_string(), dates().start(&date.when))).collect();
    let tickets = tickets(&own_dates);
    let hidden = [
        ("form[language]", language().code().to_owned()),
        ("form[organisation]", event.organisation.slug.clone()),
        ("form[event]", event.slug.clone()),
        ("form[key]", values.key.clone()),
    ];
    let hidden = hidden
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    view! {
        <Workspace place=Place::event(me.actor, event) title=texts.get("by-hand-title")>
            <Problems invalid=invalid.clone() />
            <p>
                <a class="crumb" href=list>
                    {texts.get("registration-back")}
                </a>
            </p>
            <p>{texts.get("by-hand-text")}</p>
            <form class="form" method="post" action="/api/registration" novalidate>
                {hidden.collect_view()}
                <Choice
                    field=Field::AddedDate
                    name="form[date]"
                    label="attendance-date"
                    options=open
                    value=values.date.clone()
                    invalid=invalid.clone()
                />
                <ForWhom values=values.clone() invalid=invalid.clone() />
                <People values tickets invalid />
                <p>
                    <button class="button" type="submit">
                        {texts.get("by-hand-button")}
                    </button>
                </p>
            </form>
        </Workspace>
    }
}

/// Whom to write to, in which language, and whether to.
#[component]
fn ForWhom(values: AddForm, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let languages = Language::ALL.iter();
    let languages: Vec<(String, String)> =
        languages.map(|one| (one.code().to_owned(), one.native_name().to_owned())).collect();
    view! {
        <TextField
            field=Field::ContactName
            name="form[contact_name]"
            label="by-hand-contact-name"
            value=values.contact_name
            invalid=invalid.clone()
        />
        <TextField
            field=Field::ContactEmail
            name="form[contact_email]"
            label="by-hand-contact-email"
            value=values.contact_email
            invalid=invalid.clone()
            kind=Kind::Email
        />
        <Choice
            field=Field::AddedLanguage
            name="form[mail_language]"
            label="attendance-language"
            options=languages
            value=values.mail_language
            invalid
        />
        <label class="check">
            <input type="checkbox" name="form[mail]" checked=!values.mail.is_empty() />
            <span>{texts.get("by-hand-mail")}</span>
        </label>
    }
}

/// Everyone who comes: room for some, and for more if it is asked for.
#[component]
fn People(values: AddForm, tickets: Vec<(String, String)>, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let is_more = values.attendees.iter().skip(AT_FIRST).any(|one| !one.name.is_empty());
    let person = move |index: usize| {
        let (name_of, ticket_of) = PEOPLE[index];
        let typed = values.attendees.get(index).cloned().unwrap_or_default();
        let number = i64::try_from(index + 1).unwrap_or_default();
        view! {
            <fieldset>
                <legend>{texts.with("by-hand-person", &[("number", number.into())])}</legend>
                <TextField
                    field=Field::AttendeeName(index)
                    name=name_of
                    label="attendance-name"
                    value=typed.name
                    invalid=invalid.clone()
                    max=domain::text::Name::MAX
                    optional={index > 0}
                />
                <Choice
                    field=Field::AttendeeTicket(index)
                    name=ticket_of
                    label="attendance-ticket"
                    options=tickets.clone()
                    value=typed.ticket
                    invalid=invalid.clone()
                />
            </fieldset>
        }
    };
    view! {
        <div id=Field::Attendees.to_string() tabindex="-1">
            {(0..AT_FIRST).map(&person).collect_view()}
            <details class="filters" open=is_more>
                <summary>{texts.get("by-hand-more")}</summary>
                {(AT_FIRST..MAX_ATTENDEES).map(&person).collect_view()}
            </details>
        </div>
    }
}

/// In which capacities one comes to any of these dates.
fn tickets(own_dates: &[OwnDate]) -> Vec<(String, String)> {
    let mut kinds: Vec<TicketKind> =
        own_dates.iter().flat_map(|date| date.tickets.iter().map(|(kind, ..)| *kind)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let choice = |kind: TicketKind| {
        (kind.code().to_owned(), texts().get(&format!("ticket-{}", kind.code())))
    };
    kinds.into_iter().map(choice).collect()
}
