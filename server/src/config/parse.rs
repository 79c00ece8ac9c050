//! From what was set to a `Config`: each value by itself, then those that must fit together.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use ipnet::IpNet;
use jiff::SignedDuration;
use lettre::message::Mailbox;
use secrecy::{SecretBox, SecretString};
use services::shield::Mode;
use url::Url;

use super::oidc::{OidcProvider, issuer};
use super::{Config, Mistake, SmtpServer, SmtpTls, Sources};

/// The first wait of a mail may be as short and as long as this.
const RETRY: (SignedDuration, SignedDuration) =
    (SignedDuration::from_secs(1), SignedDuration::from_hours(6));

/// What a value gives, or what is wrong with it and what to do.
type Parsed<T> = Result<T, (String, String)>;

/// Reads values by their key and keeps every mistake.
struct Reader<'a> {
    sources: &'a Sources,
    mistakes: Vec<Mistake>,
}

impl Reader<'_> {
    /// The value of this key; the default where there is none, or none that can be used.
    fn read<T>(&mut self, key: &str, default: T, parse: impl FnOnce(&str) -> Parsed<T>) -> T {
        match self.sources.values.get(key).map(|value| parse(value)) {
            None => default,
            Some(Ok(value)) => value,
            Some(Err((problem, remedy))) => {
                self.mistakes.push(Mistake::new(key, problem, remedy));
                default
            }
        }
    }

    fn has(&self, key: &str) -> bool {
        self.sources.values.contains_key(key)
    }

    fn refuse(&mut self, key: &str, problem: &str, remedy: &str) {
        self.mistakes.push(Mistake::new(key, problem, remedy));
    }
}

/// The settings that these sources give, or every mistake in them.
pub(super) fn parse(sources: &Sources) -> Result<Config, Vec<Mistake>> {
    let mut reader = Reader { sources, mistakes: sources.mistakes.clone() };
    let local = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 3000);
    let listen = reader.read("CONCORD_LISTEN", local, address);
    let data_dir = reader.read("CONCORD_DATA_DIR", PathBuf::from("data"), folder);
    let site_dir = reader.read("CONCORD_SITE_DIR", sources.default_site_dir.clone(), folder);
    let database = format!("sqlite:{}", data_dir.join("concord.db").display());
    let config = Config {
        database_url: reader.read("CONCORD_DATABASE_URL", database.into(), database_url),
        listen,
        base_url: reader.read("CONCORD_BASE_URL", default_base_url(listen), base_url),
        data_dir,
        site_dir,
        smtp: reader.read("CONCORD_SMTP_URL", None, |value| SmtpServer::parse(value).map(Some)),
        mail_from: reader.read("CONCORD_MAIL_FROM", default_mail_from(), mailbox),
        mail_retry: reader.read("CONCORD_MAIL_RETRY", SignedDuration::from_mins(1), retry),
        metrics_listen: reader
            .read("CONCORD_METRICS_LISTEN", None, |value| address(value).map(Some)),
        trusted_proxies: reader.read("CONCORD_TRUSTED_PROXIES", Vec::new(), networks),
        proof_of_work: reader.read("CONCORD_PROOF_OF_WORK", Mode::Auto, proof_of_work),
        oidc: oidc(&mut reader),
        secret_key: reader.read("CONCORD_SECRET_KEY", None, secret_key),
    };
    check_together(&mut reader, &config);
    if reader.mistakes.is_empty() { Ok(config) } else { Err(reader.mistakes) }
}

/// The provider that people sign in through: an issuer, with who we are there.
fn oidc(reader: &mut Reader<'_>) -> Option<OidcProvider> {
    let (key, id_key) = ("CONCORD_OIDC_ISSUER", "CONCORD_OIDC_CLIENT_ID");
    let text = |value: &str| Ok(Some(value.to_owned()));
    let issuer = reader.read(key, None, issuer);
    let id = reader.read(id_key, None, text);
    let secret = reader.read("CONCORD_OIDC_CLIENT_SECRET", None, text);
    let name = reader.read("CONCORD_OIDC_NAME", None, text);
    match (issuer, id) {
        (Some(issuer), Some(id)) => {
            Some(OidcProvider::new(issuer, id, secret.map(SecretString::from), name))
        }
        (Some(_), None) => {
            let remedy = "write the name that the provider knows Concord by";
            reader.refuse(id_key, "is not set, and CONCORD_OIDC_ISSUER is", remedy);
            None
        }
        (None, id) => {
            if !reader.has(key) && (id.is_some() || secret.is_some() || name.is_some()) {
                let problem = "is not set, and another setting of the provider is";
                reader.refuse(key, problem, "write the address of the provider");
            }
            None
        }
    }
}

/// Refuses settings that are right by themselves and dangerous together.
fn check_together(reader: &mut Reader<'_>, config: &Config) {
    if !config.listen.ip().is_loopback() && !reader.has("CONCORD_BASE_URL") {
        reader.refuse(
            "CONCORD_BASE_URL",
            "is not set, and CONCORD_LISTEN is open to other machines: links would lead to localhost",
            "write the address that people use, for example https://events.example.org",
        );
    }
    let sends_abroad = config.smtp.as_ref().is_some_and(|smtp| smtp.tls != SmtpTls::Plain);
    if sends_abroad && !reader.has("CONCORD_MAIL_FROM") {
        reader.refuse(
            "CONCORD_MAIL_FROM",
            "is not set, and CONCORD_SMTP_URL sends mail: it would come from localhost",
            "write for example Concord <events@example.org>",
        );
    }
    if is_inside(&config.data_dir, &config.site_dir) {
        reader.refuse(
            "CONCORD_SITE_DIR",
            "holds the data directory, and everything in it is published",
            "name a folder that holds nothing but the built site",
        );
    }
}

/// Whether a host name means this machine.
pub(super) fn is_loopback_host(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    match bare.parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host == "localhost" || host.ends_with(".localhost"),
    }
}

fn is_inside(inner: &Path, outer: &Path) -> bool {
    let absolute = |path: &Path| {
        path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_default()
    };
    absolute(inner).starts_with(absolute(outer))
}

fn default_base_url(listen: SocketAddr) -> Url {
    let mut url = Url::parse("http://localhost").expect("it is a URL");
    url.set_port(Some(listen.port())).expect("http has ports");
    url
}

fn default_mail_from() -> Mailbox {
    let address = lettre::Address::new("no-reply", "localhost").expect("it is an address");
    Mailbox::new(Some("Concord".to_owned()), address)
}

fn wrong<T>(problem: impl Into<String>, remedy: impl Into<String>) -> Parsed<T> {
    Err((problem.into(), remedy.into()))
}

fn address(value: &str) -> Parsed<SocketAddr> {
    value.parse().or_else(|_| {
        wrong(
            format!("'{}' is not an IP address with a port", value.escape_debug()),
            "write for example 127.0.0.1:3000, [::1]:3000 or 0.0.0.0:3000",
        )
    })
}

fn folder(value: &str) -> Parsed<PathBuf> {
    let path = PathBuf::from(value);
    if path.is_file() {
        return wrong(format!("'{}' is a file", value.escape_debug()), "name a folder");
    }
    Ok(path)
}

fn database_url(value: &str) -> Parsed<SecretString> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|scheme| value.len() > scheme.len() && value.starts_with(scheme)) {
        Ok(SecretString::from(value))
    } else {
        wrong(
            "begins with neither sqlite: nor postgres://",
            "write for example sqlite:data/concord.db or postgres://user:password@host/concord",
        )
    }
}

fn base_url(value: &str) -> Parsed<Url> {
    let example = "write for example https://events.example.org";
    let Ok(url) = Url::parse(value) else {
        return wrong(format!("'{}' is not a URL", value.escape_debug()), example);
    };
    let Some(host) = url.host_str().filter(|_| matches!(url.scheme(), "http" | "https")) else {
        return wrong("begins with neither https:// nor http://", example);
    };
    if !url.username().is_empty() || url.password().is_some() {
        return wrong("holds a user or a password", example);
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return wrong("has something after the host; Concord answers at the root", example);
    }
    if host.ends_with('.') {
        return wrong("has a host that ends with a dot", example);
    }
    if url.scheme() == "http" && !is_loopback_host(host) {
        return wrong(
            "is http: names, addresses and secret links would travel in the open",
            "put a proxy with TLS in front and write https://…",
        );
    }
    Ok(url)
}

fn mailbox(value: &str) -> Parsed<Mailbox> {
    let mailbox = value.parse::<Mailbox>().ok();
    match mailbox.filter(|_| !value.chars().any(char::is_control)) {
        Some(mailbox) => Ok(mailbox),
        None => wrong(
            format!("'{}' is not a mail address", value.escape_debug()),
            "write for example Concord <events@example.org>",
        ),
    }
}

fn retry(value: &str) -> Parsed<SignedDuration> {
    match value.parse::<SignedDuration>() {
        Ok(wait) if (RETRY.0..=RETRY.1).contains(&wait) => Ok(wait),
        _ => wrong(
            format!("'{}' is not a time between 1s and 6h", value.escape_debug()),
            "write for example 60s or 5m",
        ),
    }
}

fn networks(value: &str) -> Parsed<Vec<IpNet>> {
    let network = |text: &str| {
        let text = text.trim();
        text.parse::<IpNet>()
            .or_else(|error| text.parse::<IpAddr>().map(IpNet::from).map_err(|_| error))
    };
    let mut networks = Vec::new();
    for text in value.split(',').filter(|text| !text.trim().is_empty()) {
        match network(text) {
            Ok(network) if network.prefix_len() > 0 => networks.push(network.trunc()),
            Ok(_) => return wrong("trusts every address", "name your own proxies"),
            Err(_) => {
                return wrong(
                    format!("'{}' is neither an address nor a network", text.escape_debug()),
                    "write for example 10.0.0.5 or 10.0.0.0/24, with commas between",
                );
            }
        }
    }
    Ok(networks)
}

fn proof_of_work(value: &str) -> Parsed<Mode> {
    match value {
        "auto" => Ok(Mode::Auto),
        "always" => Ok(Mode::Always),
        "never" => Ok(Mode::Never),
        _ => {
            wrong(format!("'{}' is not known", value.escape_debug()), "write auto, always or never")
        }
    }
}

fn secret_key(value: &str) -> Parsed<Option<SecretBox<[u8; 32]>>> {
    decode_key(value).map(|key| Some(SecretBox::new(Box::new(key))))
}

/// A secret key as it is written in settings and in its file.
pub(super) fn decode_key(value: &str) -> Parsed<[u8; 32]> {
    let remedy = "make one with: head -c 32 /dev/urandom | base64";
    let value = value.trim();
    let bytes = [&STANDARD, &STANDARD_NO_PAD, &URL_SAFE, &URL_SAFE_NO_PAD]
        .into_iter()
        .find_map(|alphabet| alphabet.decode(value).ok());
    match bytes.map(<[u8; 32]>::try_from) {
        Some(Ok(key)) if key.iter().any(|byte| *byte != key[0]) => Ok(key),
        Some(Ok(_)) => wrong("is the same byte 32 times", remedy),
        _ => wrong("is not 32 bytes in base64", remedy),
    }
}
