//! A provider that people sign in through (`OpenID` Connect).

use secrecy::SecretString;
use url::Url;

use super::parse::is_loopback_host;

/// A provider, and who we are there.
#[derive(Debug, Clone)]
pub struct OidcProvider {
    /// Its name for itself, letter by letter as it writes it.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our password there; without one, only PKCE shows that it is us.
    pub client_secret: Option<SecretString>,
    /// What people call it.
    pub name: String,
    /// Whether it is on this machine, where a connection needs no TLS.
    pub is_loopback: bool,
}

/// An issuer, as it is written, and whether it is on this machine.
pub(super) fn issuer(value: &str) -> Result<Option<(Url, String)>, (String, String)> {
    let wrong = |problem: &str| {
        let remedy = "write for example https://login.example.org/realms/club";
        Err((problem.to_owned(), remedy.to_owned()))
    };
    let Ok(url) = Url::parse(value) else { return wrong("is not a URL") };
    let Some(host) = url.host_str().filter(|host| !host.is_empty()) else {
        return wrong("names no host");
    };
    match url.scheme() {
        "https" => {}
        "http" if is_loopback_host(host) => {}
        "http" => return wrong("is http: anyone on the way could sign in as anybody"),
        _ => return wrong("does not begin with https://"),
    }
    if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
        return wrong("has a user, a query or a fragment");
    }
    Ok(Some((url, value.to_owned())))
}

impl OidcProvider {
    /// The provider at this issuer.
    pub(super) fn new(
        (url, issuer): (Url, String),
        client_id: String,
        client_secret: Option<SecretString>,
        name: Option<String>,
    ) -> Self {
        let host = url.host_str().unwrap_or_default();
        let name = name.unwrap_or_else(|| host.to_owned());
        let is_loopback = is_loopback_host(host);
        Self { issuer, client_id, client_secret, name, is_loopback }
    }
}

#[cfg(test)]
mod tests {
    use super::issuer;

    #[test]
    fn a_provider_is_reached_over_tls_or_on_this_machine() {
        for right in ["https://login.example.org", "http://127.0.0.1:4000", "http://localhost/a"] {
            let (_, kept) = issuer(right).unwrap().unwrap();
            assert_eq!(kept, right, "letter by letter");
        }
        for wrong in [
            "http://login.example.org",
            "login.example.org",
            "ftp://login.example.org",
            "https://a:b@login.example.org",
            "https://login.example.org?a=b",
        ] {
            issuer(wrong).unwrap_err();
        }
    }
}
