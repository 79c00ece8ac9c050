//! `/dev/mail`: the mails that would have been sent, for developers on their own machine.
//!
//! Exists only while no mail server is set, and answers only to this machine and not through a
//! proxy. Mails hold what strangers typed, so everything is escaped, nothing of it runs, and the
//! file itself is only ever saved, never shown by the browser.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;

use crate::config::Config;
use crate::mailer::{eml::Eml, files};

/// How many mails the list shows.
const MOST: usize = 200;

const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'; sandbox allow-same-origin allow-downloads",
);

const HEAD: &str = "<!doctype html><html lang=en><meta charset=utf-8>\
    <meta name=viewport content='width=device-width'><style>\
    :root{color-scheme:light dark}body{font:1rem/1.5 system-ui;max-width:50rem;margin:2rem auto;padding:0 1rem}\
    pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid;padding:1rem}\
    li{margin-block:.5rem}dt{font-weight:bold}dd{margin:0 0 .5rem}</style>";

#[derive(Debug)]
struct Mails {
    folder: PathBuf,
    /// Links that begin like this can be followed.
    base_url: String,
}

/// The routes, for this machine only.
pub fn router(config: &Config) -> Router {
    let base_url = config.base_url.as_str().trim_end_matches('/').to_owned();
    let mails = Mails { folder: files::folder(&config.data_dir), base_url };
    Router::new()
        .route("/dev/mail", get(list))
        .route("/dev/mail/{name}", get(show))
        .layer(from_fn(only_here))
        .with_state(Arc::new(mails))
}

async fn only_here(request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let is_here = peer.is_some_and(|peer| peer.0.ip().to_canonical().is_loopback());
    let headers = request.headers();
    let came_through = headers.contains_key("x-forwarded-for") || headers.contains_key("forwarded");
    if !is_here || came_through {
        return not_found();
    }
    let mut answer = next.run(request).await;
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY);
    answer
}

/// `GET /dev/mail`: the newest first.
async fn list(State(mails): State<Arc<Mails>>) -> Response {
    let mut page = format!("{HEAD}<title>Mail</title><h1>Mail that was not sent</h1>");
    let names = files::names(&mails.folder).await;
    if names.is_empty() {
        page.push_str("<p>None yet. Register for an event, and its mail will be here.</p>");
    }
    page.push_str("<ol reversed>");
    for name in names.iter().take(MOST) {
        let Some(eml) = read(&mails, name).await.map(|octets| Eml::read(&octets)) else {
            continue;
        };
        let (subject, to) = (escaped(&eml.header("Subject")), escaped(&eml.header("To")));
        let date = escaped(&eml.header("Date"));
        let _ = write!(
            page,
            "<li><a href='/dev/mail/{name}'><bdi>{subject}</bdi></a><br><bdi>{to}</bdi>, {date}",
        );
    }
    page.push_str("</ol>");
    Html(page).into_response()
}

/// `GET /dev/mail/{name}`: what it says; with `.eml`, the file.
async fn show(State(mails): State<Arc<Mails>>, Path(name): Path<String>) -> Response {
    let (name, wants_file) = match name.strip_suffix(".eml") {
        Some(name) => (name, true),
        None => (name.as_str(), false),
    };
    let Some(octets) = read(&mails, name).await else {
        return not_found();
    };
    if wants_file {
        let headers = [
            (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.eml\"")),
        ];
        return (headers, octets).into_response();
    }
    let eml = Eml::read(&octets);
    let subject = escaped(&eml.header("Subject"));
    let mut page = format!("{HEAD}<title>{subject}</title><h1><bdi>{subject}</bdi></h1><dl>");
    for header in ["From", "To", "Date", "Message-ID"] {
        let value = escaped(&eml.header(header));
        let _ = write!(page, "<dt>{header}<dd><bdi>{value}</bdi>");
    }
    let text = with_links(&eml.text().unwrap_or_default(), &mails.base_url);
    let _ = write!(
        page,
        "</dl><pre dir=auto>{text}</pre>\
         <p><a href='/dev/mail/{name}.eml'>The whole mail, as a file</a>\
         <p><a href='/dev/mail'>All mails</a>"
    );
    Html(page).into_response()
}

async fn read(mails: &Mails, name: &str) -> Option<Vec<u8>> {
    files::read(&mails.folder, name).await
}

fn not_found() -> Response {
    crate::middleware::plain(StatusCode::NOT_FOUND, "There is no such mail.\n")
}

/// The text as HTML, in which links to ourselves can be followed.
fn with_links(text: &str, base_url: &str) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    for word in text.split_inclusive(char::is_whitespace) {
        let link = word.trim_end();
        let is_ours = link
            .strip_prefix(base_url)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
        if is_ours {
            let (link, space) = (escaped(link), &word[link.len()..]);
            let _ = write!(html, "<a href=\"{link}\">{link}</a>{space}");
        } else {
            html.push_str(&escaped(word));
        }
    }
    html
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::{escaped, with_links};

    #[test]
    fn hostile_text_is_shown_and_does_nothing() {
        assert_eq!(
            escaped("</title><script>alert('x')</script>\"&"),
            "&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"
        );
    }

    #[test]
    fn only_links_to_ourselves_can_be_followed() {
        let text = "See http://localhost:3000/en/registrations/x\nor http://localhost:3000.evil/ javascript:x";
        assert_eq!(
            with_links(text, "http://localhost:3000"),
            "See <a href=\"http://localhost:3000/en/registrations/x\">\
             http://localhost:3000/en/registrations/x</a>\n\
             or http://localhost:3000.evil/ javascript:x"
        );
        assert!(
            with_links("http://h/\"><script>", "http://h")
                .starts_with("<a href=\"http://h/&quot;&gt;&lt;script")
        );
    }
}
