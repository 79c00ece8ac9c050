//! Sending mail: by SMTP, or into files where no mail server is set.
//!
//! What a mail says is made by `services::mail`; here it becomes octets and leaves the house. What
//! came of it decides whose fault it was: this mail's (refused, later) or the server's (down).

pub mod eml;
pub mod files;
mod message;
mod smtp;

use std::path::PathBuf;
use std::sync::Arc;

use lettre::message::Mailbox;
use services::mail::Message;

use crate::config::{Config, Mistake};

/// What came of sending one mail. Reasons hold what the server said, without addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was taken over.
    Sent,
    /// It will never be taken: do not try again.
    Refused(String),
    /// It was not taken this time, for a reason of its own.
    Later(String),
    /// No mail would have been taken: the server is away, or does not want us.
    Down(String),
    /// It cannot be made into a mail: do not try again.
    Build(&'static str),
}

/// What takes our mails.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    transport: Transport,
}

#[derive(Clone)]
enum Transport {
    Smtp(Arc<smtp::Smtp>),
    Files(PathBuf),
}

impl Mailer {
    /// The mailer of these settings.
    ///
    /// # Errors
    /// The mail server's name cannot stand in a certificate.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let transport = match &config.smtp {
            Some(server) => Transport::Smtp(Arc::new(smtp::Smtp::new(server, &config.base_url)?)),
            None => Transport::Files(files::folder(&config.data_dir)),
        };
        Ok(Self { from: config.mail_from.clone(), transport })
    }

    /// Where mails go, for the log and `concord check`.
    #[must_use]
    pub fn describe(&self) -> String {
        match &self.transport {
            Transport::Smtp(smtp) => smtp.describe(),
            Transport::Files(folder) => folder.display().to_string(),
        }
    }

    /// Sends this mail.
    pub async fn send(&self, message: &Message) -> Outcome {
        let Ok(mail) = message::build(message, &self.from) else {
            return Outcome::Build("this text or address cannot be made into a mail");
        };
        let octets = mail.formatted();
        match &self.transport {
            Transport::Smtp(smtp) => smtp.send(mail.envelope(), &octets).await,
            Transport::Files(folder) => {
                match files::write(folder, &message.message_id, &octets).await {
                    Ok(()) => Outcome::Sent,
                    Err(error) => Outcome::Down(format!("no file: {}", error.kind())),
                }
            }
        }
    }

    /// Whether a mail could be sent now: connects, secures the connection, signs in, sends nothing.
    ///
    /// # Errors
    /// What stands in the way.
    pub async fn check(&self) -> Result<(), Mistake> {
        match &self.transport {
            Transport::Smtp(smtp) => smtp.check().await.map_err(|reason| {
                Mistake::new(
                    "CONCORD_SMTP_URL",
                    format!("{} does not take mail ({reason})", smtp.describe()),
                    "see that host, port, TLS, user and password are right",
                )
            }),
            Transport::Files(_) => Ok(()),
        }
    }
}
