//! SMTP, step by step, on connections that are kept for the next mail.
//!
//! lettre's own pool is not used: its asynchronous connections have no limit of time once they
//! stand, and it keeps a connection whose mail was given up half way, so that the next mail would
//! read the answers meant for that one. Here every step has its limit, a connection on which
//! anything went wrong is dropped, and the step that failed tells whose fault it was.

use std::time::{Duration, Instant};

use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use secrecy::ExposeSecret;
use tokio::sync::Mutex;
use url::{Host, Url};

use super::Outcome;
use crate::config::{SmtpServer, SmtpTls};

/// How long things may take.
#[derive(Debug, Clone, Copy)]
struct Patience {
    /// Any step.
    step: Duration,
    /// Accepting a whole mail, which the server may scan first.
    acceptance: Duration,
    /// A mail altogether. The lease on its row in the outbox must be longer, or another process
    /// would send it too.
    altogether: Duration,
}

const PATIENCE: Patience = Patience {
    step: Duration::from_secs(30),
    acceptance: Duration::from_secs(90),
    altogether: Duration::from_secs(150),
};

/// How long a connection is kept without work; servers close theirs after five minutes.
const IDLE: Duration = Duration::from_secs(45);

/// How many connections are kept.
const KEPT: usize = 4;

/// The most characters of what a server said.
const LONGEST_REASON: usize = 200;

/// A mail server, and connections to it.
pub(super) struct Smtp {
    server: SmtpServer,
    tls: Option<TlsParameters>,
    /// What we call ourselves.
    name: ClientId,
    idle: Mutex<Vec<(AsyncSmtpConnection, Instant)>>,
    patience: Patience,
}

impl Smtp {
    /// This server, not yet connected to. We call ourselves by the host of our own links.
    pub(super) fn new(server: &SmtpServer, base_url: &Url) -> anyhow::Result<Self> {
        let tls = match server.tls {
            SmtpTls::Plain => None,
            SmtpTls::Implicit | SmtpTls::Required => Some(TlsParameters::new(server.host.clone())?),
        };
        let name = match base_url.host() {
            Some(Host::Domain(name)) if name.contains('.') => ClientId::Domain(name.to_owned()),
            Some(Host::Ipv4(address)) => ClientId::Ipv4(address),
            Some(Host::Ipv6(address)) => ClientId::Ipv6(address),
            _ => ClientId::default(),
        };
        Ok(Self { server: server.clone(), tls, name, idle: Mutex::default(), patience: PATIENCE })
    }

    pub(super) fn describe(&self) -> String {
        let SmtpServer { host, port, tls, .. } = &self.server;
        format!("{host}:{port} ({tls:?} TLS)").replace("Plain TLS", "no TLS")
    }

    /// Sends one mail.
    pub(super) async fn send(&self, envelope: &Envelope, octets: &[u8]) -> Outcome {
        let attempt = self.attempt(envelope, octets);
        tokio::time::timeout(self.patience.altogether, attempt)
            .await
            .unwrap_or_else(|_| Outcome::Later("every step took long".to_owned()))
    }

    async fn attempt(&self, envelope: &Envelope, octets: &[u8]) -> Outcome {
        let mut connection = match self.connection().await {
            Ok(connection) => connection,
            Err(reason) => return Outcome::Down(reason),
        };
        match self.talk(&mut connection, envelope, octets).await {
            Ok(()) => {
                self.keep(connection).await;
                Outcome::Sent
            }
            Err(outcome) => {
                leave(connection);
                outcome
            }
        }
    }

    /// Whether the server would talk to us.
    pub(super) async fn check(&self) -> Result<(), String> {
        leave(self.connect().await?);
        Ok(())
    }

    /// A connection that is ready for a mail: one that was kept and still answers, else a new one.
    async fn connection(&self) -> Result<AsyncSmtpConnection, String> {
        loop {
            let kept = self.idle.lock().await.pop();
            let Some((mut connection, since)) = kept else {
                return self.connect().await;
            };
            if since.elapsed() < IDLE
                && tokio::time::timeout(self.patience.step, connection.test_connected()).await
                    == Ok(true)
            {
                return Ok(connection);
            }
            leave(connection);
        }
    }

    async fn keep(&self, connection: AsyncSmtpConnection) {
        let mut idle = self.idle.lock().await;
        if idle.len() < KEPT && !connection.has_broken() {
            idle.push((connection, Instant::now()));
        } else {
            leave(connection);
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, String> {
        let SmtpServer { host, port, tls, credentials } = &self.server;
        let implicit = self.tls.clone().filter(|_| *tls == SmtpTls::Implicit);
        let address = (host.as_str(), *port);
        let step = self.patience.step;
        let opening =
            AsyncSmtpConnection::connect_tokio1(address, Some(step), &self.name, implicit, None);
        let mut connection =
            within(step, opening).await.map_err(|failure| failure.say("connect"))?;
        if let Some(parameters) = self.tls.clone().filter(|_| *tls == SmtpTls::Required) {
            within(step, connection.starttls(parameters, &self.name))
                .await
                .map_err(|failure| failure.say("STARTTLS"))?;
        }
        if let Some((user, password)) = credentials {
            let account = Credentials::new(user.clone(), password.expose_secret().to_owned());
            within(step, connection.auth(DEFAULT_MECHANISMS, &account))
                .await
                .map_err(|failure| failure.say("AUTH"))?;
        }
        Ok(connection)
    }

    /// One mail on a connection. Before the recipient is named, whatever goes wrong would go wrong
    /// for every mail; after, only what the server says about itself (421) would.
    async fn talk(
        &self,
        connection: &mut AsyncSmtpConnection,
        envelope: &Envelope,
        octets: &[u8],
    ) -> Result<(), Outcome> {
        let Patience { step, acceptance, .. } = self.patience;
        let from = Mail::new(envelope.from().cloned(), Vec::new());
        within(step, connection.command(from))
            .await
            .map_err(|failure| Outcome::Down(failure.say("MAIL FROM")))?;
        for recipient in envelope.to() {
            let to = Rcpt::new(recipient.clone(), Vec::new());
            within(step, connection.command(to))
                .await
                .map_err(|failure| failure.of_mail("RCPT TO"))?;
        }
        within(step, connection.command(Data)).await.map_err(|failure| failure.of_mail("DATA"))?;
        within(acceptance, connection.message(octets))
            .await
            .map_err(|failure| failure.of_mail("message"))?;
        Ok(())
    }
}

/// Says good-bye without anybody waiting for it.
fn leave(mut connection: AsyncSmtpConnection) {
    tokio::spawn(async move { tokio::time::timeout(PATIENCE.step, connection.abort()).await });
}

/// Why a step did not succeed.
#[derive(Debug)]
enum Failure {
    /// The server answered no, with this code and text.
    Answer(u16, String),
    /// There was no answer that could be understood.
    Lost(String),
    /// There was no answer in time.
    Late,
}

async fn within<T>(
    limit: Duration,
    step: impl Future<Output = Result<T, Error>>,
) -> Result<T, Failure> {
    match tokio::time::timeout(limit, step).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(Failure::from(error)),
        Err(_) => Err(Failure::Late),
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        use std::error::Error as _;
        let said = error.source().map(ToString::to_string).unwrap_or_default();
        match error.status() {
            Some(code) => Self::Answer(code.into(), said),
            None => Self::Lost(said),
        }
    }
}

impl Failure {
    /// In words, for the log and for organisers.
    fn say(&self, step: &str) -> String {
        match self {
            Self::Answer(code, text) => tidy(&format!("{step}: {code} {text}")),
            Self::Lost(text) => tidy(&format!("{step}: {text}")),
            Self::Late => format!("{step}: no answer in time"),
        }
    }

    /// What it means for the mail that was being sent. A connection that was lost counts against
    /// the mail: if it is the mail that makes the server hang up, it must not be tried for ever.
    fn of_mail(&self, step: &str) -> Outcome {
        let reason = self.say(step);
        match self {
            // It is closing, or it wants a password that we have not given.
            Self::Answer(421 | 530 | 534 | 535 | 538, _) => Outcome::Down(reason),
            Self::Answer(500.., _) => Outcome::Refused(reason),
            Self::Answer(..) | Self::Lost(_) | Self::Late => Outcome::Later(reason),
        }
    }
}

/// What a server said, on one line, without the addresses that it quotes.
fn tidy(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words = line.split_whitespace().map(|word| if word.contains('@') { "…" } else { word });
    words.collect::<Vec<_>>().join(" ").chars().take(LONGEST_REASON).collect()
}

#[cfg(test)]
mod tests;
