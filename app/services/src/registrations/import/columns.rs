//! Which column of a file is what: recognised by its head in any of our languages, or chosen.

use std::collections::BTreeMap;

use domain::codes::UnknownCode;
use domain::events::TicketKind;
use domain::language::Language;
use domain::text::fold;

use crate::texts::Texts;

/// What a column of a file can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The name of the one who comes.
    Name,
    /// The contact person's mail address.
    Email,
    /// The contact person's name; that of the one who comes, if there is none.
    Contact,
    /// In which capacity they come.
    Ticket,
    /// The date.
    Date,
    /// The language of the mails.
    Language,
}

impl Column {
    /// Every column, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Email, Self::Contact, Self::Ticket, Self::Date, Self::Language];

    /// The stable code: in addresses and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Contact => "contact",
            Self::Ticket => "ticket",
            Self::Date => "date",
            Self::Language => "language",
        }
    }

    /// The key of its head, as our own files have it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Name => "attendance-name",
            Self::Email => "attendance-email",
            Self::Contact => "attendance-contact",
            Self::Ticket => "attendance-ticket",
            Self::Date => "attendance-date",
            Self::Language => "attendance-language",
        }
    }

    /// Other heads under which it is known.
    const fn also(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["full name", "attendee", "nom complet", "фио", "姓名", "الاسم الكامل"],
            Self::Email => {
                &["email", "e-mail", "mail", "courriel", "correo", "почта", "邮箱", "البريد"]
            }
            Self::Contact => &["contact", "contact name"],
            Self::Ticket => &["ticket", "type", "ticket type", "billet", "entrada", "билет"],
            Self::Date => &["when"],
            Self::Language => &["lang", "locale"],
        }
    }
}

impl std::str::FromStr for Column {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|column| column.code() == text);
        found.ok_or_else(|| UnknownCode { list: "Column", found: text.to_owned() })
    }
}

/// Where the columns stand in a file, from 0.
pub type Places = BTreeMap<Column, usize>;

/// Where the columns stand, as far as their heads tell.
pub(super) fn recognised(head: &[String]) -> Places {
    let folded: Vec<String> = head.iter().map(|cell| fold(cell.trim())).collect();
    let mut places = Places::new();
    for column in Column::ALL {
        let mut names: Vec<String> = column.also().iter().map(|name| fold(name)).collect();
        names.extend(Language::ALL.iter().map(|one| fold(&Texts(*one).get(column.label()))));
        names.push(column.code().to_owned());
        let taken: Vec<usize> = places.values().copied().collect();
        let found = folded
            .iter()
            .enumerate()
            .find(|(at, cell)| !taken.contains(at) && names.contains(cell));
        if let Some((at, _)) = found {
            places.insert(column, at);
        }
    }
    places
}

/// The words for each ticket type in all languages, folded.
pub(super) fn ticket_words(offered: &[TicketKind]) -> BTreeMap<String, TicketKind> {
    let mut words = BTreeMap::new();
    for kind in offered {
        words.insert(kind.code().to_owned(), *kind);
        for language in Language::ALL {
            let word = Texts(*language).get(&format!("ticket-{}", kind.code()));
            words.insert(fold(&word), *kind);
        }
    }
    words
}

/// The names of the languages, folded.
pub(super) fn language_words() -> BTreeMap<String, Language> {
    let of = |one: &Language| [(one.code().to_owned(), *one), (fold(one.native_name()), *one)];
    Language::ALL.iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::{Column, recognised};

    #[track_caller]
    fn assert_recognised(head: &[&str], expected: &[(Column, usize)]) {
        let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
        let found: Vec<_> = recognised(&head).into_iter().collect();
        assert_eq!(found, expected, "{head:?}");
    }

    #[test]
    fn heads_are_known_in_our_languages_and_as_others_write_them() {
        use Column::{Contact, Date, Email, Name};
        assert_recognised(&["E-Mail", "Full name"], &[(Name, 1), (Email, 0)]);
        assert_recognised(&["Référence", "Nom", "Date"], &[(Name, 1), (Date, 2)]);
        assert_recognised(&["姓名", "电子邮箱"], &[(Name, 0), (Email, 1)]);
        assert_recognised(&["الاسم", "جهة الاتصال"], &[(Name, 0), (Contact, 1)]);
        assert_recognised(&["a", "b"], &[]);
    }
}
