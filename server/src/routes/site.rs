//! What the build made for browsers: `pkg/` with style sheet, script and WebAssembly, and the
//! files of `public/`.
//!
//! Files are served compressed where the build left a `.br` or `.gz` beside them. Top-level names
//! become routes of their own when the server starts, because `/{language}` would catch them.

use std::path::Path;
use std::{fs, io};

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tower_http::services::{ServeDir, ServeFile};

use crate::config::Mistake;

/// For files whose name changes with their content.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ONE_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// Names that are routes of our own, whatever the site holds.
const TAKEN: [&str; 6] = ["healthz", "readyz", "api", "calendars", "dev", "pictures"];

/// Routes for everything in this directory.
///
/// # Errors
/// There is no site in it.
pub fn router(site_dir: &Path) -> Result<Router, Mistake> {
    let entries = entries(site_dir).map_err(|error| {
        Mistake::new(
            "CONCORD_SITE_DIR",
            format!("{} holds no built site ({error})", site_dir.display()),
            "build it with 'make build' and name the folder that holds pkg/",
        )
    })?;
    let mut router = Router::new();
    for (name, is_folder) in entries {
        let path = site_dir.join(&name);
        router = if is_folder {
            let folder = ServeDir::new(path).append_index_html_on_directories(false);
            router.nest_service(&format!("/{name}"), folder.precompressed_br().precompressed_gzip())
        } else {
            let file = ServeFile::new(path).precompressed_br().precompressed_gzip();
            router.route_service(&format!("/{name}"), file)
        };
    }
    Ok(router.layer(from_fn(keep)))
}

/// Whether the names of the build's files have hashes in them and nothing beside this program tells
/// which (`hash.txt`): then pages would ask for a style sheet and a script that do not exist.
pub fn lacks_hashes(site_dir: &Path) -> bool {
    let program = std::env::current_exe().unwrap_or_default();
    let mut built = fs::read_dir(site_dir.join("pkg")).into_iter().flatten().flatten();
    !program.with_file_name("hash.txt").is_file()
        && built.any(|entry| is_hashed(&entry.file_name().to_string_lossy()))
}

/// What stands in the directory and is for the public: names in plain letters, not hidden, not the
/// compressed twin of another file.
fn entries(site_dir: &Path) -> io::Result<Vec<(String, bool)>> {
    if !site_dir.join("pkg").is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotFound, "there is no pkg/ in it"));
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(site_dir)? {
        let entry = entry?;
        let is_folder = fs::metadata(entry.path())?.is_dir();
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let is_plain = name.bytes().all(|c| c.is_ascii_alphanumeric() || b".-_".contains(&c));
        let is_twin = [".br", ".gz"].iter().any(|end| name.ends_with(end));
        if is_plain && !is_twin && !name.starts_with('.') && !TAKEN.contains(&name.as_str()) {
            entries.push((name, is_folder));
        }
    }
    Ok(entries)
}

/// Says how long a file may be kept: for ever if its name has its hash in it, else an hour.
async fn keep(request: Request, next: Next) -> Response {
    let is_hashed = is_hashed(request.uri().path());
    let mut answer = next.run(request).await;
    if answer.status().is_success() || answer.status() == StatusCode::NOT_MODIFIED {
        let value = if is_hashed { FOR_EVER } else { ONE_HOUR };
        answer.headers_mut().insert(header::CACHE_CONTROL, value);
    }
    answer
}

/// Whether a file is called `concord.<hash>.wasm`, as cargo-leptos does: 128 bits in base64.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_hash = |part: &str| {
        part.len() == 22 && part.bytes().all(|c| c.is_ascii_alphanumeric() || b"-_".contains(&c))
    };
    name.split('.').skip(1).any(is_hash)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use axum::body::Body;
    use axum::http::{Request, StatusCode, header};
    use tower::ServiceExt as _;

    use super::{is_hashed, router};

    const HASHED: &str = "concord.kCz2sT9o0WqYb1vA-x_7Ug.wasm";

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(is_hashed(&format!("/pkg/{HASHED}")));
        assert!(!is_hashed("/pkg/concord.wasm") && !is_hashed("/favicon.svg"));
        assert!(!is_hashed("/pkg/kCz2sT9o0WqYb1vA-x_7Ug"));
    }

    async fn get(router: &axum::Router, path: &str) -> (StatusCode, String) {
        let request =
            Request::get(path).header("accept-encoding", "br").body(Body::empty()).unwrap();
        let answer = router.clone().oneshot(request).await.unwrap();
        let kept = answer.headers().get(header::CACHE_CONTROL);
        let coding = answer.headers().get(header::CONTENT_ENCODING);
        let text = |value: Option<&axum::http::HeaderValue>| {
            value.map_or("-", |value| value.to_str().unwrap()).to_owned()
        };
        (answer.status(), format!("{} {}", text(kept), text(coding)))
    }

    #[tokio::test]
    async fn the_site_is_served_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        fs::create_dir_all(site.join("pkg")).unwrap();
        for name in [
            &format!("pkg/{HASHED}"),
            &format!("pkg/{HASHED}.br"),
            "robots.txt",
            "robots.txt.gz",
            ".env",
        ] {
            fs::write(site.join(name), "text").unwrap();
        }
        fs::write(folder.path().join("secret.key"), "secret").unwrap();
        let router = router(&site).unwrap();

        let for_ever = "public, max-age=31536000, immutable br".to_owned();
        assert_eq!(get(&router, &format!("/pkg/{HASHED}")).await, (StatusCode::OK, for_ever));
        let one_hour = "public, max-age=3600 -".to_owned();
        assert_eq!(get(&router, "/robots.txt").await, (StatusCode::OK, one_hour));
        let hostile = [
            "/.env",
            "/robots.txt.gz",
            "/pkg/",
            "/pkg/missing.js",
            "/pkg/../.env",
            "/pkg/..%2f..%2fsecret.key",
            "/pkg/%2e%2e/%2e%2e/secret.key",
            "/pkg/..%5csecret.key",
            "/pkg/%00",
            "/pkg/%ff",
        ];
        for path in hostile {
            let (status, kept) = get(&router, path).await;
            assert!(status.is_client_error(), "{path}: {status}");
            assert_eq!(kept, "- -", "{path}");
        }
    }

    #[test]
    fn a_folder_without_a_site_is_named() {
        let folder = tempfile::tempdir().unwrap();
        assert!(router(folder.path()).unwrap_err().to_string().contains("pkg/"));
    }
}
