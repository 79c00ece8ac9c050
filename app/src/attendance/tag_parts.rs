//! The tags of one registration.

use domain::invalid::{Field, Invalid};
use domain::registrations::tags::{TagName, TagSet, colour};
use leptos::prelude::*;
use services::registrations::tags::Tag;

use super::about::About;
use super::rows::Tags;
use crate::context::texts;
use crate::ui::form::TextField;

/// The id of the list of tags that the event has.
const KNOWN: &str = "known-tags";

/// The tags that it has, and room for another.
#[component]
pub fn TagSection(
    /// Which it has.
    set: TagSet,
    /// Those of the event.
    tags: Vec<Tag>,
    /// The registration.
    about: About,
    /// What was typed, if the form came back.
    typed: String,
    /// What is wrong with it.
    invalid: Vec<Invalid>,
    /// Whether they may be changed.
    can_change: bool,
) -> impl IntoView {
    let texts = texts();
    let (held, others): (Vec<Tag>, Vec<Tag>) =
        tags.into_iter().partition(|tag| set.holds(tag.position));
    let none = held.is_empty().then(|| view! { <p>{texts.get("lists-tags-none")}</p> });
    let shown = if can_change {
        let one = {
            let about = about.clone();
            move |tag: Tag| view! { <Held tag about=about.clone() /> }
        };
        view! { <ul class="tag-list">{held.into_iter().map(one).collect_view()}</ul> }.into_any()
    } else {
        view! { <Tags tags=held /> }.into_any()
    };
    let add = can_change.then(|| view! { <Add others about typed invalid /> });
    view! {
        <section class="section" aria-labelledby="tags">
            <h2 id="tags">{texts.get("lists-tags")}</h2>
            {none}
            {shown}
            {add}
        </section>
    }
}

/// A tag with the button that takes it off.
#[component]
fn Held(tag: Tag, about: About) -> impl IntoView {
    let texts = texts();
    let label = texts.with("lists-untag-of", &[("tag", tag.name.as_str().into())]);
    view! {
        <li class=format!("tag tag-{}", colour(&tag.folded))>
            <form method="post" action="/api/registration-tag-end">
                {about.fields()} <input type="hidden" name="form[text]" value=tag.name.clone() />
                <bdi>{tag.name}</bdi>
                <button class="button second" type="submit">
                    {label}
                </button>
            </form>
        </li>
    }
}

#[component]
fn Add(others: Vec<Tag>, about: About, typed: String, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let known = others.clone();
    let delete = (!others.is_empty()).then(|| {
        let about = about.clone();
        view! { <Delete others about /> }
    });
    view! {
        <form class="form" method="post" action="/api/registration-tag" novalidate>
            {about.fields()}
            <TagField name="form[text]" value=typed invalid known />
            <p>
                <button class="button second" type="submit">
                    {texts.get("lists-tag-button")}
                </button>
            </p>
        </form>
        {delete}
    }
}

/// Tags that are not wanted any more: the event can have others in their place.
#[component]
fn Delete(others: Vec<Tag>, about: About) -> impl IntoView {
    let texts = texts();
    let option = |tag: Tag| view! { <option value=tag.name.clone()>{tag.name.clone()}</option> };
    view! {
        <details class="confirm calm">
            <summary class="button second">{texts.get("lists-tag-delete")}</summary>
            <form method="post" action="/api/tag-end">
                {about.fields()} <p>{texts.get("lists-tag-delete-text")}</p> <p class="field">
                    <label for="tag-gone">{texts.get("lists-tag")}</label>
                    <select id="tag-gone" name="form[text]">
                        {others.into_iter().map(option).collect_view()}
                    </select>
                </p>
                <button class="button back" type="submit">
                    {texts.get("lists-tag-delete")}
                </button>
            </form>
        </details>
    }
}

/// Where a tag is typed; those of the event are offered.
#[component]
pub fn TagField(
    /// The name that it is sent under.
    name: &'static str,
    /// What was typed.
    value: String,
    /// What is wrong with the form.
    invalid: Vec<Invalid>,
    /// The tags that are offered.
    known: Vec<Tag>,
) -> impl IntoView {
    let option = |tag: Tag| view! { <option value=tag.name></option> };
    view! {
        <TextField
            field=Field::Tag
            name
            label="lists-tag"
            value
            invalid
            max=TagName::MAX
            list=Some(KNOWN)
        />
        <datalist id=KNOWN>{known.into_iter().map(option).collect_view()}</datalist>
    }
}
