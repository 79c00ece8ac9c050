//! Tables of settings and what is said about them.

use super::{Config, Mistake, SmtpTls, Sources};

const KEY: &str = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";

fn parse(pairs: &[(&str, &str)]) -> Result<Config, Vec<Mistake>> {
    let values = pairs.iter().map(|(key, value)| (format!("CONCORD_{key}"), (*value).to_owned()));
    Config::parse(&Sources {
        values: values.collect(),
        default_site_dir: "site".into(),
        ..Sources::default()
    })
}

/// Exactly one mistake, in this setting, and its text has this in it.
#[track_caller]
fn assert_refused(pairs: &[(&str, &str)], key: &str, part: &str) {
    let mistakes = parse(pairs).expect_err("refused");
    let [mistake] = mistakes.as_slice() else { panic!("{mistakes:?}") };
    assert_eq!(mistake.key, format!("CONCORD_{key}"));
    assert!(mistake.to_string().contains(part), "{mistake}");
    assert!(!mistake.to_string().contains("hunter2"), "a secret is shown: {mistake}");
}

#[track_caller]
fn assert_accepted(pairs: &[(&str, &str)]) -> Config {
    parse(pairs).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

#[test]
fn nothing_set_is_a_server_for_this_machine_alone() {
    let config = assert_accepted(&[]);
    assert_eq!(config.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(config.base_url.as_str(), "http://localhost:3000/");
    assert_eq!(config.mail_from.to_string(), "Concord <no-reply@localhost>");
    assert_eq!(config.mail_retry.as_secs(), 60);
    assert!(config.smtp.is_none() && config.is_local() && !config.is_https());
}

#[test]
fn defaults_follow_what_is_set() {
    let config = assert_accepted(&[("LISTEN", "127.0.0.1:4000"), ("DATA_DIR", "elsewhere")]);
    assert_eq!(config.base_url.as_str(), "http://localhost:4000/");
    let database = secrecy::ExposeSecret::expose_secret(&config.database_url);
    assert_eq!(database, "sqlite:elsewhere/concord.db");
}

#[test]
fn a_production_server_is_accepted() {
    let config = assert_accepted(&[
        ("LISTEN", "0.0.0.0:8080"),
        ("BASE_URL", "https://events.example.org"),
        ("DATABASE_URL", "postgres://concord:hunter2@db/concord"),
        ("SMTP_URL", "smtps://concord:hunter2@mail.example.org"),
        ("MAIL_FROM", "Événements <events@example.org>"),
        ("MAIL_RETRY", "2m"),
        ("SECRET_KEY", KEY),
        ("TRUSTED_PROXIES", "10.0.0.5, 10.1.0.0/16,::1"),
    ]);
    assert!(config.is_https() && !config.is_local());
    assert_eq!(config.smtp.as_ref().unwrap().tls, SmtpTls::Implicit);
    assert_eq!(config.trusted_proxies.len(), 3);
    assert!(config.secrets().is_ok());
    assert!(!format!("{config:?}").contains("hunter2"));
}

#[test]
fn each_wrong_value_is_named() {
    assert_refused(&[("LISTEN", "localhost")], "LISTEN", "127.0.0.1:3000");
    assert_refused(&[("LISTEN", "127.0.0.1:99999")], "LISTEN", "not an IP address");
    assert_refused(&[("BASE_URL", "events.example.org")], "BASE_URL", "not a URL");
    assert_refused(&[("BASE_URL", "ftp://example.org")], "BASE_URL", "neither https://");
    assert_refused(&[("BASE_URL", "https://example.org/events")], "BASE_URL", "after the host");
    assert_refused(&[("BASE_URL", "https://u:hunter2@example.org")], "BASE_URL", "password");
    assert_refused(&[("BASE_URL", "https://example.org.")], "BASE_URL", "dot");
    assert_refused(&[("DATABASE_URL", "mysql://hunter2@h/d")], "DATABASE_URL", "postgres://");
    assert_refused(&[("DATABASE_URL", "sqlite:")], "DATABASE_URL", "sqlite:");
    assert_refused(&[("SMTP_URL", "smtp://u:hunter2@mail.example.org")], "SMTP_URL", "open");
    assert_refused(&[("MAIL_FROM", "nobody")], "MAIL_FROM", "not a mail address");
    assert_refused(&[("MAIL_FROM", "A\r\nBcc: x <a@example.org>")], "MAIL_FROM", "not a mail");
    assert_refused(&[("MAIL_RETRY", "0s")], "MAIL_RETRY", "between 1s and 6h");
    assert_refused(&[("MAIL_RETRY", "a while")], "MAIL_RETRY", "60s");
    assert_refused(&[("METRICS_LISTEN", "9090")], "METRICS_LISTEN", "not an IP address");
    assert_refused(&[("TRUSTED_PROXIES", "proxy.local")], "TRUSTED_PROXIES", "neither");
    assert_refused(&[("TRUSTED_PROXIES", "0.0.0.0/0")], "TRUSTED_PROXIES", "every address");
    assert_refused(&[("SECRET_KEY", "hunter2")], "SECRET_KEY", "32 bytes");
    let zeros = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    assert_refused(&[("SECRET_KEY", zeros)], "SECRET_KEY", "same byte");
}

#[test]
fn dangerous_settings_are_refused() {
    assert_refused(&[("BASE_URL", "http://events.example.org")], "BASE_URL", "in the open");
    assert_refused(&[("BASE_URL", "http://localhost.example.org")], "BASE_URL", "in the open");
    assert_refused(&[("LISTEN", "0.0.0.0:3000")], "BASE_URL", "is not set");
    let smtp = ("SMTP_URL", "smtps://mail.example.org");
    assert_refused(&[smtp], "MAIL_FROM", "is not set");
    assert_refused(&[("SITE_DIR", "."), ("DATA_DIR", "./data")], "SITE_DIR", "data directory");
    assert_accepted(&[("LISTEN", "0.0.0.0:3000"), ("BASE_URL", "http://localhost:3000")]);
    assert_accepted(&[("SMTP_URL", "smtp://127.0.0.1:1025")]);
}

#[test]
fn all_mistakes_are_found_at_once() {
    let mistakes = parse(&[("LISTEN", "x"), ("MAIL_RETRY", "x"), ("SECRET_KEY", "x")]);
    assert_eq!(mistakes.unwrap_err().len(), 3);
}

#[test]
fn keys_are_read_in_both_alphabets() {
    for key in [KEY, KEY.trim_end_matches('='), "-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_8"] {
        assert_accepted(&[("SECRET_KEY", key)]);
    }
}

#[test]
fn a_provider_is_named_whole_or_not_at_all() {
    let config = assert_accepted(&[
        ("OIDC_ISSUER", "https://login.example.org/realms/club/"),
        ("OIDC_CLIENT_ID", "concord"),
        ("OIDC_CLIENT_SECRET", "hunter2"),
    ]);
    let provider = config.oidc.expect("a provider");
    assert_eq!(provider.issuer, "https://login.example.org/realms/club/", "letter by letter");
    assert_eq!((provider.name.as_str(), provider.is_loopback), ("login.example.org", false));
    assert!(!format!("{provider:?}").contains("hunter2"));
    assert!(assert_accepted(&[]).oidc.is_none());
    assert_refused(&[("OIDC_ISSUER", "https://login.example.org")], "OIDC_CLIENT_ID", "not set");
    assert_refused(&[("OIDC_CLIENT_SECRET", "hunter2")], "OIDC_ISSUER", "not set");
    let open = [("OIDC_ISSUER", "http://login.example.org"), ("OIDC_CLIENT_ID", "concord")];
    assert_refused(&open, "OIDC_ISSUER", "is http");
}
