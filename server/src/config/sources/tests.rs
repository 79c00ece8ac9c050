//! Where settings are found, and what is said about those that do not exist.

use std::collections::BTreeMap;

use super::{distance, environment, file, merge};

fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

#[track_caller]
fn merged(
    environment: &[(&str, &str)],
    file: &[(&str, &str)],
) -> Result<BTreeMap<String, String>, String> {
    let mut mistakes = Vec::new();
    let read = |path: &str| match path {
        "/run/secrets/smtp" => Ok("smtps://u:p@mail.example.org\n".to_owned()),
        _ => Err("no such file".to_owned()),
    };
    let values = merge(map(environment), map(file), read, &mut mistakes);
    let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    if lines.is_empty() { Ok(values) } else { Err(lines.join("\n")) }
}

#[test]
fn the_environment_comes_before_the_file() {
    let values = merged(
        &[("CONCORD_LISTEN", "127.0.0.1:4000"), ("CONCORD_BASE_URL", "")],
        &[("CONCORD_LISTEN", "127.0.0.1:5000"), ("CONCORD_BASE_URL", "http://localhost:5000")],
    );
    let expected =
        map(&[("CONCORD_LISTEN", "127.0.0.1:4000"), ("CONCORD_BASE_URL", "http://localhost:5000")]);
    assert_eq!(values, Ok(expected));
}

#[test]
fn a_secret_is_read_from_its_file() {
    let values = merged(&[("CONCORD_SMTP_URL_FILE", "/run/secrets/smtp")], &[]);
    assert_eq!(values, Ok(map(&[("CONCORD_SMTP_URL", "smtps://u:p@mail.example.org")])));
    let twice =
        merged(&[("CONCORD_SMTP_URL", "x"), ("CONCORD_SMTP_URL_FILE", "/run/secrets/smtp")], &[]);
    assert_eq!(
        twice,
        Err("CONCORD_SMTP_URL: is given, and CONCORD_SMTP_URL_FILE too; take one of them away"
            .into())
    );
    let missing = merged(&[("CONCORD_SECRET_KEY_FILE", "/nowhere")], &[]);
    assert!(missing.is_err_and(|lines| lines.contains("/nowhere")));
}

#[test]
fn a_misspelt_key_is_named_with_the_one_that_was_meant() {
    let lines = merged(&[("CONCORD_SMTP_ULR", "x")], &[("CONCORD_WALLPAPER_STYLE", "x")]);
    assert_eq!(
        lines,
        Err("CONCORD_SMTP_ULR: there is no such setting; did you mean CONCORD_SMTP_URL?\n\
             CONCORD_WALLPAPER_STYLE: there is no such setting; take it away"
            .into())
    );
    assert_eq!(distance("kitten", "sitting"), 3);
}

#[test]
fn variables_of_others_are_left_alone() {
    let variables =
        ["PATH", "CONCORD_PORT_3000_TCP", "CONCORD_SERVICE_HOST", "CONCORD_BIN", "CONCORD_LISTEN"];
    let mut mistakes = Vec::new();
    let ours =
        environment(variables.into_iter().map(|key| (key.into(), "x".into())), &mut mistakes);
    assert_eq!(ours.into_keys().collect::<Vec<_>>(), ["CONCORD_LISTEN"]);
}

#[test]
fn the_file_holds_text_numbers_and_lists() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("concord.toml");
    let text = "CONCORD_LISTEN = \"127.0.0.1:1\"\nCONCORD_TRUSTED_PROXIES = [\"10.0.0.1\", \"::1\"]\nCONCORD_X.y = 1\n";
    std::fs::write(&path, text).unwrap();
    let mut mistakes = Vec::new();
    let values = file(path.to_str().unwrap(), &mut mistakes);
    assert_eq!(
        values,
        map(&[("CONCORD_LISTEN", "127.0.0.1:1"), ("CONCORD_TRUSTED_PROXIES", "10.0.0.1,::1")])
    );
    assert_eq!(mistakes.len(), 1);
    std::fs::write(&path, "CONCORD_LISTEN = \n").unwrap();
    file(path.to_str().unwrap(), &mut mistakes);
    assert_eq!(mistakes.len(), 2);
    assert!(file("/nowhere/concord.toml", &mut Vec::new()).is_empty());
}
