//! The picture of the event: the file, what is to be seen on it, what matters of it.

use std::sync::Arc;

use domain::invalid::{Field, Invalid};
use domain::language::Language;
use domain::pictures::PictureDraft;
use leptos::prelude::*;
use leptos::server_fn::codec::MultipartData;
use services::events::editing::{Written, WrittenPicture};

use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SaveButton, SectionFrame};
use super::{At, PictureEndForm, PictureForm};
use crate::context::texts;
use crate::error::AppError;
use crate::ui::file::PictureField;
use crate::ui::form::{Kind, TextField};
use crate::ui::languages::names;
use crate::upload::Upload;

/// The id of the section.
pub const ID: &str = "picture";

/// A picture is sent, or something else is said about the one that is there.
pub async fn write(data: MultipartData) -> Result<(), AppError> {
    let mut upload = Upload::read(data).await?;
    let file = upload.file.take();
    let form = form(&upload);
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().write_picture(&sent.target(), &form.picture, file).await;
    sent.answer(ID, form, done, "").await
}

/// The picture is taken away.
pub async fn remove(form: PictureEndForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().remove_picture(&sent.target()).await;
    // Nothing was typed: the page shows what stands there.
    sent.answer(ID, None::<PictureForm>, done, "").await
}

fn form(upload: &Upload) -> PictureForm {
    let at = At {
        language: upload.text("form[at][language]"),
        organisation: upload.text("form[at][organisation]"),
        event: upload.text("form[at][event]"),
        version: upload.text("form[at][version]").parse().unwrap_or_default(),
        quiet: String::new(),
    };
    let alt = |language: &Language| {
        let code = language.code();
        (code.to_owned(), upload.text(&format!("alt[{code}]")))
    };
    let picture = PictureDraft {
        focus_x: upload.text("focus-x"),
        focus_y: upload.text("focus-y"),
        alts: Language::ALL.iter().map(alt).collect(),
    };
    PictureForm { at, picture }
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let texts = texts();
    let back: Back<PictureForm> = edit.returned(ID).await;
    let at = back.at(&edit, |form| &form.at);
    let written = edit.edited.written.clone();
    let now = written.picture.as_ref().map(WrittenPicture::draft).unwrap_or_default();
    let typed = back.values.map_or_else(|| now.clone(), |form| form.picture);
    let present = present(&typed, &now);
    let (saved, invalid) = (edit.was_saved(ID), back.invalid);
    let removal = written.picture.is_some().then(|| view! { <Removal at=edit.at() /> });
    let required = written.picture.is_none();
    view! {
        <SectionFrame id=ID saved>
            <p class="quiet">{texts.get("editor-picture-text")}</p>
            <Mistakes invalid=invalid.clone() present />
            <Now written=written.clone() />
            <form
                class="form"
                method="post"
                action="/api/event-picture"
                enctype="multipart/form-data"
                novalidate
            >
                <ForEvent at />
                <PictureField invalid=invalid.clone() required />
                <Said written typed invalid />
                <SaveButton />
            </form>
            {removal}
        </SectionFrame>
    }
    .into_any()
}

/// What was typed beside what stands there now.
fn present(typed: &PictureDraft, now: &PictureDraft) -> Vec<(&'static str, String, String)> {
    let focus = |draft: &PictureDraft| format!("{} %, {} %", draft.focus_x, draft.focus_y);
    let said = |draft: &PictureDraft| {
        let said: Vec<_> = draft.alts.values().filter(|alt| !alt.is_empty()).cloned().collect();
        said.join("\n")
    };
    vec![("history-focus", focus(typed), focus(now)), ("history-alt", said(typed), said(now))]
}

/// The picture that is there, whole, and where it is not shown yet.
#[component]
fn Now(written: Written) -> impl IntoView {
    let unseen = written.unseen_in();
    let unseen = (!unseen.is_empty()).then(|| {
        let words = [("languages", names(unseen).into())];
        view! { <p class="notice">{texts().with("editor-picture-unseen", &words)}</p> }
    });
    written.picture.map(|picture| {
        let shown = picture.picture();
        view! {
            {unseen}
            <div class="picture-now" data-focus="">
                <img
                    src=shown.path(shown.width)
                    srcset=shown.sources()
                    sizes="30rem"
                    width=shown.width
                    height=shown.height
                    alt=texts().get("editor-picture-now")
                />
            </div>
            <script type="module" src="/focus.js"></script>
        }
    })
}

#[component]
fn Said(written: Written, typed: PictureDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let alt = |language: Language| {
        let code = language.code();
        view! {
            <TextField
                field=Field::PictureAlt(language)
                name=format!("alt[{code}]")
                label="picture-alt"
                of=texts.get(&format!("spoken-{code}"))
                value=typed.alts.get(code).cloned().unwrap_or_default()
                invalid=invalid.clone()
                max=PictureDraft::ALT
                optional=true
            />
        }
    };
    let alts = written.texts.iter().map(|text| alt(text.language)).collect_view();
    view! {
        {alts}
        <div class="pair">
            <TextField
                field=Field::FocusX
                name="focus-x"
                label="picture-focus-x"
                value=typed.focus_x.clone()
                invalid=invalid.clone()
                kind=Kind::Number
                max=3
                optional=true
            />
            <TextField
                field=Field::FocusY
                name="focus-y"
                label="picture-focus-y"
                value=typed.focus_y.clone()
                invalid=invalid.clone()
                kind=Kind::Number
                max=3
                optional=true
            />
        </div>
    }
}

#[component]
fn Removal(at: At) -> impl IntoView {
    let texts = texts();
    view! {
        <details class="confirm">
            <summary class="button second">{texts.get("picture-remove")}</summary>
            <form method="post" action="/api/event-picture-end">
                <ForEvent at />
                <p>{texts.get("editor-picture-remove-text")}</p>
                <button class="button back" type="submit">
                    {texts.get("picture-remove")}
                </button>
            </form>
        </details>
    }
}
