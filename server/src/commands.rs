//! What `concord` can be told to do.

mod check;
mod organisation;
mod organiser;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use domain::language::Language;
use services::Services;
use services::organisations::members::InvitationDraft;

pub use check::warnings;

use crate::config::{Config, Mistake};
use crate::serve::{self, Failure};

/// Exit code for wrong settings, the same as clap's for wrong arguments.
const WRONG: u8 = 2;

/// Event registration with calendars that follow: pages, mails and feeds in six languages.
///
/// Settings are environment variables beginning with CONCORD_, or the same keys in concord.toml.
#[derive(Debug, Parser)]
#[command(name = "concord", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve pages and feeds and send mails (what it does without a command)
    Serve,
    /// Bring the database up to what this version needs
    Migrate,
    /// Fill in events to look at; does nothing the second time
    Demo,
    /// Name every mistake in settings, database, site, mail and clock
    Check,
    /// Look after the organisations that hold events
    Organisation {
        #[command(subcommand)]
        what: Organisation,
    },
    /// Look after the people who act for them
    Organiser {
        #[command(subcommand)]
        what: Organiser,
    },
    /// Take over what other programs know
    Import {
        #[command(subcommand)]
        what: Import,
    },
}

#[derive(Debug, Subcommand)]
enum Organisation {
    /// Take in a new one: prints the address of its page
    Add(organisation::Said),
}

#[derive(Debug, Subcommand)]
enum Organiser {
    /// Invite someone: prints the link and mails it
    Invite {
        /// The mail address
        email: String,
        /// The organisation, by its name in URLs
        #[arg(long)]
        organisation: String,
        /// What they may do: owner, organiser, door-staff or viewer
        #[arg(long, default_value = "owner")]
        role: String,
        /// The language of the mail: ar, zh, en, fr, ru or es
        #[arg(long, default_value = "en")]
        language: String,
    },
}

#[derive(Debug, Subcommand)]
enum Import {
    /// Events of an iCalendar file; importing it again updates them
    Events {
        /// The file (.ics)
        file: PathBuf,
        /// The organisation that holds the events, by its name in URLs
        #[arg(long)]
        organisation: String,
        /// The time zone of times that name none, for example Africa/Nairobi
        #[arg(long)]
        zone: Option<String>,
    },
}

/// Does what the arguments say.
pub async fn run(arguments: Arguments) -> ExitCode {
    let command = arguments.command.unwrap_or(Command::Serve);
    let config = match Config::load() {
        Ok(config) => config,
        Err(mistakes) => return say(&mistakes),
    };
    let done = match command {
        Command::Serve => serve::serve(config).await,
        Command::Migrate => migrate(&config).await,
        Command::Demo => demo(&config).await,
        Command::Check => return check::check(&config).await,
        Command::Organisation { what: Organisation::Add(said) } => {
            organisation::add(&config, &said).await
        }
        Command::Organiser { what: Organiser::Invite { email, organisation, role, language } } => {
            let draft = InvitationDraft { email, role, event: String::new() };
            organiser::invite(&config, &organisation, &draft, &language).await
        }
        Command::Import { what: Import::Events { file, organisation, zone } } => {
            import_events(&config, &file, &organisation, zone.as_deref()).await
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Setting(mistake)) => say(&[mistake]),
        Err(Failure::Other(error)) => {
            eprintln!("concord: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn say(mistakes: &[Mistake]) -> ExitCode {
    for mistake in mistakes {
        eprintln!("concord: {mistake}");
    }
    ExitCode::from(WRONG)
}

async fn migrate(config: &Config) -> Result<(), Failure> {
    let services = open(config).await?;
    services.db().close().await;
    println!("The database is up to date.");
    Ok(())
}

async fn demo(config: &Config) -> Result<(), Failure> {
    let services = open(config).await?;
    let filled = services.demo.fill().await.context("the demonstration cannot be filled in")?;
    services.db().close().await;
    println!(
        "New: {} organisations, {} events, {} registrations.",
        filled.organisations, filled.events, filled.registrations
    );
    Ok(())
}

async fn import_events(
    config: &Config,
    file: &Path,
    organisation: &str,
    zone: Option<&str>,
) -> Result<(), Failure> {
    let octets =
        std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let services = open(config).await?;
    let imported = services.calendars.import(organisation, &octets, zone).await;
    services.db().close().await;
    let imported = match imported {
        Ok(imported) => imported,
        Err(services::Error::NotFound) => {
            return Err(no_organisation(organisation).into());
        }
        Err(error) => return Err(anyhow::Error::from(error).into()),
    };
    for problem in &imported.problems {
        println!("{problem}");
    }
    println!(
        "{} new drafts, {} entries that were imported before, {} problems.",
        imported.created.len(),
        imported.known,
        imported.problems.len()
    );
    Ok(())
}

/// The organisation that an argument names is not there.
fn no_organisation(slug: &str) -> Mistake {
    Mistake::new(
        "--organisation",
        format!("there is no '{}'", slug.escape_debug()),
        "write the name that stands in the URL of its page, or add it: concord organisation add",
    )
}

/// The language that an argument names.
fn language(code: &str) -> Result<Language, Mistake> {
    code.parse().map_err(|_| {
        let problem = format!("'{}' is none of our languages", code.escape_debug());
        Mistake::new("--language", problem, "write ar, zh, en, fr, ru or es")
    })
}

/// The use cases on a database that is up to date.
async fn open(config: &Config) -> Result<Services, Failure> {
    let services = serve::open(config).await?;
    services.db().migrate().await?;
    Ok(services)
}
