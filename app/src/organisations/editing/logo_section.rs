//! The sign of the organisation.

use leptos::prelude::*;
use leptos::server_fn::codec::MultipartData;

use super::page::{Edit, ForOrganisation, Sent};
use super::{At, LogoForm};
use crate::context::{self, texts};
use crate::error::AppError;
use crate::events::editing::fields::{Mistakes, SaveButton, SectionFrame};
use crate::returned::Back;
use crate::ui::file::PictureField;
use crate::ui::photo::Logo;
use crate::upload::Upload;

/// The id of the section.
pub const ID: &str = "logo";

/// A sign is sent.
pub async fn write(data: MultipartData) -> Result<(), AppError> {
    let mut upload = Upload::read(data).await?;
    let file = upload.file.take();
    let at = At {
        language: upload.text("form[at][language]"),
        organisation: upload.text("form[at][organisation]"),
        version: upload.text("form[at][version]").parse().unwrap_or_default(),
    };
    let sent = Sent::open(&at).await?;
    let done = sent.organisations().write_logo(&sent.target(), file).await;
    sent.answer(ID, LogoForm { at }, done, "").await
}

/// The sign is taken away.
pub async fn remove(form: LogoForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let done = sent.organisations().remove_logo(&sent.target()).await;
    sent.answer(ID, form, done, "").await
}

/// The section.
pub async fn section(edit: &Edit) -> AnyView {
    let texts = texts();
    let back: Back<LogoForm> = edit.returned(ID).await;
    let at = edit.at_of(&back, |form| &form.at);
    let (saved, invalid) = (edit.was_saved(ID), back.invalid);
    let required = edit.edited.logo.is_none();
    let organisation = &edit.edited.organisation;
    let (name, own) = (organisation.name.clone(), context::foreign(organisation.language));
    let now = edit.edited.logo.clone().map(|picture| {
        let at = edit.at();
        view! {
            <Logo picture name own />
            <details class="confirm">
                <summary class="button second">{texts.get("picture-remove")}</summary>
                <form method="post" action="/api/organisation-logo-end">
                    <ForOrganisation at />
                    <p>{texts.get("organisation-logo-remove-text")}</p>
                    <button class="button back" type="submit">
                        {texts.get("picture-remove")}
                    </button>
                </form>
            </details>
        }
    });
    view! {
        <SectionFrame id=ID saved>
            <p class="quiet">{texts.get("organisation-logo-text")}</p>
            <Mistakes invalid=invalid.clone() present=Vec::new() />
            {now}
            <form
                class="form"
                method="post"
                action="/api/organisation-logo"
                enctype="multipart/form-data"
                novalidate
            >
                <ForOrganisation at />
                <PictureField invalid required />
                <SaveButton />
            </form>
        </SectionFrame>
    }
    .into_any()
}
