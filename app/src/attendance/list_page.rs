//! Who comes to an event.

use domain::accounts::Action;
use domain::invalid::{Code, Field, Invalid};
use leptos::prelude::*;
use services::accounts::SignedIn;
use services::events::own::{OwnDate, OwnEvent};
use services::registrations::check_in::{Person, Who};
use services::registrations::list::{Attendance, Filter, PER_PAGE, PlaceState, Reach};
use services::registrations::tags::Tag;

use super::about::About;
use super::columns::{self, Choose, Column};
use super::filters::Filters;
use super::rows::{Button, Of, Rows};
use super::{asked, forms};
use crate::context::{self, language, services, texts};
use crate::ui::form::Problems;
use crate::ui::page::when_ready;
use crate::ui::paging::Paging;
use crate::ui::workspace::{Place, Workspace};

/// What the address asks for.
#[derive(Clone)]
struct Asked {
    filter: Filter,
    page: i64,
    /// Who was checked in a moment ago, or was not.
    who: Option<Who>,
    /// Whether they were here already.
    again: bool,
    /// Whether nobody was chosen for what was to be done with many.
    problem: bool,
    /// How many were added from a file a moment ago.
    imported: Option<i64>,
}

/// Who comes to an event.
#[component]
pub fn RegistrationsPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let asked = Asked {
        filter: asked::filter(context::query),
        page: context::query("page").parse().unwrap_or(1).clamp(1, 10_000),
        who: Who::parse(&context::query("who")),
        again: !context::query("again").is_empty(),
        problem: context::query("form") == "nobody",
        imported: context::query("imported").parse().ok(),
    };
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let (events, registrations) = (&services.events, &services.registrations);
        let event = events.own(&me.actor, &organisation, &slug, Action::SeeNames, language).await?;
        let own_dates = events.own_dates(&event).await?;
        let (filter, page) = (&asked.filter, asked.page);
        let attendance = registrations.attendance(&me.actor, &event, filter, page).await?;
        let person = match &asked.who {
            Some(who) => registrations.person(&me.actor, &event, who).await.ok(),
            None => None,
        };
        let columns = columns::chosen(Reach::of(&me.actor, &event), own_dates.len() > 1);
        let answers = match columns.contains(&Column::Answers) {
            true => {
                let listed = &attendance.listed;
                registrations.listed_answers(&me.actor, &event, listed, language).await?
            }
            false => Default::default(),
        };
        let tags = match Reach::of(&me.actor, &event).whole {
            true => registrations.tags(&me.actor, &event).await?,
            false => Vec::new(),
        };
        Ok(view! { <Shown me event own_dates attendance asked person tags columns answers /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    event: OwnEvent,
    own_dates: Vec<OwnDate>,
    attendance: Attendance,
    asked: Asked,
    person: Option<Person>,
    tags: Vec<Tag>,
    columns: Vec<Column>,
    answers: (Vec<String>, Vec<Vec<String>>),
) -> impl IntoView {
    let texts = texts();
    let (questions, answers) = answers;
    let reach = Reach::of(&me.actor, &event);
    let list = forms::list(language(), &event);
    let query = asked::query(&asked.filter, asked.page);
    let choose = {
        let (event, query, columns) = (event.clone(), query.clone(), columns.clone());
        view! { <Choose event query columns reach /> }
    };
    let of = {
        let (list, own_dates, tags) = (list.clone(), own_dates.clone(), tags.clone());
        Of { list, own_dates, reach, columns, tags, questions }
    };
    let done = asked.who.clone().zip(person).map(|(who, person)| {
        let (of, event, query) = (of.clone(), event.clone(), query.clone());
        view! { <Moment who person again=asked.again of event query /> }
    });
    let filter = asked.filter;
    let total = attendance.total;
    let address = {
        let (list, filter) = (list.clone(), filter.clone());
        move |page| format!("{list}{}", asked::query(&filter, page))
    };
    let rows = if attendance.total == 0 {
        let is_all = filter == Filter::default();
        let key = if is_all { "attendance-nobody" } else { "attendance-none" };
        view! { <p class="lead">{texts.get(key)}</p> }.into_any()
    } else {
        let (listed, event) = (attendance.listed, event.clone());
        view! { <Rows listed answers of event query total /> }.into_any()
    };
    let count = texts.with("attendance-count", &[("count", attendance.total.into())]);
    let take = view! { <Take list=list.clone() filter=filter.clone() reach /> };
    let own = (event.language != language()).then(|| event.language.code());
    let title = event.title.clone();
    let imported = asked.imported.map(|count| {
        view! {
            <p class="notice good" role="status" id="done" tabindex="-1">
                {texts.with("import-done", &[("count", count.into())])}
            </p>
        }
    });
    let nobody = asked.problem.then(|| {
        let invalid = vec![Invalid::new(Field::Bulk, Code::NobodyChosen)];
        view! { <Problems invalid /> }
    });
    view! {
        <Workspace place=Place::event(me.actor, event) title title_language=own>
            {nobody}
            {imported}
            {done}
            <Filters action=list filter own_dates tags whole=reach.whole />
            {choose}
            <p class="count" id="list">
                {count}
            </p>
            {rows}
            <Paging page=asked.page total per_page=PER_PAGE address />
            {take}
        </Workspace>
    }
}

/// What is true now of the one whose button was pressed, and the way back.
#[component]
fn Moment(
    who: Who,
    person: Person,
    again: bool,
    of: Of,
    event: OwnEvent,
    query: String,
) -> impl IntoView {
    let texts = texts();
    let name = ("name", person.name.as_str().into());
    let (class, words) = match (person.state, person.here_since) {
        (PlaceState::GivenBack, _) => ("notice bad", texts.with("attendance-has-gone", &[name])),
        (PlaceState::Coming, None) => ("notice", texts.with("attendance-is-not-here", &[name])),
        (PlaceState::Coming, Some(since)) => {
            let key = if again { "attendance-was-here" } else { "attendance-is-here" };
            let words = texts.with(key, &[name, ("time", of.clock(since).into())]);
            (if again { "notice bad" } else { "notice good" }, words)
        }
    };
    let is_here = person.here_since.is_some();
    let can_undo = of.reach.check_in && is_here && !again;
    let undo = can_undo.then(|| {
        view! {
            <form method="post" action="/api/check-in">
                {About::list(&event, query).fields()}
                <Button who name=person.name.clone() is_here />
            </form>
        }
    });
    view! {
        <div class=format!("{class} moment") id="done" tabindex="-1">
            <p role="status">{words}</p>
            {undo}
        </div>
    }
}

/// The same people as a file, or on paper.
#[component]
fn Take(list: String, filter: Filter, reach: Reach) -> impl IntoView {
    let texts = texts();
    let query = asked::query(&filter, 1);
    let file = |(kind, key): (&str, &str)| {
        view! {
            <li>
                <a class="more" href=format!("{list}.{kind}{query}") download>
                    {texts.get(key)}
                </a>
            </li>
        }
    };
    let kinds = [("xlsx", "attendance-export-sheet"), ("csv", "attendance-export")];
    let files = reach.export.then(|| kinds.into_iter().map(file).collect_view());
    let link = |place: &str, key| {
        view! {
            <li>
                <a class="more" href=format!("{list}/{place}")>
                    {texts.get(key)}
                </a>
            </li>
        }
    };
    let add = reach.change.then(|| (link("new", "by-hand-title"), link("import", "import-title")));
    let date = filter.date.map(|date| format!("?date={date}")).unwrap_or_default();
    view! {
        <ul class="tags section-top">
            {add} {files}
            <li>
                <a class="more" href=format!("{list}/door-list{date}")>
                    {texts.get("attendance-door-list")}
                </a>
            </li>
        </ul>
    }
}
