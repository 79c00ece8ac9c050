//! The catalogues of the six languages: nothing missing, nothing unused, nothing different.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use regex::Regex;

const LANGUAGES: [&str; 6] = ["ar", "zh", "en", "fr", "ru", "es"];

/// What a message is made of, as far as translations must agree on it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    variables: BTreeSet<String>,
    /// The plural forms of each selection.
    forms: Vec<BTreeSet<String>>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files_below(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_below(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
}

fn catalogue(language: &str) -> BTreeMap<String, Message> {
    let mut files = Vec::new();
    files_below(&root().join("app/locales").join(language), "ftl", &mut files);
    let mut messages = BTreeMap::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a catalogue");
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut seen = Message::default();
                look(message.value.as_ref().expect("a message has a text"), &mut seen);
                let earlier = messages.insert(message.id.name.to_owned(), seen);
                assert!(earlier.is_none(), "{language}: {} stands twice", message.id.name);
            }
        }
    }
    messages
}

fn look(pattern: &Pattern<&str>, seen: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            look_into(expression, seen);
        }
    }
}

fn look_into(expression: &Expression<&str>, seen: &mut Message) {
    let inline = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            let form = |key: &VariantKey<&str>| match key {
                VariantKey::Identifier { name } => (*name).to_owned(),
                VariantKey::NumberLiteral { value } => (*value).to_owned(),
            };
            seen.forms.push(variants.iter().map(|variant| form(&variant.key)).collect());
            variants.iter().for_each(|variant| look(&variant.value, seen));
            selector
        }
    };
    if let InlineExpression::VariableReference { id } = inline {
        seen.variables.insert(id.name.to_owned());
    }
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let english = catalogue("en");
    assert!(english.len() > 150, "the catalogues are read");
    for language in LANGUAGES {
        let other = catalogue(language);
        let keys = |messages: &BTreeMap<String, Message>| {
            messages.keys().cloned().collect::<BTreeSet<_>>()
        };
        let (here, there) = (keys(&english), keys(&other));
        let difference: Vec<_> = here.symmetric_difference(&there).collect();
        assert!(difference.is_empty(), "{language} differs in {difference:?}");
        for (key, message) in &english {
            assert_eq!(other[key].variables, message.variables, "{language}: {key}");
        }
    }
}

#[test]
fn every_selection_has_the_plural_forms_of_its_language() {
    let needed = |language| match language {
        "ar" => ["zero", "one", "two", "few", "many", "other"].as_slice(),
        "ru" => ["one", "few", "many", "other"].as_slice(),
        "zh" => ["other"].as_slice(),
        _ => ["one", "other"].as_slice(),
    };
    for language in LANGUAGES {
        for (key, message) in catalogue(language) {
            for forms in message.forms {
                for form in needed(language) {
                    assert!(forms.contains(*form), "{language}: {key} has no form `{form}`");
                }
            }
        }
    }
}

/// The string literals of our Rust sources.
fn literals() -> BTreeSet<String> {
    let mut files = Vec::new();
    for folder in ["app/src", "app/domain/src", "app/services/src", "server/src"] {
        files_below(&root().join(folder), "rs", &mut files);
    }
    let literal = Regex::new(r#""([a-z{][a-z0-9{}:_.()-]*)""#).expect("a pattern");
    let mut found = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(file).expect("a source");
        found.extend(literal.captures_iter(&text).map(|captures| captures[1].to_owned()));
    }
    found
}

/// The keys that a literal with holes can name: the same text around what is filled in.
fn patterns(literals: &BTreeSet<String>) -> Vec<Regex> {
    let hole = Regex::new(r"\{[^}]*\}").expect("a pattern");
    let pattern = |literal: &String| {
        let fixed: Vec<String> = hole.split(literal).map(regex::escape).collect();
        // A literal that is mostly holes names everything, and so nothing.
        let is_telling = fixed.len() > 1 && fixed.concat().len() >= 5;
        is_telling
            .then(|| Regex::new(&format!("^{}$", fixed.join("[a-z0-9-]+"))).expect("a pattern"))
    };
    literals.iter().filter_map(pattern).collect()
}

#[test]
fn every_message_is_used() {
    let literals = literals();
    let patterns = patterns(&literals);
    // `{page}-{number}-title` of the pages of text is put together from a name and a number.
    let of_pages = Regex::new(r"^(about|privacy|accessibility)-(title|lead|[1-9]-(title|text))$");
    let of_pages = of_pages.expect("a pattern");
    for key in catalogue("en").keys() {
        let used = of_pages.is_match(key)
            || literals.contains(key)
            || patterns.iter().any(|pattern| pattern.is_match(key));
        assert!(used, "{key} is used nowhere");
    }
}

#[test]
fn every_key_in_the_sources_has_its_message() {
    let mut files = Vec::new();
    for folder in ["app/src", "app/services/src", "server/src"] {
        files_below(&root().join(folder), "rs", &mut files);
    }
    let call = Regex::new(r#"texts?(?:\(\))?\s*\.(?:get|with|plain)\(\s*"([a-z0-9-]+)""#);
    let call = call.expect("a pattern");
    let messages = catalogue("en");
    let mut seen = 0;
    for file in files {
        let text = fs::read_to_string(&file).expect("a source");
        for captures in call.captures_iter(&text) {
            seen += 1;
            assert!(messages.contains_key(&captures[1]), "{}: {}", file.display(), &captures[1]);
        }
    }
    assert!(seen > 50, "the sources are read");
}

#[test]
fn components_hold_no_words() {
    let mut files = Vec::new();
    files_below(&root().join("app/src"), "rs", &mut files);
    // A text node: a literal alone on its line or between tags, with two letters or more.
    let text = Regex::new(r#"(?m)(?:^|>|\})\s*"([^"{}]*[A-Za-z]{2,}[^"{}]*)"\s*(?:$|<|\{)"#);
    let text = text.expect("a pattern");
    for file in files {
        let source = fs::read_to_string(&file).expect("a source");
        for view in source.split("view! {").skip(1) {
            let view = view.split("\n    }\n").next().unwrap_or_default();
            for captures in text.captures_iter(view) {
                assert_eq!(&captures[1], "Concord", "{}", file.display());
            }
        }
    }
}
