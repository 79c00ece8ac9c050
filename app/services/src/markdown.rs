//! Markdown that organisers write: as HTML for pages, and as plain text for everything else.
//!
//! What comes out is a short list of elements, whatever goes in. HTML in the text is no HTML: it is
//! shown as it was typed. Pictures are what they say of themselves, code is text, a line break is a
//! line break (so that texts from before Markdown look as they did), and headings begin below those
//! of the page. Ammonia has the last word: [`Html`] can be had from nowhere else, and the one
//! component that shows it takes nothing else.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// HTML that may stand in a page as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// The markup.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to see.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How deep elements may be nested.
const DEEPEST: usize = 24;

/// What may stand in a page, and nothing besides.
static SIEVE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = ["p", "br", "strong", "em", "ul", "ol", "li", "h3", "h4", "blockquote", "a", "hr"];
    let mut sieve = Builder::empty();
    sieve
        .tags(HashSet::from(tags))
        .generic_attributes(HashSet::new())
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .url_schemes(HashSet::from(["https", "http", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow ugc noopener"));
    sieve
});

/// The text as it stands in a page.
#[must_use]
pub fn html(text: &str) -> Html {
    let mut markup = String::with_capacity(text.len() * 3 / 2);
    let mut depth = 0;
    let shallow = events(text).filter(|event| is_shallow(event, &mut depth));
    pulldown_cmark::html::push_html(&mut markup, shallow.filter_map(for_page));
    Html(SIEVE.clean(&markup).to_string().trim().to_owned())
}

fn events(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::empty())
}

/// Whether a piece is not nested so deep that reading the markup again would take long: ten thousand
/// signs of quoting fit in one line.
fn is_shallow(event: &Event<'_>, depth: &mut usize) -> bool {
    match event {
        Event::Start(_) => {
            *depth += 1;
            *depth <= DEEPEST
        }
        Event::End(_) => {
            *depth -= 1;
            *depth < DEEPEST
        }
        _ => true,
    }
}

/// A piece of the text as pages show it; none for what only frames it.
fn for_page(event: Event<'_>) -> Option<Event<'_>> {
    let level = |level| match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    };
    Some(match event {
        Event::Html(text) | Event::InlineHtml(text) | Event::Code(text) => Event::Text(text),
        Event::SoftBreak => Event::HardBreak,
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::HtmlBlock | Tag::CodeBlock(_)) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock | TagEnd::CodeBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Heading { level: own, .. }) => Event::Start(Tag::Heading {
            level: level(own),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(own)) => Event::End(TagEnd::Heading(level(own))),
        other => other,
    })
}

/// The text without its signs: for mails, calendars, searches and descriptions of pages. An address
/// behind a word stands after it.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = Plain::default();
    for event in events(text) {
        plain.take(event);
    }
    plain.text.trim().to_owned()
}

/// A text on its way to becoming plain.
#[derive(Default)]
struct Plain<'a> {
    text: String,
    /// The lists that are open: the number of the next item, if they are numbered.
    lists: Vec<Option<u64>>,
    /// The links that are open: where the words of each begin, and where it leads.
    links: Vec<(usize, CowStr<'a>)>,
}

impl<'a> Plain<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.text.push('\n'),
            Event::Rule => self.end_block(),
            Event::Start(Tag::List(first)) => self.begin_list(first),
            Event::Start(Tag::Item) => self.begin_item(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.links.push((self.text.len(), dest_url));
            }
            Event::End(TagEnd::Link) => self.end_link(),
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
                self.end_block();
            }
            Event::End(TagEnd::Item) => self.end_line(),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock,
            ) => self.end_block(),
            _ => {}
        }
    }

    fn begin_list(&mut self, first: Option<u64>) {
        if !self.lists.is_empty() {
            self.end_line();
        }
        self.lists.push(first);
    }

    fn begin_item(&mut self) {
        let depth = self.lists.len().saturating_sub(1);
        self.text.push_str(&"  ".repeat(depth));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.text.push_str(&format!("{number}. "));
                *number += 1;
            }
            _ => self.text.push_str("• "),
        }
    }

    fn end_link(&mut self) {
        let Some((begins, target)) = self.links.pop() else { return };
        let words = &self.text[begins..];
        let is_page = ["https://", "http://"].iter().any(|scheme| target.starts_with(scheme));
        if is_page && words != &*target {
            self.text.push_str(&format!(" ({target})"));
        }
    }

    fn end_line(&mut self) {
        let kept = self.text.trim_end().len();
        self.text.truncate(kept);
        self.text.push('\n');
    }

    /// An empty line, or none inside a list.
    fn end_block(&mut self) {
        self.end_line();
        if self.lists.is_empty() {
            self.text.push('\n');
        }
    }
}
