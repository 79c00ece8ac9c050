//! The secret key that nobody set: made once, kept in the data directory, readable by its owner.
//!
//! Whoever loses it loses every manage link that was mailed, so it is written to the disk before
//! it is used, and two processes that start at once end up with the same one.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Mistake, parse};

const FILE: &str = "secret.key";

/// The key in this directory; a new one if there is none.
pub(super) fn read_or_make(data_dir: &Path) -> Result<[u8; 32], Mistake> {
    let path = data_dir.join(FILE);
    let mistake =
        |problem: String, remedy: String| Mistake::new("CONCORD_SECRET_KEY", problem, remedy);
    let shown = path.display();
    if !path.try_exists().unwrap_or(true) {
        make(data_dir, &path).map_err(|error| {
            mistake(
                format!("is not set, and {shown} cannot be made ({error})"),
                "make CONCORD_DATA_DIR writable for this user".to_owned(),
            )
        })?;
    }
    let text = fs::read_to_string(&path).map_err(|error| {
        mistake(format!("{shown} cannot be read ({error})"), "give it to this user".to_owned())
    })?;
    if is_open_to_others(&path) {
        return Err(mistake(
            format!("{shown} can be read by other users"),
            format!("chmod 600 {shown}, and make a new one if others may have read it"),
        ));
    }
    parse::decode_key(&text).map_err(|(problem, _)| {
        mistake(
            format!("what {shown} holds {problem}"),
            "bring it back from a backup; without it every link that was mailed is dead".to_owned(),
        )
    })
}

/// Writes a new key beside its place and links it there, which fails where another process was
/// first: then that key is as good.
fn make(data_dir: &Path, path: &Path) -> io::Result<()> {
    make_private_dir(data_dir)?;
    let draft = data_dir.join(format!(".{FILE}.{}", uuid::Uuid::new_v4().simple()));
    let key: [u8; 32] = rand::random();
    let mut file = private().open(&draft)?;
    let written = file
        .write_all(format!("{}\n", STANDARD.encode(key)).as_bytes())
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::hard_link(&draft, path));
    let _ = fs::remove_file(&draft);
    match written {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
        Ok(()) => fs::File::open(data_dir)?.sync_all(),
    }
}

/// Makes a directory, with those above it, that its owner alone may open.
pub(super) fn make_private_dir(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// A new file that its owner alone may read.
fn private() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(unix)]
fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|data| data.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{FILE, read_or_make};

    #[test]
    fn a_key_is_made_once_and_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let data_dir = folder.path().join("data");
        let key = read_or_make(&data_dir).unwrap();
        assert_eq!(read_or_make(&data_dir), Ok(key));
        assert_eq!(fs::read_dir(&data_dir).unwrap().count(), 1, "no draft is left behind");
    }

    #[test]
    fn processes_that_start_at_once_have_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let keys: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> =
                (0..8).map(|_| scope.spawn(|| read_or_make(folder.path()))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| *key == keys[0]));
    }

    #[cfg(unix)]
    #[test]
    fn a_key_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        read_or_make(folder.path()).unwrap();
        let path = folder.path().join(FILE);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(read_or_make(folder.path()).unwrap_err().remedy.contains("chmod 600"));
    }

    #[test]
    fn a_damaged_key_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        read_or_make(folder.path()).unwrap();
        fs::write(folder.path().join(FILE), "").unwrap();
        let mistake = read_or_make(folder.path()).unwrap_err().to_string();
        assert!(mistake.contains("backup"), "{mistake}");
    }
}
