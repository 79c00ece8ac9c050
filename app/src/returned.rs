//! How a form with mistakes finds its way back to its page in a browser without JavaScript.
//!
//! The answer to such a form is a redirect (303) to its page, with `form=returned` in the address;
//! a cookie leads the page to what was typed and what is wrong (see `services::flash`).

use domain::invalid::{Code, Field, Invalid};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use services::flash::LIFETIME;
use services::{Error, Services};

use crate::context;
use crate::error::AppError;

/// What the name of the cookie ends in.
pub const COOKIE: &str = "concord-form";

/// A form that came back.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Returned<T> {
    /// Which form: pages look for their own only.
    form: String,
    /// What was typed.
    pub values: T,
    /// What is wrong.
    pub invalid: Vec<Invalid>,
}

/// Keeps a form for its page.
///
/// # Errors
/// The database does not answer.
pub async fn keep<T: Serialize>(
    form: &str,
    values: T,
    invalid: Vec<Invalid>,
) -> Result<(), AppError> {
    let returned = Returned { form: form.to_owned(), values, invalid };
    let cookie = context::services().flash.keep(&returned).await?;
    context::set_own_cookie(COOKIE, &cookie, LIFETIME.as_secs());
    Ok(())
}

/// The cookie of a form that came back, if the address says that there is one.
#[must_use]
pub fn asked() -> Option<String> {
    let is_returned = context::query("form") == "returned";
    is_returned.then(|| context::own_cookie(COOKIE)).flatten()
}

/// The form of this name that this cookie leads to.
pub async fn see<T: DeserializeOwned>(
    services: &Services,
    form: &str,
    asked: Option<String>,
) -> Option<Returned<T>> {
    let returned: Returned<T> = services.flash.see(&asked?).await.ok().flatten()?;
    (returned.form == form).then_some(returned)
}

/// A form of the workspace that came back, or nothing.
pub struct Back<T> {
    /// What was typed.
    pub values: Option<T>,
    /// What is wrong.
    pub invalid: Vec<Invalid>,
}

impl<T> Default for Back<T> {
    fn default() -> Self {
        Self { values: None, invalid: Vec::new() }
    }
}

impl<T> Back<T> {
    /// The form of this name that this cookie leads to, if there is one.
    pub async fn see(services: &Services, form: &str, asked: Option<String>) -> Self
    where
        T: DeserializeOwned,
    {
        let returned: Option<Returned<Option<T>>> = see(services, form, asked).await;
        returned.map_or_else(Self::default, |returned| Self {
            values: returned.values,
            invalid: returned.invalid,
        })
    }

    /// Whether somebody was faster.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.invalid.iter().any(|invalid| invalid.code == Code::Stale)
    }

    /// Which version the form is for: who has seen what stands there now, may write over it; who
    /// only has to mend a mistake, may not.
    #[must_use]
    pub fn version(&self, now: i64, typed: impl Fn(&T) -> i64) -> i64 {
        match &self.values {
            Some(values) if !self.is_stale() => typed(values),
            _ => now,
        }
    }
}

/// Sends the browser back to a section of a page of the workspace: it was saved, or what was typed
/// and what is wrong. `query` says which part of the section is shown.
///
/// # Errors
/// What is not for the form to tell.
pub async fn to_section<F: Serialize>(
    page: &str,
    section: &str,
    form: F,
    done: Result<(), Error>,
    query: &str,
) -> Result<(), AppError> {
    let invalid = match done {
        Ok(()) => {
            forget();
            context::see_other(&format!("{page}?saved={section}{query}#{section}"));
            return Ok(());
        }
        Err(Error::Invalid(invalid)) => invalid,
        Err(Error::Conflict) if context::is_plain_form() => {
            vec![Invalid::new(Field::Form, Code::Stale)]
        }
        Err(error) => return Err(error.into()),
    };
    keep(section, Some(form), invalid).await?;
    context::see_other(&format!("{page}?form=returned{query}#problems"));
    Ok(())
}

/// Nothing is to come back any more.
pub fn forget() {
    context::set_own_cookie(COOKIE, "", 0);
}
