//! `concord organisation add`: how an organisation comes to this site.

use domain::organisations::Kind;
use domain::text::{Email, Name, Slug};
use services::Error;
use services::organisations::adding::NewOrganisation;

use super::{language, open};
use crate::config::{Config, Mistake};
use crate::serve::Failure;

/// What is said of a new organisation, as it was typed.
#[derive(Debug, clap::Args)]
pub struct Said {
    /// Its name in URLs: lower-case letters, digits and hyphens
    slug: String,
    /// What it is called
    #[arg(long)]
    name: String,
    /// What sort of body it is: civil-society, youth, religious, governmental, …
    #[arg(long)]
    kind: String,
    /// Where people can write to
    #[arg(long)]
    email: String,
    /// The language of the name: ar, zh, en, fr, ru or es
    #[arg(long, default_value = "en")]
    language: String,
}

impl Said {
    fn read(&self) -> Result<NewOrganisation, Mistake> {
        let slug = Slug::parse(&self.slug).ok_or_else(|| {
            Mistake::new("SLUG", "this cannot stand in a URL", "write one like peace-club")
        })?;
        let name = Name::parse(&self.name).map_err(|_| {
            Mistake::new("--name", "this is no name", "write one of at most 100 characters")
        })?;
        let kind = self.kind.parse().map_err(|_| {
            let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
            Mistake::new(
                "--kind",
                "there is no such kind",
                format!("write one of {}", kinds.join(", ")),
            )
        })?;
        let email = Email::parse(&self.email).map_err(|_| {
            Mistake::new("--email", "this is no mail address", "write one like name@example.org")
        })?;
        Ok(NewOrganisation { slug, kind, name, language: language(&self.language)?, email })
    }
}

/// Takes in an organisation.
pub async fn add(config: &Config, said: &Said) -> Result<(), Failure> {
    let new = said.read()?;
    let services = open(config).await?;
    let added = services.organisations.add(&new).await;
    let base = services.base_url().to_owned();
    services.db().close().await;
    match added {
        Ok(()) => {
            println!("{base}/{}/organisations/{}", new.language.code(), new.slug.as_str());
            Ok(())
        }
        Err(Error::Conflict) => {
            Err(Mistake::new("SLUG", "this name is taken", "choose another").into())
        }
        Err(error) => Err(anyhow::Error::from(error).into()),
    }
}
