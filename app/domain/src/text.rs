//! Texts that people type, and the proof that they were looked at: `Name`, `Email`, `Slug`.
//!
//! A value of these types is in Unicode normal form C, has no control characters and none of the
//! marks that turn the writing direction of what follows, and fits its column. `check` functions
//! answer without normalising, so that the browser does not carry Unicode's tables.

use unicode_normalization::UnicodeNormalization;

use crate::invalid::Code;

/// A name of a person: 1 to 100 characters after trimming.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name(String);

impl Name {
    /// The most characters a name may have.
    pub const MAX: usize = 100;

    /// The name that this text gives.
    ///
    /// # Errors
    /// The code of the first rule that the text breaks.
    pub fn parse(text: &str) -> Result<Self, Code> {
        let composed: String = clean(text).nfc().collect();
        Self::check(&composed).map(|()| Self(composed))
    }

    /// Whether this text gives a name, without composing it (for the browser).
    ///
    /// # Errors
    /// The code of the first rule that the text breaks.
    pub fn check(text: &str) -> Result<(), Code> {
        let text = text.trim();
        if text.is_empty() {
            Err(Code::Required)
        } else if text.chars().any(turns_or_controls) {
            Err(Code::Control)
        } else if text.chars().count() > Self::MAX {
            Err(Code::TooLong)
        } else if !text.chars().any(char::is_alphanumeric) {
            Err(Code::NoLetters)
        } else {
            Ok(())
        }
    }

    /// The text, composed and trimmed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A mail address that can be written to: at most 254 octets (RFC 5321, 4.5.3.1.3), ASCII, a
/// dot-atom before the `@` (RFC 5322, 3.4.1) and a host name with a dot after it.
///
/// Quoted local parts and addresses outside ASCII (RFC 6531) are refused with a code of their own:
/// too many servers on the way refuse them later, when nobody looks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// The most octets an address may have.
    pub const MAX: usize = 254;

    /// The address that this text gives; its host in lower case.
    ///
    /// # Errors
    /// The code of the first rule that the text breaks.
    pub fn parse(text: &str) -> Result<Self, Code> {
        let text = text.trim();
        Self::check(text)?;
        let (local, host) = text.rsplit_once('@').ok_or(Code::Email)?;
        Ok(Self(format!("{local}@{}", host.to_ascii_lowercase())))
    }

    /// Whether this text gives an address.
    ///
    /// # Errors
    /// The code of the first rule that the text breaks.
    pub fn check(text: &str) -> Result<(), Code> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Code::Required);
        }
        if text.chars().any(turns_or_controls) {
            return Err(Code::Control);
        }
        if text.len() > Self::MAX {
            return Err(Code::TooLong);
        }
        if !text.is_ascii() {
            return Err(Code::EmailAscii);
        }
        let (local, host) = text.rsplit_once('@').ok_or(Code::Email)?;
        if is_dot_atom(local) && is_host(host) { Ok(()) } else { Err(Code::Email) }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The mailbox that this address is known to lead to: for limits, never for sending.
    ///
    /// Hosts whose rule is public are folded by it: what follows a `+` is left out (Gmail, Outlook,
    /// iCloud, Proton, Fastmail), dots do not count (Gmail, Proton), and `googlemail.com` is
    /// `gmail.com`. Everywhere else `a+b@` and `a@` may be two people.
    #[must_use]
    pub fn mailbox(&self) -> String {
        let folded = self.folded();
        let Some((local, host)) = folded.rsplit_once('@') else { return folded };
        let (host, no_dots) = match host {
            "gmail.com" | "googlemail.com" => ("gmail.com", true),
            "proton.me" | "protonmail.com" | "pm.me" => (host, true),
            "outlook.com" | "hotmail.com" | "live.com" | "msn.com" | "icloud.com" | "me.com"
            | "mac.com" | "fastmail.com" | "fastmail.fm" => (host, false),
            _ => return folded,
        };
        let local = local.split('+').next().unwrap_or_default();
        let local = if no_dots { local.replace('.', "") } else { local.to_owned() };
        format!("{local}@{host}")
    }

    /// The form under which two spellings of one address meet.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

fn is_dot_atom(local: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(c);
    (1..=64).contains(&local.len())
        && local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(allowed))
}

fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.') && host.split('.').all(label) && !last.chars().all(|c| c.is_ascii_digit())
}

/// The part of an address (URL) that names an event or organisation: `peace-cup-2027`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slug(String);

impl Slug {
    /// The most characters a slug may have.
    pub const MAX: usize = 60;

    /// The slug, if it is one: lower-case ASCII letters, digits and single inner hyphens.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let word = |word: &str| {
            !word.is_empty()
                && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        (text.len() <= Self::MAX && text.split('-').all(word)).then(|| Self(text.to_owned()))
    }

    /// A slug made from a title, as far as its letters are ASCII after decomposition.
    #[must_use]
    pub fn from_title(title: &str) -> Option<Self> {
        let title = title.replace(['’', 'ʼ'], "'");
        let ascii: String = title.nfkd().filter(char::is_ascii).collect::<String>().to_lowercase();
        let words: Vec<&str> =
            ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let mut slug = String::new();
        for word in words {
            if slug.len() + 1 + word.len() > Self::MAX {
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.push_str(word);
        }
        Self::parse(&slug)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The text under which a search finds another: composed for compatibility, lower case, without
/// accents, Arabic vowel signs and tatweel, with the forms of alef, yeh and teh marbuta unified.
#[must_use]
pub fn fold(text: &str) -> String {
    let is_mark = |c: &char| !unicode_normalization::char::is_combining_mark(*c) && *c != 'ـ';
    text.nfkd()
        .filter(is_mark)
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' => 'ي',
            'ة' => 'ه',
            'ё' => 'е',
            other => other,
        })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Trimmed, without the harmless marks of direction that keyboards add.
pub(crate) fn clean(text: &str) -> String {
    let invisible = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}');
    text.trim().chars().filter(|c| !invisible(*c)).collect::<String>().trim().to_owned()
}

/// Whether a character has no place in a line of text.
///
/// Control characters (C0, C1, line and paragraph separators) and the marks that embed, override or
/// isolate a direction (Unicode Standard Annex 9): with them a name could rewrite its surroundings.
/// Also the sign for what could not be read (U+FFFD): the text was in another encoding.
#[must_use]
pub fn turns_or_controls(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::{Email, Name, Slug, fold};
    use crate::invalid::Code;

    #[test]
    fn a_name_is_trimmed_and_composed() {
        let name = Name::parse("  Ame\u{301}lie \u{200f}").expect("a name");
        assert_eq!(name.as_str(), "Amélie");
    }

    #[track_caller]
    fn assert_refused(text: &str, code: Code) {
        assert_eq!(Name::parse(text), Err(code), "{text:?}");
    }

    #[test]
    fn names_that_are_none_are_refused_with_the_reason() {
        assert_refused("", Code::Required);
        assert_refused(" \u{200e} ", Code::Required);
        assert_refused("a\nb", Code::Control);
        assert_refused("a\0b", Code::Control);
        assert_refused("\u{202e}nhoJ", Code::Control);
        assert_refused("\u{2066}John", Code::Control);
        assert_refused("Jos\u{fffd}", Code::Control);
        assert_refused(&"x".repeat(101), Code::TooLong);
        assert_refused("···", Code::NoLetters);
    }

    #[test]
    fn names_of_every_script_are_names() {
        for name in ["李", "محمّد", "Nguyễn", "O’Brien", "नरेश", "👩‍👩‍👧 Ada", "3"]
        {
            assert!(Name::parse(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn addresses_are_read_as_mail_servers_read_them() {
        let long = format!(
            "{}@{}.example",
            "a".repeat(64),
            ["b".repeat(60), "c".repeat(60), "d".repeat(57)].join(".")
        );
        assert_eq!(long.len(), 252);
        for good in ["a@b.example", "a.b+tag@Sub.Example.ORG", "o'neil@x-y.example", &long] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        let bad = [
            "a",
            "a@b",
            "@b.example",
            "a@",
            "a..b@c.example",
            ".a@c.example",
            "a@-c.example",
            "a b@c.example",
            "a@c.example.",
            "a@1.2.3.4",
            "a@b@c.example\u{7f}",
            "\"a b\"@c.example",
        ];
        for bad in bad {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Email::parse("jürgen@c.example"), Err(Code::EmailAscii));
        assert_eq!(Email::parse(&format!("a@{}.example", "b.".repeat(130))), Err(Code::TooLong));
        assert_eq!(Email::parse("a@b.example\r\nBcc: x@y.example"), Err(Code::Control));
        let email = Email::parse("Ada@Example.ORG").expect("an address");
        assert_eq!(
            (email.as_str(), email.folded().as_str()),
            ("Ada@example.org", "ada@example.org")
        );
    }

    #[test]
    fn a_mailbox_is_folded_where_the_rule_of_its_host_is_known() {
        let mailbox = |text| Email::parse(text).expect("an address").mailbox();
        for one in ["a.da@gmail.com", "Ada+x@googlemail.com", "ad.a+y+z@Gmail.com"] {
            assert_eq!(mailbox(one), "ada@gmail.com", "{one}");
        }
        assert_eq!(mailbox("a.da+x@outlook.com"), "a.da@outlook.com");
        // Elsewhere they may be two people.
        for one in ["a.da+x@example.org", "ada+x@gmail.com.example"] {
            assert_eq!(mailbox(one), one);
        }
    }

    #[test]
    fn slugs_have_words_of_ascii() {
        for good in ["a", "peace-cup-2027"] {
            assert!(Slug::parse(good).is_some(), "{good}");
        }
        for bad in ["", "-a", "a--b", "A", "é", "a/b", "a-", &"a".repeat(61)] {
            assert!(Slug::parse(bad).is_none(), "{bad}");
        }
        assert_eq!(
            Slug::from_title("Fête de la Musique!").expect("a slug").as_str(),
            "fete-de-la-musique"
        );
        assert_eq!(Slug::from_title("音乐"), None);
    }

    #[test]
    fn searching_folds_what_people_do_not_type() {
        assert_eq!(fold("  Fête  À  "), "fete a");
        assert_eq!(fold("مُوسيقى"), fold("موسيقي"));
        assert_eq!(fold("الأُردُنّ"), "الاردن");
        assert_eq!(fold("Ёлка"), "елка");
    }
}
