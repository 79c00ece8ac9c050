//! What people answered, on the page of their registration.

use leptos::prelude::*;
use services::registrations::answers::{OwnAnswer, OwnAnswers};

use crate::context::texts;

/// What was answered; nothing if nothing was.
#[component]
pub fn Answers(
    /// Of the contact person for all, and of everyone in the registration.
    answers: Vec<OwnAnswers>,
) -> impl IntoView {
    let texts = texts();
    let row = move |answer: OwnAnswer| {
        let sealed = answer.sensitive.then(|| {
            view! { <span class="quiet small">" " {texts.get("question-sensitive")}</span> }
        });
        // Whose role does not reach so far learns that there is an answer, and nothing of it.
        let words = match answer.words {
            Some(words) => view! { <dd class="note" dir="auto">{words}</dd> }.into_any(),
            None => view! { <dd class="quiet">{texts.get("answers-sealed")}</dd> }.into_any(),
        };
        view! {
            <div>
                <dt>
                    <bdi>{answer.question}</bdi>
                    {sealed}
                </dt>
                {words}
            </div>
        }
    };
    let one = move |of: OwnAnswers| {
        let name = of.person.map(|(_, name)| {
            view! {
                <h3>
                    <bdi>{name}</bdi>
                </h3>
            }
        });
        view! {
            {name}
            <dl class="present">{of.answers.into_iter().map(row).collect_view()}</dl>
        }
    };
    (!answers.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="answers">
                <h2 id="answers">{texts.get("answers-of-all-title")}</h2>
                {answers.into_iter().map(one).collect_view()}
            </section>
        }
    })
}
