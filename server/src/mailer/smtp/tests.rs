//! Against a server that does what each test tells it to.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use lettre::address::Envelope;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

use super::{Patience, Smtp, tidy};
use crate::config::SmtpServer;
use crate::mailer::Outcome;

/// What the server answers to a command, where it is not the usual. An empty answer is none: it
/// says nothing more. `drop` hangs up.
type Script = HashMap<&'static str, &'static str>;

struct Server {
    port: u16,
    connections: Arc<AtomicUsize>,
    mails: Arc<AtomicUsize>,
}

impl Server {
    async fn start(script: &[(&'static str, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let script: Script = script.iter().copied().collect();
        let (connections, mails) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
        let counts = (Arc::clone(&connections), Arc::clone(&mails));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counts.0.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(converse(stream, script.clone(), Arc::clone(&counts.1)));
            }
        });
        Self { port, connections, mails }
    }

    fn smtp(&self, options: &str) -> Smtp {
        let address = format!("smtp://127.0.0.1:{}{options}", self.port);
        let base_url = Url::parse("http://localhost").unwrap();
        let mut smtp = Smtp::new(&SmtpServer::parse(&address).unwrap(), &base_url).unwrap();
        let soon = Duration::from_millis(400);
        smtp.patience = Patience { step: soon, acceptance: soon, altogether: soon * 3 };
        smtp
    }

    fn counts(&self) -> (usize, usize) {
        (self.connections.load(Ordering::SeqCst), self.mails.load(Ordering::SeqCst))
    }
}

async fn converse(stream: TcpStream, script: Script, mails: Arc<AtomicUsize>) {
    let mut stream = BufReader::new(stream);
    let mut command = "greeting".to_owned();
    loop {
        let usual = match command.as_str() {
            "greeting" => "220 ready",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        let answer = *script.get(command.as_str()).unwrap_or(&usual);
        match answer {
            "drop" => return,
            "" => std::future::pending::<()>().await,
            _ => {}
        }
        if stream.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
        let is_data = command == "DATA" && answer.starts_with("354");
        let mut line = String::new();
        loop {
            line.clear();
            if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                return;
            }
            if !is_data || line == ".\r\n" {
                break;
            }
        }
        if is_data {
            "message".clone_into(&mut command);
            let taken = script.get("message").is_none_or(|answer| answer.starts_with('2'));
            mails.fetch_add(usize::from(taken), Ordering::SeqCst);
        } else {
            command = line.split([' ', ':', '\r']).next().unwrap().to_owned();
        }
    }
}

fn envelope() -> Envelope {
    let address = |text: &str| text.parse().unwrap();
    Envelope::new(Some(address("events@example.org")), vec![address("amina@example.org")]).unwrap()
}

async fn outcome(script: &[(&'static str, &'static str)]) -> Outcome {
    let server = Server::start(script).await;
    server.smtp("").send(&envelope(), b"Subject: x\r\n\r\nHi\r\n").await
}

#[tokio::test]
async fn mails_are_sent_on_one_connection() {
    let server = Server::start(&[]).await;
    let smtp = server.smtp("");
    for _ in 0..3 {
        assert_eq!(
            smtp.send(&envelope(), b"Subject: x\r\n\r\n.Hi\r\n.\r\nmore").await,
            Outcome::Sent
        );
    }
    assert_eq!(server.counts(), (1, 3));
    assert_eq!(smtp.check().await, Ok(()));
}

#[tokio::test]
async fn what_the_server_says_of_a_mail_is_about_that_mail() {
    let refused = |text: &str| Outcome::Refused(text.to_owned());
    let later = |text: &str| Outcome::Later(text.to_owned());
    let unknown = [("RCPT", "550 5.1.1 <amina@example.org>: unknown\x1b[31m user")];
    assert_eq!(outcome(&unknown).await, refused("RCPT TO: 550 5.1.1 … unknown [31m user"));
    assert_eq!(outcome(&[("RCPT", "552 full")]).await, refused("RCPT TO: 552 full"));
    assert_eq!(outcome(&[("message", "554 spam")]).await, refused("message: 554 spam"));
    assert_eq!(outcome(&[("RCPT", "450 greylisted")]).await, later("RCPT TO: 450 greylisted"));
    assert_eq!(outcome(&[("DATA", "451 busy")]).await, later("DATA: 451 busy"));
    assert_eq!(outcome(&[("message", "452 no space")]).await, later("message: 452 no space"));
    assert!(matches!(outcome(&[("message", "drop")]).await, Outcome::Later(_)));
}

#[tokio::test]
async fn what_would_hold_for_every_mail_is_about_the_server() {
    for script in [
        [("greeting", "554 no")],
        [("greeting", "421 busy")],
        [("greeting", "drop")],
        [("EHLO", "502 what")],
        [("MAIL", "553 not your address")],
        [("MAIL", "451 later")],
        [("RCPT", "421 closing")],
        [("RCPT", "530 sign in first")],
        [("message", "421 closing")],
    ] {
        assert!(matches!(outcome(&script).await, Outcome::Down(_)), "{script:?}");
    }
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let server = SmtpServer::parse(&format!("smtp://{closed}")).unwrap();
    let smtp = Smtp::new(&server, &Url::parse("http://localhost").unwrap()).unwrap();
    assert!(matches!(smtp.send(&envelope(), b"x").await, Outcome::Down(_)));
    assert!(smtp.check().await.is_err());
}

#[tokio::test]
async fn a_server_without_the_protection_that_was_asked_for_gets_nothing() {
    let server = Server::start(&[]).await;
    let outcome = server.smtp("?tls=required").send(&envelope(), b"secret").await;
    assert!(
        matches!(&outcome, Outcome::Down(reason) if reason.starts_with("STARTTLS")),
        "{outcome:?}"
    );
    assert_eq!(server.counts(), (1, 0));
}

#[tokio::test]
async fn a_server_that_falls_silent_is_left() {
    let late = |text: &str| Outcome::Later(text.to_owned());
    let down = Outcome::Down("connect: no answer in time".to_owned());
    assert_eq!(outcome(&[("greeting", "")]).await, down);
    assert_eq!(outcome(&[("RCPT", "")]).await, late("RCPT TO: no answer in time"));
    assert_eq!(outcome(&[("message", "")]).await, late("message: no answer in time"));
}

#[tokio::test]
async fn after_a_refusal_the_next_mail_has_a_connection_of_its_own() {
    let server = Server::start(&[("RCPT", "550 no")]).await;
    let smtp = server.smtp("");
    for _ in 0..2 {
        assert!(matches!(smtp.send(&envelope(), b"x").await, Outcome::Refused(_)));
    }
    assert_eq!(server.counts(), (2, 0));
}

#[test]
fn reasons_hold_no_addresses_and_no_controls() {
    assert_eq!(tidy("550 <a@b.c>: no\r\nsuch\tuser"), "550 … no such user");
    assert_eq!(tidy(&"x".repeat(1000)).len(), 200);
}
