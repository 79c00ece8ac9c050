//! What a search among attendees looks through, and what it looks for.

use domain::text::fold;

/// How many words of a search count; further ones would hardly narrow it down.
pub(super) const WORDS: usize = 4;

/// The most octets of a folded text, so that it fits the index in whatever script it is.
const LONGEST: usize = 400;

/// What someone who sees names alone can search for: the name, and the code on the ticket.
pub(crate) fn folded_name(name: &str, reference: &str) -> String {
    format!("{} {}", short(name), fold(reference))
}

/// What those can search for, too, who see registrations whole.
pub(crate) fn folded_contact(name: &str, email: &str) -> String {
    format!("{} {}", short(name), fold(email))
}

fn short(text: &str) -> String {
    let mut folded = fold(text);
    folded.truncate(folded.floor_char_boundary(LONGEST));
    folded
}

/// The words that were typed, folded: each is found somewhere, in any order. Of the code in a ticket,
/// which has a signature after a dot, the reference counts.
pub(super) fn words(words: &str) -> [Option<String>; WORDS] {
    let folded = fold(words);
    let mut words = folded.split(' ').filter(|word| !word.is_empty()).map(|word| {
        let reference = word.split_once('.').map(|(reference, _)| reference);
        reference.filter(|word| is_reference(word)).unwrap_or(word).to_owned()
    });
    std::array::from_fn(|_| words.next())
}

fn is_reference(word: &str) -> bool {
    word.len() == 11
        && word.bytes().enumerate().all(|(at, byte)| match at {
            5 => byte == b'-',
            _ => byte.is_ascii_alphanumeric(),
        })
}

/// The `like` pattern that finds a word.
pub(crate) fn pattern(word: &str) -> String {
    let mut pattern = String::from("%");
    for c in word.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::{folded_contact, folded_name, pattern, words};

    #[track_caller]
    fn assert_words(typed: &str, expected: &[&str]) {
        let found: Vec<String> = words(typed).into_iter().flatten().collect();
        assert_eq!(found, expected, "{typed:?}");
    }

    #[test]
    fn every_word_is_looked_for_on_its_own() {
        assert_words("", &[]);
        assert_words("  Hélène  DIALLO ", &["helene", "diallo"]);
        assert_words("a b\nc d e", &["a", "b", "c", "d"]);
        assert_eq!(pattern("50%_a\\b"), "%50\\%\\_a\\\\b%");
    }

    #[test]
    fn the_code_of_a_ticket_is_its_reference() {
        assert_words("7QK3M-X9T2B.aB_d-Fgh1jKlmn0p", &["7qk3m-x9t2b"]);
        assert_words("ada.lovelace@example.org", &["ada.lovelace@example.org"]);
    }

    #[test]
    fn folded_texts_fit_their_index_in_every_script() {
        // One letter that folding makes eighteen of.
        let long = "\u{fdfa}".repeat(100);
        assert!(folded_name(&long, "7QK3M-X9T2B").len() <= 412);
        assert!(folded_contact(&long, &"x".repeat(254)).len() <= 655);
        assert_eq!(folded_name("Émile  Zola", "7QK3M-X9T2B"), "emile zola 7qk3m-x9t2b");
    }
}
