//! The address of a mail server: `smtps://user:pass@host`, `smtp://host?tls=required`,
//! `smtp://127.0.0.1:1025`.
//!
//! There is no "TLS if the server offers it": whoever stands in between takes the offer away.

use secrecy::SecretString;
use url::Url;

use super::parse::is_loopback_host;

/// A mail server that takes our mail.
#[derive(Debug, Clone)]
pub struct SmtpServer {
    /// Its name, which its certificate has to bear.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: SmtpTls,
    /// Our account there.
    pub credentials: Option<(String, SecretString)>,
}

/// How a connection to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpTls {
    /// By TLS from its first byte.
    Implicit,
    /// By STARTTLS, and not used without it.
    Required,
    /// Not at all: inside this machine only.
    Plain,
}

impl SmtpServer {
    /// The server at this address.
    ///
    /// # Errors
    /// What is wrong, and what to do; without the address, which may hold a password.
    pub fn parse(address: &str) -> Result<Self, (String, String)> {
        let example = || "write for example smtps://user:password@mail.example.org".to_owned();
        let url = Url::parse(address).map_err(|_| ("is not a URL".to_owned(), example()))?;
        let host = url.host_str().filter(|host| !host.is_empty());
        let host = host.ok_or_else(|| ("names no host".to_owned(), example()))?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(("has a path".to_owned(), example()));
        }
        let tls = tls(&url, &host)?;
        let port = url.port().unwrap_or(match tls {
            SmtpTls::Implicit => 465,
            SmtpTls::Required => 587,
            SmtpTls::Plain => 25,
        });
        Ok(Self { host, port, tls, credentials: credentials(&url)? })
    }
}

fn tls(url: &Url, host: &str) -> Result<SmtpTls, (String, String)> {
    let mut wanted = None;
    for (key, value) in url.query_pairs() {
        if key != "tls" {
            let problem = format!("has an unknown option '{}'", key.escape_debug());
            return Err((problem, "the only option is ?tls=required".to_owned()));
        }
        wanted = Some(value.into_owned());
    }
    match (url.scheme(), wanted.as_deref()) {
        ("smtps", None | Some("required")) => Ok(SmtpTls::Implicit),
        ("smtp", Some("required")) => Ok(SmtpTls::Required),
        ("smtp", None) if is_loopback_host(host) => Ok(SmtpTls::Plain),
        ("smtp", None) => Err((
            "would send mail and password in the open".to_owned(),
            "write smtps://… or add ?tls=required".to_owned(),
        )),
        ("smtp" | "smtps", Some(_)) => Err((
            "asks for a weaker TLS than 'required', which anyone on the way can switch off"
                .to_owned(),
            "write smtps://… or ?tls=required".to_owned(),
        )),
        _ => Err((
            "begins with neither smtps:// nor smtp://".to_owned(),
            "write for example smtps://user:password@mail.example.org".to_owned(),
        )),
    }
}

fn credentials(url: &Url) -> Result<Option<(String, SecretString)>, (String, String)> {
    let decode = |text: &str| {
        percent_decoded(text).ok_or_else(|| {
            (
                "has a user or password that is not UTF-8 or not percent-encoded".to_owned(),
                "write every special character as % and two digits".to_owned(),
            )
        })
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) if !user.is_empty() => {
            Ok(Some((decode(user)?, SecretString::from(decode(password)?))))
        }
        _ => Err((
            "has a user without a password, or a password without a user".to_owned(),
            "write both: user:password@".to_owned(),
        )),
    }
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::{SmtpServer, SmtpTls};

    #[track_caller]
    fn assert_reads(address: &str, host: &str, port: u16, tls: SmtpTls) {
        let server = SmtpServer::parse(address).unwrap();
        assert_eq!((server.host.as_str(), server.port, server.tls), (host, port, tls));
    }

    #[track_caller]
    fn assert_refused(address: &str, part: &str) {
        let (problem, remedy) = SmtpServer::parse(address).unwrap_err();
        assert!(problem.contains(part), "{address}: {problem}");
        assert!(!problem.contains("secret") && !remedy.contains("secret"));
    }

    #[test]
    fn addresses_say_how_they_are_protected() {
        assert_reads("smtps://u:p@mail.example.org", "mail.example.org", 465, SmtpTls::Implicit);
        assert_reads("smtps://mail.example.org:4650", "mail.example.org", 4650, SmtpTls::Implicit);
        assert_reads("smtp://h.example:25?tls=required", "h.example", 25, SmtpTls::Required);
        assert_reads("smtp://h.example/?tls=required", "h.example", 587, SmtpTls::Required);
        assert_reads("smtp://127.0.0.1:1025", "127.0.0.1", 1025, SmtpTls::Plain);
        assert_reads("smtp://localhost", "localhost", 25, SmtpTls::Plain);
        assert_reads("smtp://[::1]:2525", "::1", 2525, SmtpTls::Plain);
    }

    #[test]
    fn a_connection_that_others_can_read_is_refused() {
        assert_refused("smtp://u:secret@mail.example.org", "in the open");
        assert_refused("smtp://u:secret@mail.example.org?tls=opportunistic", "weaker");
        assert_refused("smtps://u:secret@mail.example.org?tls=none", "weaker");
        assert_refused("smtp://127.0.0.1.example.org", "in the open");
        assert_refused("smtp://localhost.example.org", "in the open");
    }

    #[test]
    fn what_is_no_address_is_refused_without_being_quoted() {
        assert_refused("mail.example.org secret", "not a URL");
        assert_refused("https://u:secret@mail.example.org", "neither smtps");
        assert_refused("smtps://u:secret@", "");
        assert_refused("smtps://u:secret@host/path", "path");
        assert_refused("smtps://host?timeout=secret", "unknown option 'timeout'");
        assert_refused("smtps://user@host", "without a password");
        assert_refused("smtps://user:secret%zz@host", "percent-encoded");
    }

    #[test]
    fn accounts_are_decoded_and_never_shown() {
        let server = SmtpServer::parse("smtps://jo%40example.org:p%2Fw%3a@host").unwrap();
        assert!(!format!("{server:?}").contains("p/w"));
        let (user, password) = server.credentials.unwrap();
        assert_eq!((user.as_str(), password.expose_secret()), ("jo@example.org", "p/w:"));
    }
}
