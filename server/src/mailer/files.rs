//! Mails as files under the data directory: `mail/<time>-<id>.eml`.
//!
//! A file appears whole or not at all: it is written under another name, brought to the disk, and
//! only then given its own.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use tokio::fs;
use tokio::io::AsyncWriteExt as _;

const EXTENSION: &str = ".eml";

/// Where the mails are.
pub fn folder(data_dir: &Path) -> PathBuf {
    data_dir.join("mail")
}

/// Writes a mail. The same mail again takes the place of nothing: its time is another.
pub(super) async fn write(folder: &Path, message_id: &str, octets: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder).await?;
    let id: String = message_id
        .chars()
        .skip_while(|c| !c.is_ascii_alphanumeric())
        .take_while(|c| *c != '@')
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .take(60)
        .collect();
    let time = Timestamp::now().strftime("%Y%m%dT%H%M%S%3f");
    let name = format!("{time}-{id}{EXTENSION}");
    let draft = folder.join(format!(".{name}"));
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    let mut file = options.open(&draft).await?;
    file.write_all(octets).await?;
    file.sync_all().await?;
    fs::rename(&draft, folder.join(name)).await?;
    fs::File::open(folder).await?.sync_all().await
}

/// The names of the mails, without `.eml`; the newest first.
pub async fn names(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let Ok(mut entries) = fs::read_dir(folder).await else {
        return names;
    };
    while let Ok(Some(entry)) = entries.next_entry().await {
        let name = entry.file_name().into_string().ok();
        let name = name.as_deref().and_then(|name| name.strip_suffix(EXTENSION));
        names.extend(name.filter(|name| is_name(name)).map(str::to_owned));
    }
    names.sort_unstable_by(|a, b| b.cmp(a));
    names
}

/// The octets of a mail, if there is one of this name.
pub async fn read(folder: &Path, name: &str) -> Option<Vec<u8>> {
    if !is_name(name) {
        return None;
    }
    fs::read(folder.join(format!("{name}{EXTENSION}"))).await.ok()
}

/// Names that `write` gives; above all, none that leads elsewhere.
fn is_name(name: &str) -> bool {
    (1..=120).contains(&name.len()) && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
}

#[cfg(test)]
mod tests {
    use super::{names, read, write};

    #[tokio::test]
    async fn a_mail_is_written_whole_and_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let mails = folder.path().join("mail");
        assert!(names(&mails).await.is_empty());
        write(&mails, "<0198-abc/../x@concord.example>", b"Subject: 1\r\n").await.unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        write(&mails, "<second@concord.example>", b"Subject: 2\r\n").await.unwrap();
        let found = names(&mails).await;
        assert_eq!(found.len(), 2);
        assert!(found[0].ends_with("-second") && found[1].ends_with("-0198-abc----x"), "{found:?}");
        assert_eq!(read(&mails, &found[0]).await.unwrap(), b"Subject: 2\r\n");
        assert_eq!(std::fs::read_dir(&mails).unwrap().count(), 2, "no draft is left behind");
    }

    #[tokio::test]
    async fn no_name_leads_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let mails = folder.path().join("mail");
        std::fs::create_dir(&mails).unwrap();
        std::fs::write(folder.path().join("secret.eml"), "secret").unwrap();
        for name in ["../secret", "..%2fsecret", "/etc/passwd", "", ".", "a\0b", ".hidden"] {
            assert_eq!(read(&mails, name).await, None, "{name}");
        }
    }
}
