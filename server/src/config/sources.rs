//! Where settings stand: the environment, `concord.toml`, and files for secrets.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use super::Mistake;

/// The file in the working directory that holds what the environment does not.
const FILE: &str = "concord.toml";

/// Every setting there is.
pub const KEYS: [&str; 16] = [
    "CONCORD_DATABASE_URL",
    "CONCORD_LISTEN",
    "CONCORD_BASE_URL",
    "CONCORD_DATA_DIR",
    "CONCORD_SITE_DIR",
    "CONCORD_SMTP_URL",
    "CONCORD_MAIL_FROM",
    "CONCORD_MAIL_RETRY",
    "CONCORD_SECRET_KEY",
    "CONCORD_METRICS_LISTEN",
    "CONCORD_TRUSTED_PROXIES",
    "CONCORD_PROOF_OF_WORK",
    "CONCORD_OIDC_ISSUER",
    "CONCORD_OIDC_CLIENT_ID",
    "CONCORD_OIDC_CLIENT_SECRET",
    "CONCORD_OIDC_NAME",
];

/// The settings that may stand in a file of their own, named by the key with `_FILE` after it.
const SECRETS: [&str; 4] = [
    "CONCORD_DATABASE_URL",
    "CONCORD_SMTP_URL",
    "CONCORD_SECRET_KEY",
    "CONCORD_OIDC_CLIENT_SECRET",
];

/// Variables that begin like ours and are not for us: those of `make`, and those that Kubernetes
/// and Docker set in every container beside a service called `concord`.
const NOT_OURS: [&str; 8] = [
    "CONCORD_BENCH",
    "CONCORD_BIN",
    "CONCORD_CACHE",
    "CONCORD_CHROMIUM",
    "CONCORD_PORT",
    "CONCORD_PYTHON",
    "CONCORD_SERVICE_",
    "CONCORD_TEST",
];

/// What was set, before any of it is believed.
#[derive(Debug, Default)]
pub struct Sources {
    /// Values by their key; only keys of [`KEYS`].
    pub values: BTreeMap<String, String>,
    /// Keys that do not exist, values and files that cannot be read.
    pub mistakes: Vec<Mistake>,
    /// Where the site is if nothing says otherwise.
    pub default_site_dir: PathBuf,
}

impl Sources {
    /// What was set for this process.
    pub fn gather() -> Self {
        let mut mistakes = Vec::new();
        let environment = environment(std::env::vars_os(), &mut mistakes);
        let file = file(FILE, &mut mistakes);
        let read = |path: &str| std::fs::read_to_string(path).map_err(|error| error.to_string());
        let values = merge(environment, file, read, &mut mistakes);
        Self { values, mistakes, default_site_dir: default_site_dir() }
    }
}

/// The variables that are ours.
fn environment(
    variables: impl Iterator<Item = (OsString, OsString)>,
    mistakes: &mut Vec<Mistake>,
) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    for (key, value) in variables {
        let Some(key) = key.to_str().filter(|key| key.starts_with("CONCORD_")) else {
            continue;
        };
        if NOT_OURS.iter().any(|prefix| key.starts_with(prefix)) {
            continue;
        }
        match value.into_string() {
            Ok(value) => {
                values.insert(key.to_owned(), value);
            }
            Err(_) => mistakes.push(Mistake::new(key, "is not UTF-8", "write it in UTF-8")),
        }
    }
    values
}

/// What `concord.toml` holds: the same keys, with text, numbers or lists of them.
fn file(path: &str, mistakes: &mut Vec<Mistake>) -> BTreeMap<String, String> {
    let source = config::File::new(path, config::FileFormat::Toml).required(false);
    let table = config::Config::builder()
        .add_source(source)
        .build()
        .and_then(config::Config::try_deserialize::<BTreeMap<String, config::Value>>);
    let table = match table {
        Ok(table) => table,
        Err(error) => {
            mistakes.push(Mistake::new(path, one_line(&error.to_string()), "correct the file"));
            return BTreeMap::new();
        }
    };
    let mut values = BTreeMap::new();
    for (key, value) in table {
        match text(value) {
            Some(value) => {
                values.insert(key, value);
            }
            None => mistakes.push(Mistake::new(
                format!("{key} in {path}"),
                "is a table",
                "write one value, or a list of them",
            )),
        }
    }
    values
}

fn text(value: config::Value) -> Option<String> {
    match value.kind {
        config::ValueKind::Table(_) => None,
        config::ValueKind::Array(values) => {
            Some(values.into_iter().map(text).collect::<Option<Vec<_>>>()?.join(","))
        }
        _ => value.into_string().ok(),
    }
}

/// One value per key: the environment before the file, and secrets out of the files that hold
/// them. An empty value is as good as none.
fn merge(
    environment: BTreeMap<String, String>,
    file: BTreeMap<String, String>,
    read: impl Fn(&str) -> Result<String, String>,
    mistakes: &mut Vec<Mistake>,
) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    for source in [environment, file] {
        let mut given = BTreeMap::new();
        for (key, value) in source {
            let value = value.trim().to_owned();
            let secret = key.strip_suffix("_FILE").filter(|key| SECRETS.contains(key));
            if value.is_empty() {
                continue;
            } else if KEYS.contains(&key.as_str()) {
                if given.insert(key.clone(), value).is_some() {
                    mistakes.push(given_twice(&key));
                }
            } else if let Some(secret) = secret {
                match read(&value) {
                    Ok(value)
                        if given.insert(secret.to_owned(), value.trim().to_owned()).is_some() =>
                    {
                        mistakes.push(given_twice(secret));
                    }
                    Ok(_) => {}
                    Err(error) => mistakes.push(Mistake::new(
                        &key,
                        format!("the file {value} cannot be read ({error})"),
                        "name a file that this user may read",
                    )),
                }
            } else {
                mistakes.push(unknown(&key));
            }
        }
        for (key, value) in given {
            values.entry(key).or_insert(value);
        }
    }
    values
}

fn given_twice(key: &str) -> Mistake {
    Mistake::new(key, format!("is given, and {key}_FILE too"), "take one of them away")
}

fn unknown(key: &str) -> Mistake {
    let nearest = KEYS.iter().min_by_key(|known| distance(known, key)).copied();
    let remedy = match nearest.filter(|known| distance(known, key) <= 4) {
        Some(known) => format!("did you mean {known}?"),
        None => "take it away".to_owned(),
    };
    Mistake::new(key, "there is no such setting", remedy)
}

/// How many letters have to change to turn one word into the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let changed = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

fn default_site_dir() -> PathBuf {
    if let Some(root) = std::env::var_os("LEPTOS_SITE_ROOT") {
        return root.into();
    }
    let program = std::env::current_exe().unwrap_or_default();
    program.parent().map(|folder| folder.join("site")).unwrap_or_default()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
