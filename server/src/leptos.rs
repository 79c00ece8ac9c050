//! The only glue between axum and Leptos: what pages and server functions find around them, and
//! what becomes of server functions that fail.

#[cfg(test)]
mod matrix;

use std::path::Path;
use std::sync::Arc;

use app::accounts::confirm_page;
use app::app::{Assets, shell};
use app::context::{FormKey, LANGUAGE_COOKIE, preferred_language, status_of};
use app::error::AppError;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use leptos::config::LeptosOptions;
use leptos::nonce::Nonce;
use leptos::prelude::{provide_context, use_context};
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;
use leptos_axum::{
    LeptosRoutes as _, generate_route_list_with_exclusions_and_ssg_and_context,
    render_app_async_with_context,
};
use services::Services;
use services::texts::Texts;

use crate::middleware;
use crate::page_cache::{PageCache, keep};

/// The most octets of an error that crosses the wire: one word in JSON.
const LONGEST_ERROR: usize = 1024;

/// Routes of every page and server function.
pub fn pages(services: Services, site_dir: &Path) -> Router {
    let assets = assets(site_dir);
    let is_secure = services.base_url().starts_with("https://");
    let options = assets.options.clone();
    let context = around_a_page(services.clone());
    let document = move || shell(&assets);
    let (routes, _) = generate_route_list_with_exclusions_and_ssg_and_context(
        document.clone(),
        None,
        context.clone(),
    );
    let elsewhere = render_app_async_with_context(context.clone(), document.clone());
    Router::new()
        .leptos_routes_with_context(&options, routes, context, document)
        .fallback(elsewhere)
        .with_state(options)
        .layer(from_fn_with_state(PageCache::new(services), keep))
        .route("/", get(front_door))
        .layer(from_fn(failures))
        .layer(from_fn_with_state(is_secure, remember_language))
}

/// What every page and server function finds around it.
fn around_a_page(services: Services) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        provide_context(services.clone());
        let Some(parts) = use_context::<Parts>() else { return };
        if let Some(nonce) = parts.extensions.get::<middleware::Nonce>() {
            provide_context(Nonce::from_value(nonce.0.as_str()));
        }
        if let Some(key) = parts.extensions.get::<FormKey>() {
            provide_context(*key);
        }
    }
}

/// The files of the build. Their names change with their content; `hash.txt` beside the program
/// tells them.
fn assets(site_dir: &Path) -> Assets {
    let hashes = std::env::current_exe()
        .ok()
        .and_then(|program| std::fs::read_to_string(program.with_file_name("hash.txt")).ok());
    let hash = |kind: &str| {
        let mut lines = hashes.as_deref()?.lines().filter_map(|line| line.split_once(':'));
        lines.find_map(|(key, hash)| (key.trim() == kind).then(|| hash.trim().to_owned()))
    };
    let stylesheet = match hash("css") {
        Some(hash) => format!("/pkg/concord.{hash}.css"),
        None => "/pkg/concord.css".to_owned(),
    };
    let options = LeptosOptions::builder()
        .output_name("concord")
        .site_root(site_dir.display().to_string())
        .site_pkg_dir("pkg")
        .hash_files(hash("css").is_some())
        .build();
    Assets { stylesheet: Arc::from(stylesheet), options }
}

/// `/` leads to the language that was chosen last, or that the browser asks for.
async fn front_door(headers: HeaderMap) -> Response {
    let page = Redirect::to(&format!("/{}", preferred_language(&headers).code()));
    ([(header::VARY, "Accept-Language, Cookie")], page).into_response()
}

/// Following a link to another language is a choice: a page that was reached from the same page in
/// another language is remembered for `/`.
async fn remember_language(
    State(is_secure): State<bool>,
    request: Request,
    next: Next,
) -> Response {
    let code = |path: &str| path.split('/').nth(1).unwrap_or_default().to_owned();
    let now = code(request.uri().path());
    let referer = request.headers().get(header::REFERER).and_then(|value| value.to_str().ok());
    let before = referer
        .and_then(|referer| referer.split_once("://"))
        .and_then(|(_, rest)| rest.split_once('/'))
        .map(|(_, path)| code(&format!("/{path}")))
        .unwrap_or_default();
    let is_language = |code: &str| code.parse::<domain::language::Language>().is_ok();
    let chosen = now != before && is_language(&now) && is_language(&before);
    let mut answer = next.run(request).await;
    if chosen {
        let secure = if is_secure { "; Secure" } else { "" };
        let cookie =
            format!("{LANGUAGE_COOKIE}={now}; Path=/; Max-Age=31536000; SameSite=Lax{secure}");
        if let Ok(cookie) = cookie.parse() {
            answer.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    answer
}

/// A form that was sent by someone who has to show again who they are: to the page that asks, and
/// from there back to the page of the form.
fn to_confirm(headers: &HeaderMap) -> Response {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
    let page = referer
        .and_then(|referer| referer.split_once("://"))
        .and_then(|(_, rest)| rest.split_once('/'))
        .map(|(_, path)| format!("/{path}"))
        .unwrap_or_default();
    let language = page.split('/').nth(1).and_then(|code| code.parse().ok());
    let language = language.unwrap_or_else(|| preferred_language(headers));
    let page = confirm_page::safe(&page, language);
    Redirect::to(&confirm_page::address(language, &page)).into_response()
}

/// A server function that fails answers 500 to an island and sends a plain form back to where it
/// came from, with the error in the address. Both get the status of the error here, and the form a
/// sentence in the reader's language.
async fn failures(request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    let answer = next.run(request).await;
    if !answer.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    let body = to_bytes(body, LONGEST_ERROR).await.unwrap_or_default();
    let error = serde_json::from_slice(&body).unwrap_or(AppError::Internal);
    parts.status = status_of(error);
    if parts.headers.remove(header::LOCATION).is_none() {
        return Response::from_parts(parts, body.into());
    }
    if error == AppError::Unproved {
        return to_confirm(&headers);
    }
    let texts = Texts(preferred_language(&headers));
    let key = error.key();
    let text = |part| texts.get(&format!("{key}-{part}"));
    middleware::plain(parts.status, format!("{}\n\n{}\n", text("title"), text("text")))
}
