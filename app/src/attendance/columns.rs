//! Which columns the list has: chosen on the page, kept in a cookie.
//!
//! A cookie and not a table: the same person wants other columns on a phone at the door than at a
//! desk, and what is kept says nothing of anybody. Whatever it asks for, nobody sees more than their
//! role lets them (`Column::is_of`).

use std::collections::BTreeMap;

use leptos::prelude::*;
use services::events::own::OwnEvent;
use services::registrations::list::Reach;

use super::about::About;
use crate::context::{self, texts};

/// What the name of the cookie ends in.
const COOKIE: &str = "concord-columns";

/// For how many seconds a choice is kept: a year.
const LIFETIME: i64 = 365 * 24 * 60 * 60;

/// A column that can be chosen. The name, and whether they come, are always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The code of the registration.
    Reference,
    /// The place in the registration.
    Position,
    /// In which capacity they come.
    Ticket,
    /// The date.
    Date,
    /// Who registered them.
    Contact,
    /// The address of that person.
    Email,
    /// The language of the mails.
    Language,
    /// When they registered.
    Registered,
    /// Since when they are here.
    Here,
    /// The tags of the registration.
    Tags,
    /// What they answered: a column for each question.
    Answers,
}

impl Column {
    /// Every column, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Ticket,
        Self::Date,
        Self::Contact,
        Self::Email,
        Self::Language,
        Self::Registered,
        Self::Tags,
        Self::Reference,
        Self::Position,
        Self::Here,
        Self::Answers,
    ];

    /// The stable code: in the cookie and in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Position => "position",
            Self::Ticket => "ticket",
            Self::Date => "date",
            Self::Contact => "contact",
            Self::Email => "email",
            Self::Language => "language",
            Self::Registered => "registered",
            Self::Here => "here",
            Self::Tags => "tags",
            Self::Answers => "answers",
        }
    }

    /// The key of its head.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Reference => "attendance-reference",
            Self::Position => "lists-position",
            Self::Ticket => "attendance-ticket",
            Self::Date => "attendance-date",
            Self::Contact => "attendance-contact",
            Self::Email => "attendance-email",
            Self::Language => "attendance-language",
            Self::Registered => "attendance-registered",
            Self::Here => "attendance-here-since",
            Self::Tags => "lists-tags",
            Self::Answers => "lists-answers",
        }
    }

    /// Whether it is for someone with this reach: the door has no columns about the contact person.
    #[must_use]
    pub const fn is_of(self, reach: Reach) -> bool {
        match self {
            Self::Reference | Self::Position | Self::Ticket | Self::Date | Self::Here => true,
            Self::Contact
            | Self::Email
            | Self::Language
            | Self::Registered
            | Self::Tags
            | Self::Answers => reach.whole,
        }
    }

    /// Whether it is there for those who chose nothing.
    const fn is_usual(self, several_dates: bool) -> bool {
        match self {
            Self::Date => several_dates,
            Self::Ticket | Self::Contact | Self::Email | Self::Tags | Self::Reference => true,
            Self::Language | Self::Registered | Self::Position | Self::Here | Self::Answers => {
                false
            }
        }
    }
}

/// The columns that this browser chose, as far as they are for this reach; else the usual ones.
#[must_use]
pub fn chosen(reach: Reach, several_dates: bool) -> Vec<Column> {
    columns_in(context::own_cookie(COOKIE).as_deref(), reach, several_dates)
}

fn columns_in(cookie: Option<&str>, reach: Reach, several_dates: bool) -> Vec<Column> {
    let is_chosen = |column: &Column| match cookie {
        Some(codes) => codes.split('.').any(|code| code == column.code()),
        None => column.is_usual(several_dates),
    };
    let columns = Column::ALL.into_iter();
    columns.filter(|column| column.is_of(reach)).filter(is_chosen).collect()
}

/// Keeps a choice: the codes that were ticked; none of them for the usual columns.
pub fn keep(ticked: &BTreeMap<String, String>, is_usual: bool) {
    let codes = Column::ALL.into_iter().map(Column::code);
    let codes: Vec<&str> = codes.filter(|code| ticked.contains_key(*code)).collect();
    if is_usual {
        context::set_own_cookie(COOKIE, "", 0);
    } else {
        // A cookie without a value is none: the dot stands for no column at all.
        context::set_own_cookie(COOKIE, &format!("{}.", codes.join(".")), LIFETIME);
    }
}

/// The form that chooses them.
#[component]
pub fn Choose(
    /// The event of the list.
    event: OwnEvent,
    /// The query of the list.
    query: String,
    /// What is shown now.
    columns: Vec<Column>,
    /// What the one who looks may see.
    reach: Reach,
) -> impl IntoView {
    let texts = texts();
    let boxes = Column::ALL.into_iter().filter(move |column| column.is_of(reach));
    let one = move |column: Column| {
        let name = format!("form[columns][{}]", column.code());
        view! {
            <label class="check">
                <input type="checkbox" name=name checked=columns.contains(&column) />
                <span>{texts.get(column.label())}</span>
            </label>
        }
    };
    view! {
        <details class="filters columns">
            <summary>{texts.get("lists-columns")}</summary>
            <form method="post" action="/api/list-columns">
                {About::list(&event, query).fields()}
                <fieldset class="checks in-a-row">
                    <legend>{texts.get("lists-columns-legend")}</legend>
                    {boxes.map(one).collect_view()}
                </fieldset>
                <p class="actions">
                    <button class="button second" type="submit">
                        {texts.get("lists-columns-button")}
                    </button>
                    <button class="button second" type="submit" name="form[usual]" value="yes">
                        {texts.get("lists-columns-usual")}
                    </button>
                </p>
            </form>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use services::registrations::list::Reach;

    use super::{Column, columns_in};

    const DOOR: Reach = Reach { whole: false, check_in: true, change: false, export: false };
    const OWNER: Reach = Reach { whole: true, check_in: true, change: true, export: true };

    #[test]
    fn the_door_never_has_columns_about_the_contact_person() {
        let all =
            "ticket.date.contact.email.language.registered.tags.reference.position.here.answers.";
        assert_eq!(columns_in(Some(all), OWNER, false), Column::ALL);
        for cookie in [Some(all), None] {
            let columns = columns_in(cookie, DOOR, true);
            assert!(!columns.is_empty());
            assert!(columns.into_iter().all(|column| column.is_of(DOOR)));
        }
    }

    #[test]
    fn who_chose_no_column_has_none_and_who_chose_nothing_the_usual_ones() {
        assert_eq!(columns_in(Some("."), OWNER, true), []);
        assert_eq!(columns_in(Some("no.such."), OWNER, true), []);
        assert!(columns_in(None, OWNER, true).contains(&Column::Date));
        assert!(!columns_in(None, OWNER, false).contains(&Column::Date));
    }
}
